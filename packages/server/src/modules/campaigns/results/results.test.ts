import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import * as api from '@zhiheng/contract/campaigns/campaigns';
import type { CampaignPlan, ChosenFigure } from '@zhiheng/contract/campaigns/plan';
import * as results from '@zhiheng/contract/campaigns/results';
import { createScorecard } from '@zhiheng/contract/evaluation/scores';
import { setLimits } from '@zhiheng/contract/measurement/indicators';
import { createSurvey, publishSurvey } from '@zhiheng/contract/surveys/surveys';
import { newOrganisation, type TestOrganisation } from '../../../testing/sign-in.ts';
import { useTestServer } from '../../../testing/test-server.ts';
import { buildClinic, clinicCard, clinicSamples, observe, type Sample } from '../../evaluation/evaluation.factory.ts';
import { both, formOf, storeAnswers } from '../../surveys/results/results.factory.ts';
import { canonical } from './canonical.rules.ts';

const server = useTestServer();
let org: TestOrganisation;

beforeEach(async () => {
  org = await newOrganisation(server);
  await org.inside(buildClinic);
  await org.call(createScorecard, { body: clinicCard });
  await store(clinicSamples);
});

const store = (samples: readonly Sample[]) => org.inside((operation) => observe(operation, samples));
const indicator = (code: string, weight = 1): ChosenFigure => ({ kind: 'indicator', code, weight });

/** A campaign of some months that has come to its analysis. */
async function analysed(month: string, figures: readonly ChosenFigure[], more: Partial<CampaignPlan> = {}): Promise<string> {
  const frame = { name: both(month), kind: 'special', chain: 'judge', from: month, until: month } as const;
  const { id, plan } = await org.call(api.createCampaign, { body: frame });
  const methods = plan.methods.filter(({ kind }) => kind === 'indicators');
  const roles = [{ role: 'leader' as const, accountId: org.accountId, name: '' }];
  const body = { version: 1, plan: { methods, roles, checklist: [], figures: [...figures], ...more } };
  const { version } = await org.call(api.updateCampaign, { params: { id }, body });
  await org.call(api.moveCampaign, { params: { id }, body: { version, to: 'analyse' } });
  return id;
}
async function freeze(id: string, reason = '') {
  const { version } = await org.call(api.getCampaign, { params: { id } });
  return org.call(results.freezeResult, { params: { id }, body: { version, reason } });
}
const analysisOf = (id: string) => org.call(results.getAnalysis, { params: { id } });
const recompute = (id: string, number = 1) => org.call(results.recomputeResult, { params: { id, number } });
const frozen = (id: string, number = 1) => org.call(results.getFrozenResult, { params: { id, number } });

test('figures are those of the scorecard, with interval, limits, score and grade', async () => {
  const id = await analysed('2024-03', [indicator('wait', 3), indicator('on_time'), indicator('complaint_rate')]);
  const { figures, score, coverage, grade } = await analysisOf(id);
  // As in the tests of scores: wait 48 min scores 48, on time 260 of 300 scores 40, complaints 15 per 10,000 score 80.
  expect(figures).toMatchObject([
    { key: 'indicator:wait', value: 48, n: 5, target: 30, status: 'missed', score: 48, moments: { kind: 'mean', n: 5, sum: 240 } },
    { key: 'indicator:on_time', n: 300, moments: { kind: 'share', count: 260, n: 300 }, status: 'missed' },
    { key: 'indicator:complaint_rate', value: 15, score: 80, moments: null, low: null },
  ]);
  expect(figures[0]?.low).toBeCloseTo(24.116116119, 8);
  expect(score).toBeCloseTo((3 * 48 + 40 + 80) / 5, 9);
  expect([coverage, grade]).toEqual([1, 'very-poor']);
});

test('a frozen result gives the same bytes for ever, whatever becomes of the data', async () => {
  const id = await analysed('2024-03', [indicator('wait'), indicator('on_time')]);
  const { sha256, number } = await freeze(id);
  const before = await frozen(id);
  expect(number).toBe(1);
  expect(sha256).toBe(createHash('sha256').update(before.document).digest('hex'));
  expect(before.document).toBe(canonical(JSON.parse(before.document)));
  expect(await recompute(id)).toEqual({
    equal: true,
    stored: sha256,
    noted: sha256,
    recomputed: sha256,
    bytes: Buffer.byteLength(before.document),
  });

  await store([
    ['wait', '2024-03-20T09:00', 5, 'north', 100],
    ['on_time', '2024-03-20T09:00', 100, 'north', 100],
  ]);
  await org.call(setLimits, { params: { code: 'wait' }, body: { validFrom: '2024-03-01', target: 1, warning: 2, critical: 3 } });
  expect((await analysisOf(id)).figures[0]?.value).not.toBe(48);
  expect(await recompute(id)).toMatchObject({ equal: true, recomputed: sha256 });
  expect(await frozen(id)).toEqual(before);
});

test('a byte that was changed in the store is found', async () => {
  const id = await analysed('2024-03', [indicator('wait')]);
  const { sha256 } = await freeze(id);
  // The application may not change a result: this is somebody who got hold of the database.
  await sql`update campaign_result set document = replace(document, '"value":48', '"value":47') where org_id = ${org.orgId}`.execute(
    server.owner,
  );
  const found = await recompute(id);
  expect(found).toMatchObject({ equal: false, noted: sha256, recomputed: sha256 });
  expect(found.stored).not.toBe(sha256);
});

test('a correction is a new number with a reason, and the old result stays', async () => {
  const id = await analysed('2024-03', [indicator('wait')]);
  await freeze(id);
  const first = await frozen(id);
  const { version } = await org.call(api.getCampaign, { params: { id } });
  const refused = await org.refusal(results.freezeResult, { params: { id }, body: { version } });
  expect(refused.errors).toMatchObject([{ path: 'reason', code: 'reason_needed' }]);
  await store([['wait', '2024-03-20T09:00', 72, 'south']]);
  expect(await freeze(id, 'one form was late')).toMatchObject({ number: 2, reason: 'one form was late', frozenBy: 'Ada' });
  expect((await frozen(id, 2)).analysis.figures[0]).toMatchObject({ value: 52, n: 6 });
  expect(await frozen(id)).toEqual(first);
  expect((await recompute(id)).equal && (await recompute(id, 2)).equal).toBe(true);
});

test('compared with the frozen result of the campaign before, and tested', async () => {
  await store([['wait', '2024-02-11T09:00', 34, 'north']]);
  const before = await analysed('2024-02', [indicator('wait'), indicator('on_time')]);
  await freeze(before);
  const later = await analysed('2024-03', [indicator('wait'), indicator('on_time'), indicator('satisfaction')], { previousId: before });
  const { figures } = await analysisOf(later);
  // Two proportions by hand below; Welch of 20, 40, 50, 60, 70 against 30, 34: scipy.stats.ttest_ind(equal_var=False), p = 0.137835.
  expect(figures[1]?.previous).toMatchObject({ value: 98, n: 100, test: 'two-proportions' });
  const pooled = 358 / 400;
  const z = (260 / 300 - 0.98) / Math.sqrt(pooled * (1 - pooled) * (1 / 300 + 1 / 100));
  expect(z).toBeCloseTo(-3.2022, 3);
  expect(figures[1]?.previous?.p).toBeCloseTo(0.00136, 4);
  expect(figures[0]?.previous).toMatchObject({ value: 32, n: 2, difference: 16, test: 'welch' });
  expect(figures[0]?.previous?.p).toBeCloseTo(0.137835, 5);
  expect(figures[2]?.previous).toBeNull();
  // What is frozen later carries what it was compared with: a correction of the earlier one does not change it.
  await freeze(later);
  await freeze(before, 'again');
  expect((await recompute(later)).equal).toBe(true);
});

test('figures of surveys come from their sums; the months of the campaign alone', async () => {
  const loyalty = { key: 'loyalty', kind: 'nps' as const, name: both('NPS'), field: 'again' };
  const form = formOf([{ key: 'again', type: 'nps', text: both('Again?') }], [loyalty]);
  const draft = await org.call(createSurvey, { body: { name: both('Visit'), form, settings: { minimumGroup: 2 } } });
  const survey = await org.call(publishSurvey, { params: { id: draft.id }, body: { version: draft.version } });
  const at = '2024-03-10T03:00:00Z';
  await storeAnswers(
    org,
    survey,
    [10, 10, 9, 8, 2].map((again) => ({ answers: { again }, at })),
  );
  await storeAnswers(org, survey, [{ answers: { again: 0 }, at: '2024-04-02T03:00:00Z' }]);
  const chosen: ChosenFigure = {
    kind: 'survey',
    surveyId: survey.id,
    measure: 'loyalty',
    part: null,
    weight: 1,
    target: 50,
    warning: 20,
    critical: 0,
  };
  const id = await analysed('2024-03', [chosen]);
  const { figures } = await analysisOf(id);
  // 3 promoters and 1 detractor of 5: 40, two thirds of the way from 20 (60 points) to 50 (100).
  expect(figures).toMatchObject([{ key: `survey:${survey.id}:loyalty`, n: 5, unit: 'points', status: 'near' }]);
  expect(figures[0]?.value).toBeCloseTo(40, 12);
  expect(figures[0]?.score).toBeCloseTo(60 + (40 * 2) / 3, 9);
  const { sha256 } = await freeze(id);
  await storeAnswers(org, survey, [{ answers: { again: 0 }, at }]);
  expect((await analysisOf(id)).figures[0]?.n).toBe(6);
  expect(await recompute(id)).toMatchObject({ equal: true, recomputed: sha256 });
});

test('nothing is frozen before there is an analysis', async () => {
  const { id } = await org.call(api.createCampaign, { body: { name: both('x'), kind: 'annual', from: '2024-03', until: '2024-03' } });
  expect((await org.refusal(results.freezeResult, { params: { id }, body: { version: 1 } })).code).toBe('campaign_not_analysed');
  expect((await org.refusal(results.recomputeResult, { params: { id, number: 1 } })).status).toBe(404);
});

test('a finding is verified by a later campaign with a frozen result, and by nothing else', async () => {
  const first = await analysed('2024-02', [indicator('wait')]);
  const body = { title: 'Waiting', kind: 'process' as const, severity: 'high' as const, evidence: ['indicator:wait'] };
  const finding = await org.call(api.createFinding, { params: { id: first }, body });
  const change = (more: object) => ({
    params: { id: first, findingId: finding.id },
    body: { version: 1, state: 'verified' as const, ...more },
  });
  expect((await org.refusal(api.updateFinding, change({}))).errors).toMatchObject([{ code: 'verified_by_nothing' }]);
  const later = await analysed('2024-03', [indicator('wait')]);
  expect((await org.refusal(api.updateFinding, change({ followUpId: later }))).errors).toMatchObject([{ code: 'verified_by_nothing' }]);
  expect((await org.refusal(api.updateFinding, change({ followUpId: first }))).errors).toMatchObject([
    { code: 'no_later_campaign' },
    { code: 'verified_by_nothing' },
  ]);
  await freeze(later);
  expect(await org.call(api.updateFinding, change({ followUpId: later }))).toMatchObject({
    state: 'verified',
    followUpName: both('2024-03'),
  });
});
