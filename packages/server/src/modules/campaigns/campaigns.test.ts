import { expect, test } from 'vitest';
import * as api from '@zhiheng/contract/campaigns/campaigns';
import type { CampaignPlan } from '@zhiheng/contract/campaigns/plan';
import * as results from '@zhiheng/contract/campaigns/results';
import { listTrash, restoreFromTrash, search } from '@zhiheng/contract/insight/board';
import { newId } from '../../platform/identifier.ts';
import { eventsOf } from '../../testing/read-events.ts';
import { newOrganisation, type TestOrganisation } from '../../testing/sign-in.ts';
import { useTestServer } from '../../testing/test-server.ts';
import { buildClinic } from '../evaluation/evaluation.factory.ts';

const server = useTestServer();
const name = { zh: '春季测评', en: 'Spring assessment' };
const march = { name, kind: 'quarterly', from: '2024-03', until: '2024-03' } as const;

const begin = (org: TestOrganisation, more: object = {}) => org.call(api.createCampaign, { body: { ...march, ...more } });
const get = (org: TestOrganisation, id: string) => org.call(api.getCampaign, { params: { id } });
async function plan(org: TestOrganisation, id: string, more: Partial<CampaignPlan>) {
  const { version } = await get(org, id);
  return org.call(api.updateCampaign, { params: { id }, body: { version, plan: more } });
}
async function tick(org: TestOrganisation, id: string) {
  const { plan: now } = await get(org, id);
  return plan(org, id, { checklist: now.checklist.map((task) => ({ ...task, done: true })) });
}
async function move(org: TestOrganisation, id: string, to: api.Campaign['stage'], reason = '') {
  const { version } = await get(org, id);
  return org.call(api.moveCampaign, { params: { id }, body: { version, to, reason } });
}
async function refusedMove(org: TestOrganisation, id: string, to: api.Campaign['stage'], reason = '') {
  const { version } = await get(org, id);
  return org.refusal(api.moveCampaign, { params: { id }, body: { version, to, reason } });
}
const leader = (org: TestOrganisation) => ({ role: 'leader' as const, accountId: org.accountId, name: '' });
const sheetOf = (marks: readonly number[]) =>
  Object.fromEntries(['reliable', 'prompt', 'capable', 'orderly', 'caring'].map((row, at) => [`quality.${row}`, marks[at] ?? 3]));

test('from a template to the end; each stage says what it lacks, and every step is in the log', async () => {
  const org = await newOrganisation(server);
  await org.inside(buildClinic);
  const { id, plan: template, next } = await begin(org);
  expect(template.milestones.map(({ stage, due }) => [stage, due])).toEqual([
    ['prepare', '2024-02-23'],
    ['collect', '2024-04-08'],
    ['analyse', '2024-04-22'],
    ['feedback', '2024-05-01'],
    ['improve', '2024-07-30'],
  ]);
  expect(next).toMatchObject({ stage: 'collect', missing: [{ code: 'leader_missing' }, { code: 'tasks_open', params: { count: 2 } }] });
  const refused = await refusedMove(org, id, 'collect');
  expect(refused.errors).toMatchObject([{ code: 'campaign_leader_missing' }, { code: 'campaign_tasks_open', params: { count: 2 } }]);
  expect((await refusedMove(org, id, 'analyse')).code).toBe('campaign_no_such_step');

  await plan(org, id, { roles: [leader(org)], figures: [{ kind: 'indicator', code: 'wait', weight: 1 }] });
  await tick(org, id);
  await move(org, id, 'collect');
  expect((await refusedMove(org, id, 'analyse')).errors).toMatchObject([{ code: 'campaign_reviews_missing' }]);
  await org.call(api.saveReview, { params: { id }, body: { answers: sheetOf([4, 4, 4, 4, 4]) } });
  const analysed = await move(org, id, 'analyse');
  expect((await refusedMove(org, id, 'feedback')).errors).toMatchObject([{ code: 'campaign_not_frozen' }]);
  await org.call(results.freezeResult, { params: { id }, body: { version: analysed.version } });
  await move(org, id, 'feedback');
  expect((await refusedMove(org, id, 'improve')).errors).toMatchObject([{ code: 'campaign_recipients_missing' }]);
  const { recipients } = await org.call(api.setRecipients, { params: { id }, body: { accountIds: [org.accountId], teamIds: [] } });
  expect((await refusedMove(org, id, 'improve')).errors).toMatchObject([{ code: 'campaign_not_told', params: { count: 1 } }]);
  const recipientId = recipients[0]?.id ?? '';
  expect((await org.refusal(api.acknowledge, { params: { id, recipientId } })).code).toBe('campaign_not_told');
  await org.call(api.tellRecipients, { params: { id } });
  expect((await org.refusal(api.tellRecipients, { params: { id } })).code).toBe('campaign_nobody_to_tell');
  expect((await org.refusal(api.acknowledge, { params: { id, recipientId } }, { cookie: await org.as('executive') })).code).toBe(
    'campaign_note_of_others',
  );
  expect(await org.call(api.acknowledge, { params: { id, recipientId } })).toMatchObject({ facts: { told: 1, acknowledged: 1 } });
  await move(org, id, 'improve');

  const finding = await org.call(api.createFinding, { params: { id }, body: { title: 'Slow', kind: 'process', severity: 'high' } });
  expect((await refusedMove(org, id, 'closed')).errors).toMatchObject([{ code: 'campaign_findings_open', params: { count: 1 } }]);
  const findingParams = { id, findingId: finding.id };
  await org.call(api.updateFinding, { params: findingParams, body: { version: 1, state: 'done' } });
  const closed = await move(org, id, 'closed');
  expect(closed).toMatchObject({ stage: 'closed', next: null });
  expect(closed.milestones.map(({ state }) => state)).toEqual(['late', 'late', 'reached', 'reached', 'reached']);
  expect((await org.refusal(api.updateCampaign, { params: { id }, body: { version: closed.version, name } })).code).toBe('campaign_closed');
  expect((await refusedMove(org, id, 'improve')).errors).toMatchObject([{ path: 'reason', code: 'reason_needed' }]);
  const reopened = await move(org, id, 'improve', 'a finding was forgotten');
  expect(reopened.moves[0]).toMatchObject({ from: 'closed', to: 'improve', reason: 'a finding was forgotten', by: 'Ada' });
  const log = (await eventsOf(org)).filter(({ entity_id }) => entity_id === id).map(({ type }) => type);
  expect(log.filter((type) => type === 'campaign.moved')).toHaveLength(6);
  expect(new Set(log)).toEqual(
    new Set([
      'campaign.created',
      'campaign.changed',
      'campaign.moved',
      'campaign.reviewed',
      'campaign.frozen',
      'campaign.told',
      'campaign.acknowledged',
    ]),
  );
});

test('a plan that contradicts itself or names what is not there is refused', async () => {
  const org = await newOrganisation(server);
  expect((await org.refusal(api.createCampaign, { body: { ...march, until: '2024-02' } })).errors).toMatchObject([
    { path: 'until', code: 'until_before_from' },
  ]);
  const { id } = await begin(org, { chain: 'judge', code: 'spring' });
  expect((await org.refusal(api.createCampaign, { body: { ...march, code: 'spring' } })).code).toBe('campaign_code_taken');
  const refused = await org.refusal(api.updateCampaign, {
    params: { id },
    body: {
      version: 1,
      plan: {
        roles: [{ role: 'leader', accountId: newId(), name: '' }, { role: 'member' }],
        figures: [{ kind: 'indicator', code: 'nothing' }],
        checklist: [{ stage: 'feedback', name }],
        previousId: id,
      },
    },
  });
  expect(refused.errors.map(({ path, code }) => [path, code])).toEqual([
    ['plan.checklist.0.stage', 'unknown_stage'],
    ['plan.roles.1', 'one_person'],
    ['plan.previousId', 'unknown_campaign'],
    ['plan.roles.0.accountId', 'unknown_account'],
    ['plan.figures.0.code', 'unknown_indicator'],
  ]);
  expect(await get(org, id)).toMatchObject({ version: 1, stage: 'collect' });
});

test('experts judge apart; the panel has a mean with its interval, and a measure of agreement', async () => {
  const org = await newOrganisation(server, { roles: { reader: ['campaigns.read'] } });
  const { id } = await begin(org);
  const reader = { cookie: await org.as('reader') };
  expect((await org.refusal(api.saveReview, { params: { id }, body: { answers: sheetOf([5]) } }, reader)).status).toBe(403);
  const bad = await org.refusal(api.saveReview, { params: { id }, body: { answers: { 'quality.prompt': 9 } } });
  expect(bad.errors.map(({ path, code }) => `${path} ${code}`)).toContain('answers.quality.prompt out_of_scale');
  const marks = [
    [1, 2, 3, 4, 5],
    [2, 3, 4, 5, 5],
    [1, 3, 3, 4, 4],
  ];
  for (const [at, own] of marks.entries())
    await org.call(api.saveReview, { params: { id }, body: { name: `Expert ${at + 1}`, answers: sheetOf(own) } });
  expect((await org.call(api.listReviews, { params: { id } })).items.map(({ name: expert }) => expert)).toEqual([
    'Expert 1',
    'Expert 2',
    'Expert 3',
  ]);
  expect((await org.call(api.listReviews, { params: { id } }, reader)).items).toEqual([]);
  const { panel } = await org.call(results.getAnalysis, { params: { id } });
  // Means of the three sheets: 3, 3.8, 3; their mean 3.2667, standard deviation 0.4619, t(2; 0.975) = 4.3027.
  expect(panel?.measures[0]).toMatchObject({ key: 'quality', n: 3 });
  expect(panel?.measures[0]?.mean).toBeCloseTo(9.8 / 3, 12);
  expect(panel?.measures[0]?.low).toBeCloseTo(9.8 / 3 - (4.302652729911275 * Math.sqrt(0.64 / 3)) / Math.sqrt(3), 9);
  expect(panel?.agreement.icc).toBeCloseTo(iccByHand(marks), 12);
  expect(panel?.agreement.kendallW).toBeGreaterThan(0.9);
  // The same expert again replaces the sheet.
  await org.call(api.saveReview, { params: { id }, body: { name: 'Expert 1', answers: sheetOf([5, 5, 5, 5, 5]) } });
  expect((await org.call(api.listReviews, { params: { id } })).items).toHaveLength(3);
});

/** Two-way analysis of variance written out, after Shrout and Fleiss (1979). `marks` by expert. */
function iccByHand(marks: readonly (readonly number[])[]): number {
  const [k, n] = [marks.length, marks[0]?.length ?? 0];
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const all = mean(marks.flat());
  const rows = Array.from({ length: n }, (_, at) => mean(marks.map((own) => own[at] ?? 0)));
  const columns = marks.map(mean);
  const between = (k * rows.reduce((sum, row) => sum + (row - all) ** 2, 0)) / (n - 1);
  const raters = (n * columns.reduce((sum, column) => sum + (column - all) ** 2, 0)) / (k - 1);
  const left = marks.flatMap((own, c) => own.map((mark, r) => (mark - (rows[r] ?? 0) - (columns[c] ?? 0) + all) ** 2));
  const error = left.reduce((sum, value) => sum + value, 0) / ((n - 1) * (k - 1));
  return (between - error) / (between + (k - 1) * error + (k * (raters - error)) / n);
}

test('found by name, deleted and brought back', async () => {
  const org = await newOrganisation(server);
  const { id } = await begin(org);
  expect((await org.call(search, { query: { q: 'spring' } })).items).toMatchObject([{ kind: 'campaign', id, name }]);
  expect((await org.call(api.listCampaigns, { query: { q: '春季', stage: 'prepare' } })).items).toMatchObject([
    { id, leader: null, nextDue: '2024-02-23' },
  ]);
  expect((await org.call(api.listCampaigns, { query: { stage: 'collect' } })).items).toEqual([]);
  await org.call(api.deleteCampaign, { params: { id } });
  expect((await org.refusal(api.getCampaign, { params: { id } })).status).toBe(404);
  expect((await org.call(listTrash)).items).toMatchObject([{ kind: 'campaign', id }]);
  await org.call(restoreFromTrash, { params: { kind: 'campaign', id } });
  expect(await get(org, id)).toMatchObject({ id, stage: 'prepare' });
  const types = (await eventsOf(org)).filter(({ entity_id }) => entity_id === id).map(({ type }) => type);
  expect(types).toEqual(['campaign.created', 'campaign.deleted', 'campaign.restored']);
});

test('one who saves what somebody else has changed is told', async () => {
  const org = await newOrganisation(server);
  const { id } = await begin(org);
  await plan(org, id, { purpose: { zh: '新', en: 'New' } });
  const stale = await org.refusal(api.updateCampaign, { params: { id }, body: { version: 1, plan: { purpose: { zh: '旧', en: 'Old' } } } });
  expect(stale.code).toBe('changed_meanwhile');
});

test('only who may read campaigns is put on the list: others could not take note', async () => {
  const org = await newOrganisation(server, { roles: { desk: ['cases.read'] } });
  await org.inside(buildClinic);
  const { id } = await begin(org);
  await org.as('desk');
  const accounts = await server.owner.selectFrom('account').select('id').where('org_id', '=', org.orgId).execute();
  const stranger = accounts.find((account) => account.id !== org.accountId)?.id ?? '';
  const refused = await org.refusal(api.setRecipients, { params: { id }, body: { accountIds: [org.accountId, stranger], teamIds: [] } });
  expect(refused.errors).toMatchObject([{ path: 'accountIds.1', code: 'cannot_read_campaigns' }]);
  const set = await org.call(api.setRecipients, { params: { id }, body: { accountIds: [org.accountId], teamIds: [] } });
  expect(set.recipients.map(({ accountId }) => accountId)).toEqual([org.accountId]);
});
