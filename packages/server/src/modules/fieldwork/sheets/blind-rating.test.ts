import { sql } from 'kysely';
import { expect, test } from 'vitest';
import * as agreement from '@zhiheng/contract/fieldwork/agreement';
import * as results from '@zhiheng/contract/fieldwork/results';
import * as sessions from '@zhiheng/contract/fieldwork/sessions';
import * as api from '@zhiheng/contract/fieldwork/sheets';
import { deliverEvents } from '../../../testing/deliver-events.ts';
import { fieldworkCalls } from '../../../testing/fieldwork-calls.ts';
import { eventsOf } from '../../../testing/read-events.ts';
import { pathOf } from '../../../testing/sample-calls.ts';
import { newOrganisation, type TestOrganisation } from '../../../testing/sign-in.ts';
import { useTestServer } from '../../../testing/test-server.ts';
import { answersOf, hold, newPerson, openStudy, planSession, rate, type Person } from '../fieldwork.factory.ts';

const server = useTestServer();
const sheetsOf = (org: TestOrganisation, id: string, who: Person) => org.call(api.listFieldSheets, { params: { id } }, who);

/** A held session that the first of two raters has rated; the second may write all of fieldwork, and must be blind all the same. */
async function halfRated(org: TestOrganisation) {
  const study = await openStudy(org);
  const [first, second] = [await newPerson(org), await newPerson(org, 'team-lead')];
  const session = await hold(org, await planSession(org, study, { raterIds: [first.id, second.id], conductorId: second.id }));
  const answers = { ...answersOf(5, 2, null), why: 'secret words' };
  const sheet = await rate(org, session, { ...first, answers });
  return { study, session, first, second, sheet };
}

test('a rater sees the others only after the own sheet is submitted; others only with the permission to write', async () => {
  const org = await newOrganisation(server);
  const { session, first, second } = await halfRated(org);
  const reader = await newPerson(org, 'executive');
  expect(await sheetsOf(org, session.id, second)).toMatchObject({ others: [], hidden: 1, score: null, waiting: ['team-lead'] });
  expect(await sheetsOf(org, session.id, reader)).toMatchObject({ others: [], hidden: 1, own: null, mayRate: false });
  const seen = await org.call(api.listFieldSheets, { params: { id: session.id } });
  expect(seen).toMatchObject({ hidden: 0, score: null, others: [{ rater: 'service-agent', score: 62.5 }] });
  // A draft is nobody's but its rater's.
  const draft = { params: { id: session.id }, body: { version: 0, answers: { 'items.kind': 1 } } };
  await org.call(api.saveFieldSheet, draft, second);
  expect((await sheetsOf(org, session.id, first)).others).toEqual([]);
  expect((await org.call(api.listFieldSheets, { params: { id: session.id } })).others).toHaveLength(1);
  await rate(org, session, { ...second, answers: answersOf(4, 4, 4) });
  expect(await sheetsOf(org, session.id, second)).toMatchObject({ others: [{ score: 62.5 }], score: (62.5 + 75) / 2, waiting: [] });
  expect(await sheetsOf(org, session.id, reader)).toMatchObject({ others: [], hidden: 2, score: null });
});

test('no endpoint tells a rater what another has rated before', async () => {
  const org = await newOrganisation(server);
  const { study, session, second, sheet } = await halfRated(org);
  await deliverEvents(server);
  const ids = new Map([
    ['field-studies', study.id],
    ['field-sessions', session.id],
    ['field-sheets', sheet.id],
  ]);
  const before = await server.owner.selectFrom('field_sheet').selectAll().where('org_id', '=', org.orgId).execute();
  for (const call of fieldworkCalls.filter(({ endpoint }) => endpoint.method === 'GET')) {
    const id = [...ids].find(([part]) => call.endpoint.path.includes(`/${part}/`))?.[1];
    const url = pathOf({ ...call, ...(id === undefined ? {} : { params: { ...call.params, id } }) });
    const { body, statusCode } = await server.app.inject({ method: 'GET', url, headers: { cookie: second.cookie } });
    expect([url, [200, 404].includes(statusCode), /secret words|62\.5/.test(body)]).toEqual([url, true, false]);
  }
  const counted = { params: { id: study.id } };
  expect(await org.call(results.getFieldResults, counted, second)).toMatchObject({
    hidden: 1,
    score: { figure: { n: 0 } },
    sites: [],
    months: [],
  });
  expect(await org.call(agreement.getRaterAgreement, counted, second)).toMatchObject({ hidden: 1, raters: [] });
  expect(await org.call(results.getFieldResults, counted)).toMatchObject({ hidden: 0, score: { figure: { n: 1, mean: 62.5 } } });
  // Neither an indicator nor the log says it.
  const { rows } = await sql`select from observation where org_id = ${org.orgId}`.execute(server.owner);
  expect(rows).toEqual([]);
  expect(/secret words|62\.5|items\./.test(JSON.stringify(await eventsOf(org)))).toBe(false);
  expect(await server.owner.selectFrom('field_sheet').selectAll().where('org_id', '=', org.orgId).execute()).toEqual(before);
});

test('nobody steps out of the raters to look and steps in again', async () => {
  const org = await newOrganisation(server);
  const { session, first, second } = await halfRated(org);
  const params = { id: session.id };
  const set = (raterIds: string[], version: number) => ({ params, body: { version, raterIds } });
  expect((await org.refusal(sessions.updateFieldSession, set([second.id], session.version), second)).code).toBe('field_rater_has_rated');
  const out = await org.call(sessions.updateFieldSession, set([first.id], session.version), second);
  expect(out).toMatchObject({ ratersFixed: true, mine: 'none' });
  expect((await sheetsOf(org, session.id, second)).others).toHaveLength(1);
  expect((await org.refusal(sessions.updateFieldSession, set([first.id, second.id], out.version), second)).code).toBe('field_raters_fixed');
  const answers = { params, body: { version: 0, answers: answersOf(5, 5) } };
  for (const endpoint of [api.saveFieldSheet, api.submitFieldSheet])
    expect((await org.refusal(endpoint, answers, second)).code).toBe('field_not_a_rater');
});

test('a submitted sheet is final; another gives it back with a reason, never the own one, and its rater is blind again', async () => {
  const org = await newOrganisation(server);
  const { session, first, second } = await halfRated(org);
  await rate(org, session, second);
  const own = (await sheetsOf(org, session.id, second)).own;
  const again = { params: { id: session.id }, body: { version: own?.version ?? 0, answers: answersOf(1, 1) } };
  expect((await org.refusal(api.submitFieldSheet, again, second)).code).toBe('field_sheet_final');
  const reopen = { params: { id: own?.id ?? '' }, body: { version: own?.version ?? 0, reason: 'wrong visit' } };
  // The conductor of the session, who has seen the others.
  expect((await org.refusal(api.reopenFieldSheet, reopen, second)).code).toBe('field_sheet_own');
  expect((await org.refusal(api.reopenFieldSheet, reopen, first)).status).toBe(403);
  await org.call(api.reopenFieldSheet, reopen);
  expect(await sheetsOf(org, session.id, second)).toMatchObject({
    others: [],
    hidden: 1,
    own: { state: 'reopened', reopenedFor: 'wrong visit', score: null },
  });
  expect((await org.refusal(api.reopenFieldSheet, reopen)).code).toBe('field_sheet_not_submitted');
  const log = await eventsOf(org, 'fieldwork.sheet-reopened');
  expect(log.map(({ data }) => data)).toEqual([{ raterId: second.id, reason: 'wrong visit' }]);
});

test('a sheet takes what the guide allows, whole when it is submitted, and tells who was faster', async () => {
  const org = await newOrganisation(server);
  const rater = await newPerson(org);
  const session = await planSession(org, await openStudy(org), { raterIds: [rater.id] });
  const save = (version: number, answers: Record<string, string | number>) => ({ params: { id: session.id }, body: { version, answers } });
  const faults = async (endpoint: typeof api.saveFieldSheet | typeof api.submitFieldSheet, answers: Record<string, string | number>) =>
    (await org.refusal(endpoint, save(0, answers), rater)).errors.map(({ path, code }) => `${path} ${code}`);
  expect(await faults(api.saveFieldSheet, { 'items.kind': 9, strange: 1 })).toEqual([
    'answers.items.kind out_of_scale',
    'answers.strange unknown_field',
  ]);
  expect(await faults(api.submitFieldSheet, { 'items.kind': 5, 'items.fast': 5 })).toEqual(['answers.items.clean required']);
  const first = await org.call(api.saveFieldSheet, save(0, { 'items.kind': 5 }), rater);
  expect(first).toMatchObject({ state: 'draft', version: 1, score: null, scores: {} });
  expect((await org.refusal(api.saveFieldSheet, save(0, { 'items.kind': 4 }), rater)).code).toBe('changed_meanwhile');
  const done = await org.call(api.submitFieldSheet, save(1, answersOf(5, 3, null)), rater);
  // items.clean does not apply: (100 + 50) / 2, and the mean of 5 and 3
  expect(done).toMatchObject({ state: 'submitted', score: 75, scores: { score: 75, staff: 4 } });
});

test('of two windows of the same rater one is told, and nothing is lost', async () => {
  const org = await newOrganisation(server);
  const rater = await newPerson(org);
  const session = await planSession(org, await openStudy(org), { raterIds: [rater.id] });
  const send = (kind: number) =>
    org.call(api.saveFieldSheet, { params: { id: session.id }, body: { version: 0, answers: { 'items.kind': kind } } }, rater).then(
      ({ answers }) => answers['items.kind'],
      (error: { problem: { code: string } }) => error.problem.code,
    );
  const [a, b] = await Promise.all([send(1), send(2)]);
  const won = [a, b].filter((one) => one !== 'changed_meanwhile');
  expect(won).toHaveLength(1);
  expect((await sheetsOf(org, session.id, rater)).own?.answers['items.kind']).toBe(won[0]);
});
