import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { subjectFilter } from '../measurement/observations.ts';
import { id, idParams, instant, pageOf, pageQuery } from '../values/page.ts';
import { indicatorCode, localText } from '../values/text.ts';
import { plannedLooks, verdictWord, verificationBucket, verificationMethod, verificationState } from './verification-kind.ts';

const count = z.number().int();
const day = z.iso.date();
const interval = z.tuple([z.number(), z.number()]);

/** Which figures a plan compares, and how big a change it waits for. */
const planFields = z.object({
  projectId: id.nullable().default(null),
  title: z.string().trim().max(200).default(''),
  indicator: indicatorCode,
  slice: subjectFilter.default({}),
  /** the comparison unit, or the new variant of an experiment; the slice is then the unit that is changed, or the old variant */
  comparison: subjectFilter.nullable().default(null),
  method: verificationMethod,
  bucket: verificationBucket.default('week'),
  /** the first day of the baseline and the first day of the change */
  baselineFrom: day,
  startOn: day,
  /** periods after the start that are waited for */
  periods: count.min(3).max(120),
  /** above 0, in the unit of the indicator: points for a share */
  expectedChange: z.number().positive().max(1e12),
  alpha: z.number().min(0.001).max(0.2).default(0.05),
  power: z.number().min(0.5).max(0.99).default(0.8),
  looks: plannedLooks.default('once'),
  /** observations after the start; of an experiment per variant */
  minimumN: count.min(1).max(10_000_000).default(30),
  /** planned shares of the old and the new variant */
  weights: z.tuple([z.number().positive().max(1000), z.number().positive().max(1000)]).default([1, 1]),
  /** picked among all units of its kind because it was the worst */
  pickedAmong: z.enum(['service', 'team', 'site', 'segment']).nullable().default(null),
});
export type VerificationPlanInput = z.input<typeof planFields>;

const point = z.object({ at: count, day, value: z.number(), n: count });
export type VerificationPoint = z.infer<typeof point>;

const warning = z.discriminatedUnion('code', [
  z.object({ code: z.literal('regression-to-mean'), expectedReturn: z.number(), shrinkage: z.number(), units: count }),
  z.object({ code: z.literal('autocorrelation'), correlation: z.number() }),
  z.object({ code: z.literal('baseline-trend'), slope: z.number(), p: z.number() }),
  z.object({ code: z.literal('parallel-trend'), slope: z.number(), p: z.number() }),
  z.object({ code: z.literal('season') }),
  z.object({ code: z.literal('missing-periods'), missing: count, of: count }),
  z.object({ code: z.literal('both-sides') }),
  z.object({ code: z.literal('smaller-than-expected'), most: z.number(), expected: z.number() }),
  z.object({ code: z.literal('sample-ratio'), p: z.number(), counts: z.array(z.number()), expected: z.array(z.number()) }),
]);
export type VerificationWarning = z.infer<typeof warning>;

const reason = z.enum([
  'improved',
  'worsened',
  'no-change-possible',
  'waiting-for-periods',
  'waiting-for-observations',
  'between-looks',
  'cannot-be-judged',
  'sample-ratio',
]);
export type VerificationReason = z.infer<typeof reason>;

/** One look at the data of a plan. */
const verdict = z.object({
  verdict: verdictWord,
  reason,
  final: z.boolean(),
  look: count,
  looks: count,
  periods: count,
  plannedPeriods: count,
  n: count,
  neededN: count,
  before: z.number().nullable(),
  after: z.number().nullable(),
  estimate: z.number().nullable(),
  interval: interval.nullable(),
  confidence: z.number(),
  expectedChange: z.number(),
  details: z.object({
    standardError: z.number().nullable(),
    df: z.number().nullable(),
    lag: z.number().nullable(),
    correlation: z.number().nullable(),
    runLength: z.number().nullable(),
    p: z.number().nullable(),
  }),
  warnings: z.array(warning),
});
export type VerificationVerdict = z.infer<typeof verdict>;

export const verificationRow = z.object({
  id,
  number: z.string(),
  title: z.string(),
  projectId: id.nullable(),
  indicator: indicatorCode,
  indicatorName: localText.nullable(),
  unit: z.string(),
  decimals: count,
  method: verificationMethod,
  startOn: day,
  endOn: day,
  state: verificationState,
  verdict: verdictWord,
  registeredAt: instant,
  decidedAt: instant.nullable(),
});
export type VerificationRow = z.infer<typeof verificationRow>;

export const verification = verificationRow.extend({
  ...planFields.omit({ projectId: true, title: true, indicator: true, method: true, startOn: true }).shape,
  better: z.enum(['higher', 'lower']),
  measure: z.enum(['mean', 'share']),
  registeredBy: z.string().nullable(),
  planHash: z.string(),
  /** as they were when the plan was registered */
  baseline: z.array(point),
  after: z.array(point),
  /** the newest look, or what is waited for */
  current: verdict,
  history: z.array(verdict.extend({ at: instant, sha256: z.string(), number: count })),
  withdrawn: z.object({ at: instant, reason: z.string(), by: z.string().nullable() }).nullable(),
  reopened: z.object({ at: instant, reason: z.string(), caseId: id.nullable() }).nullable(),
});
export type Verification = z.infer<typeof verification>;

/** Why a method suits what is there, or does not. */
const advice = z.object({
  method: verificationMethod,
  suits: z.boolean(),
  why: z.enum([
    'stable',
    'trending',
    'restless',
    'few-periods',
    'no-comparison',
    'comparison-given',
    'single-values',
    'no-variants',
    'variants-given',
    'not-additive',
  ]),
});
export type MethodAdvice = z.infer<typeof advice>;

const outlook = z.object({
  baseline: z.array(point),
  /** observations of an average period */
  perPeriod: z.number().nullable(),
  unit: z.string(),
  decimals: count,
  deviation: z.number().nullable(),
  correlation: z.number().nullable(),
  /** chance to see the expected change in the planned periods */
  power: z.number().nullable(),
  neededPeriods: count.nullable(),
  neededN: count.nullable(),
  /** day after which the needed periods are over, at the pace of the baseline */
  reachedOn: day.nullable(),
  endOn: day,
  advice: z.array(advice),
  /** codes of what keeps the plan from being registered */
  problems: z.array(z.object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) })),
});
export type VerificationOutlook = z.infer<typeof outlook>;

export const listVerifications = endpoint('GET /api/v1/verifications', {
  summary: 'Verifications, the newest first',
  access: 'improvement.read',
  query: pageQuery.extend({
    q: z.string().max(200).optional(),
    state: verificationState.optional(),
    verdict: verdictWord.optional(),
    projectId: id.optional(),
  }),
  response: pageOf(verificationRow),
});
export const getVerification = endpoint('GET /api/v1/verifications/:id', {
  summary: 'A verification with its plan, frozen baseline, looks and verdict',
  access: 'improvement.read',
  params: idParams,
  response: verification,
});
export const previewVerification = endpoint('POST /api/v1/verifications/outlook', {
  summary: 'What a plan can show: periods and observations needed, when they will be there, which method suits the data; stores nothing',
  access: 'improvement.read',
  body: planFields,
  response: outlook,
});
/** Nothing of it can be changed afterwards. */
export const registerVerification = endpoint('POST /api/v1/verifications', {
  summary: 'Register how an effect will be judged, with a copy of the baseline, before there are data of the time after',
  access: 'improvement.write',
  body: planFields,
  response: verification,
});
export const withdrawVerification = endpoint('POST /api/v1/verifications/:id/withdrawal', {
  summary: 'Withdraw a registered plan with a reason; it stays visible',
  access: 'improvement.write',
  params: idParams,
  body: z.object({ reason: z.string().trim().min(1).max(2000) }),
  response: verification,
});
export const recomputeLook = endpoint('POST /api/v1/verifications/:id/looks/:number/recomputation', {
  summary: 'Calculate a look again from the figures it keeps and compare byte by byte',
  access: 'improvement.read',
  params: z.object({ id, number: z.coerce.number().int().min(1).max(1000) }),
  response: z.object({ equal: z.boolean(), stored: z.string(), noted: z.string(), recomputed: z.string(), bytes: count }),
});
