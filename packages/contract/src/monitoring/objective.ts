import { z } from 'zod';
import { id, instant } from '../values/page.ts';
import { indicatorCode } from '../values/text.ts';

/** What is counted: the runs of a probe, or the observations of an indicator for the service. */
export const objectiveSource = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('probe'),
    probeId: id,
    /** answers that took longer are bad; null: whether it answers is what counts */
    latencyMs: z.number().int().min(1).max(60_000).nullable(),
  }),
  z.object({
    kind: z.literal('indicator'),
    code: indicatorCode,
    /** beyond it an observation is bad, in the unit of the indicator; null for shares, which count good and bad themselves */
    limit: z.object({ op: z.enum(['lte', 'gte']), value: z.number() }).nullable(),
  }),
]);
export type ObjectiveSource = z.infer<typeof objectiveSource>;

export const objectiveWindow = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('rolling'), unit: z.literal('day'), count: z.number().int().min(1).max(90) }),
  z.object({ kind: z.literal('calendar'), unit: z.enum(['week', 'month', 'quarter']) }),
]);
export type ObjectiveWindow = z.infer<typeof objectiveWindow>;

/** Seconds, whole minutes. */
const slice = z.number().int().min(60).max(86_400).multipleOf(60);
export const objectiveMethod = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('occurrences'), slice }),
  z.object({ kind: z.literal('time-slices'), slice, sliceTarget: z.number().gt(0).max(1) }),
]);

export const burnRatePair = z.object({
  rate: z.number().positive().max(10_000),
  /** seconds */
  long: z.number().int().min(60).max(7_776_000),
  /** seconds */
  short: z.number().int().min(60).max(7_776_000),
  severity: z.enum(['page', 'ticket']),
});
export type BurnRatePair = z.infer<typeof burnRatePair>;

export const objectiveAlerts = z.object({
  pairs: z.array(burnRatePair).max(6),
  /** with less that is bad in the long stretch nobody is called */
  minimumBad: z.number().int().min(1).max(1_000_000),
  minimumTotal: z.number().int().min(1).max(1_000_000),
});

/** A promise over time. Once published it never changes. */
export const objectiveDefinition = z.object({
  serviceId: id,
  source: objectiveSource,
  /** share that is promised to be good: 0.999 */
  target: z.number().gt(0).lt(1),
  method: objectiveMethod,
  window: objectiveWindow,
  /** the promise covers the hours of this calendar; null: always */
  calendarId: id.nullable(),
  /** earlier time is not judged */
  since: instant,
  alerts: objectiveAlerts,
});
export type ObjectiveDefinition = z.infer<typeof objectiveDefinition>;

const coverage = z.object({ expected: z.number().int(), measured: z.number().int(), share: z.number().nullable() });
const budget = z.object({ allowed: z.number(), spent: z.number(), left: z.number(), leftShare: z.number() });
const within = { from: instant, to: instant, coverage };

/** How an objective stands in a window. Time that nobody measured is neither good nor bad: it shows as coverage. */
export const objectiveStatus = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('unmeasured'), ...within }),
  z.object({
    kind: z.literal('measured'),
    ...within,
    complete: z.boolean(),
    good: z.number().int(),
    n: z.number().int(),
    attainment: z.number(),
    met: z.boolean(),
    budget,
    attainmentWithoutExclusions: z.number(),
  }),
]);
export type ObjectiveStatus = z.infer<typeof objectiveStatus>;

const stretch = z.object({ rate: z.number().nullable(), bad: z.number().int(), n: z.number().int() });
/** `quiet`: it burns too fast, on too little evidence to call anybody. */
export const burning = z.object({ kind: z.enum(['firing', 'quiet', 'calm']), pair: burnRatePair, long: stretch, short: stretch });
export type Burning = z.infer<typeof burning>;
