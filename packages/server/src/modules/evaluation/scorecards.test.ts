import { beforeEach, describe, expect, it } from 'vitest';
import {
  createScorecard,
  deleteScorecard,
  listScorecards,
  updateScorecard,
  type Scorecard,
  type ScorecardNode,
} from '@zhiheng/contract/evaluation/scores';
import { listTrash, restoreFromTrash } from '@zhiheng/contract/insight/board';
import { newOrganisation, type TestOrganisation } from '../../testing/sign-in.ts';
import { useTestServer } from '../../testing/test-server.ts';
import { buildClinic, clinicCard } from './evaluation.factory.ts';

const server = useTestServer();
let org: TestOrganisation;

beforeEach(async () => {
  org = await newOrganisation(server);
  await org.inside(buildClinic);
});

const create = (more: object = {}): Promise<Scorecard> => org.call(createScorecard, { body: { ...clinicCard, ...more } });
const refused = (more: object) => org.refusal(createScorecard, { body: { ...clinicCard, ...more } });
const events = () =>
  org.inside(({ db, orgId }) =>
    db
      .selectFrom('event')
      .select(['type', 'label', 'actor_id', 'data'])
      .where('org_id', '=', orgId)
      .where('entity_kind', '=', 'scorecard')
      .orderBy('id')
      .execute(),
  );
const leaf = (code: string, indicator = 'wait'): ScorecardNode => ({ code, weight: 1, indicator });
const name = { zh: '分支', en: 'branch' };

describe('scorecards', () => {
  it('are made, listed and written to the log', async () => {
    const made = await create();
    expect(made).toMatchObject({ ...clinicCard, version: 1 });
    expect((await org.call(listScorecards)).items).toEqual([made]);
    expect(await events()).toEqual([{ type: 'scorecard.created', label: 'quality中', actor_id: org.accountId, data: { code: 'quality' } }]);
  });

  it('change by field, and say in the log what changed', async () => {
    const { id } = await create();
    const changed = await org.call(updateScorecard, { params: { id }, body: { version: 1, headline: ['wait'] } });
    expect(changed).toMatchObject({ ...clinicCard, headline: ['wait'], version: 2 });
    expect((await events()).at(-1)).toMatchObject({
      type: 'scorecard.changed',
      data: { headline: { from: clinicCard.headline, to: ['wait'] } },
    });
  });

  it('are not overwritten by somebody who read an older version', async () => {
    const { id } = await create();
    await org.call(updateScorecard, { params: { id }, body: { version: 1, headline: [] } });
    const late = await org.refusal(updateScorecard, { params: { id }, body: { version: 1, headline: ['wait'] } });
    expect(late).toMatchObject({ status: 409, code: 'changed_meanwhile' });
    expect((await org.call(listScorecards)).items[0]?.headline).toEqual([]);
  });

  it('go to the trash and come back', async () => {
    const { id } = await create();
    await org.call(deleteScorecard, { params: { id } });
    expect((await org.call(listScorecards)).items).toEqual([]);
    expect(await org.refusal(deleteScorecard, { params: { id } })).toMatchObject({ status: 404 });
    expect(await org.refusal(updateScorecard, { params: { id }, body: { version: 1 } })).toMatchObject({ status: 404 });
    expect((await org.call(listTrash)).items).toMatchObject([{ kind: 'scorecard', id, label: 'quality', deletedBy: 'Ada' }]);
    await org.call(restoreFromTrash, { params: { kind: 'scorecard', id } });
    expect((await org.call(listScorecards)).items).toHaveLength(1);
    expect((await events()).map((event) => event.type)).toEqual(['scorecard.created', 'scorecard.deleted', 'scorecard.restored']);
    expect(await org.refusal(restoreFromTrash, { params: { kind: 'scorecard', id } })).toMatchObject({ status: 404 });
  });

  it('have codes of their own', async () => {
    await create();
    expect(await refused({})).toMatchObject({ status: 409, code: 'scorecard_code_taken' });
  });

  it.each<[string, object, { path: string; code: string }]>([
    [
      'a code twice',
      { children: [leaf('a'), { code: 'b', name, weight: 1, children: [leaf('a')] }] },
      { path: 'children.1.children.0.code', code: 'code_repeated' },
    ],
    ['an unknown indicator', { children: [leaf('a', 'nobody')] }, { path: 'children.0.indicator', code: 'unknown_indicator' }],
    [
      'leaf and branch at once',
      { children: [{ ...leaf('a'), children: [leaf('b')] }] },
      { path: 'children.0.indicator', code: 'leaf_or_branch' },
    ],
    ['neither leaf nor branch', { children: [{ code: 'a', weight: 1 }] }, { path: 'children.0.indicator', code: 'leaf_or_branch' }],
    [
      'a branch without name',
      { children: [{ code: 'a', weight: 1, children: [leaf('b')] }] },
      { path: 'children.0.name', code: 'name_needed' },
    ],
    ['an unknown headline', { headline: ['wait', 'nobody'] }, { path: 'headline.1', code: 'unknown_indicator' }],
    ['a headline twice', { headline: ['wait', 'wait'] }, { path: 'headline.1', code: 'code_repeated' }],
    [
      'points out of order',
      { settings: { ...clinicCard.settings, at_warning: 100, at_target: 90 } },
      { path: 'settings.at_target', code: 'out_of_order' },
    ],
    [
      'grades out of order',
      { settings: { ...clinicCard.settings, grades: { excellent: 90, good: 95, fair: 70, poor: 60 } } },
      { path: 'settings.grades.excellent', code: 'out_of_order' },
    ],
  ])('refuse %s', async (...[, fields, error]) => {
    expect(await refused(fields)).toMatchObject({ status: 422, code: 'invalid', errors: [error] });
    expect((await org.call(listScorecards)).items).toEqual([]);
  });

  it('are at most five levels deep', async () => {
    const nested = (depth: number): ScorecardNode =>
      depth === 1 ? leaf('leaf') : { code: `level-${depth}`, name, weight: 1, children: [nested(depth - 1)] };
    expect(await refused({ children: [nested(6)] })).toMatchObject({
      status: 422,
      errors: [{ path: 'children.0.children.0.children.0.children.0.children.0.children', code: 'too_deep' }],
    });
    expect((await create({ children: [nested(5)] })).children).toHaveLength(1);
  });

  it.each([
    ['nothing', undefined],
    ['a list', '[]'],
    ['weights below zero', JSON.stringify({ ...clinicCard, children: [{ ...leaf('a'), weight: -1 }] })],
    ['a tower of branches', `{"children":${'[{"children":'.repeat(20_000)}[]${'}]'.repeat(20_000)}}`],
  ])('answer rubbish with a problem: %s', async (...[, payload]) => {
    const headers = { cookie: org.cookie, 'content-type': 'application/json' };
    const answer = await server.app.inject({
      method: 'POST',
      url: '/api/v1/scorecards',
      headers,
      ...(payload === undefined ? {} : { payload }),
    });
    expect(answer.statusCode).toBeGreaterThanOrEqual(400);
    expect(answer.statusCode).toBeLessThan(500);
  });

  it('are defined by those who may', async () => {
    const executive = await org.as('executive');
    expect(await org.refusal(createScorecard, { body: clinicCard }, { cookie: executive })).toMatchObject({ status: 403 });
    expect((await org.call(listScorecards, {}, { cookie: executive })).items).toEqual([]);
    expect(await org.call(createScorecard, { body: clinicCard }, { cookie: await org.as('quality-manager') })).toMatchObject({
      version: 1,
    });
  });

  it('of another organisation cannot be touched', async () => {
    const { id } = await create();
    const other = await newOrganisation(server);
    expect((await other.call(listScorecards)).items).toEqual([]);
    expect(await other.refusal(updateScorecard, { params: { id }, body: { version: 1, headline: [] } })).toMatchObject({ status: 404 });
    expect(await other.refusal(deleteScorecard, { params: { id } })).toMatchObject({ status: 404 });
  });
});
