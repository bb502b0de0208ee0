import { z } from 'zod';
import { done, endpoint } from '../endpoint.ts';
import { direction, measure } from '../measurement/indicator.ts';
import { subjectFilter } from '../measurement/observations.ts';
import { id, idParams, instant, pageOf, pageQuery } from '../values/page.ts';
import { indicatorCode, localText } from '../values/text.ts';
import { chartBucket, chartRules, runRule, signalKind, signalState } from './signal-kind.ts';

const count = z.number().int();
const version = z.number().int();

const slice = z.object({
  serviceId: id.nullable().default(null),
  teamId: id.nullable().default(null),
  siteId: id.nullable().default(null),
  segmentId: id.nullable().default(null),
});
export type SignalSlice = z.infer<typeof slice>;

const ofIndicator = { indicator: indicatorCode, slice: slice.default({ serviceId: null, teamId: null, siteId: null, segmentId: null }) };
const level = z.enum(['target', 'warning', 'critical']);
/** By what cases are counted for hot spots. */
export const spotBy = z.enum(['category', 'service', 'site']);
export type SpotBy = z.infer<typeof spotBy>;

/** What is watched, and from what on a signal is raised. */
export const watch = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('control-chart'),
    ...ofIndicator,
    bucket: chartBucket,
    ruleSet: chartRules.default('nelson'),
    /** rules of the set that count */
    rules: z.array(runRule).min(1).max(8).default(['beyond-three-sigma', 'one-side', 'trend', 'two-of-three-beyond-two-sigma']),
    /** so many first points make centre and limits; null: all before the newest ten */
    baseline: z.number().int().min(8).max(400).nullable().default(null),
  }),
  z.object({
    kind: z.literal('threshold'),
    ...ofIndicator,
    bucket: chartBucket,
    level,
    /** so many periods running */
    periods: z.number().int().min(1).max(12),
  }),
  z.object({
    kind: z.literal('forecast'),
    ...ofIndicator,
    /** a day's forecast has a season of seven days, a month's one of twelve months */
    bucket: chartBucket.extract(['day', 'month']),
    level,
    horizon: z.number().int().min(1).max(28),
  }),
  z.object({
    kind: z.literal('hot-spot'),
    of: z.enum(['complaints', 'cases']),
    by: z.array(spotBy).min(1).max(3),
    /** weeks of its own history that a week is held against */
    weeks: z.number().int().min(12).max(104).default(26),
    /** share of false hot spots among all that may be raised */
    falseShare: z.number().min(0.001).max(0.2).default(0.05),
    /** of fewer in a week nothing is said */
    least: z.number().int().min(2).max(1000).default(5),
  }),
]);
export type Watch = z.infer<typeof watch>;

export const signalRule = z.object({
  id,
  watch,
  indicatorName: localText.nullable(),
  enabled: z.boolean(),
  checkedAt: instant.nullable(),
  /** why nothing can be said yet: too little history, no limits */
  obstacle: z.string().nullable(),
  raised: count,
  version,
});
export type SignalRule = z.infer<typeof signalRule>;
export const listSignalRules = endpoint('GET /api/v1/signal-rules', {
  summary: 'What is watched',
  access: 'diagnosis.read',
  response: z.object({ items: z.array(signalRule) }),
});
export const createSignalRule = endpoint('POST /api/v1/signal-rules', {
  summary: 'Watch an indicator, or counts of cases',
  access: 'diagnosis.define',
  body: z.object({ watch, enabled: z.boolean().default(true) }),
  response: signalRule,
});
export const updateSignalRule = endpoint('PATCH /api/v1/signal-rules/:id', {
  summary: 'Change what is watched, or rest it',
  access: 'diagnosis.define',
  params: idParams,
  body: z.object({ version, watch: watch.optional(), enabled: z.boolean().optional() }),
  response: signalRule,
});
export const deleteSignalRule = endpoint('DELETE /api/v1/signal-rules/:id', {
  summary: 'Watch no longer; its signals stay on record as cleared',
  access: 'diagnosis.define',
  params: idParams,
  response: done,
});
export const watchHeadline = endpoint('POST /api/v1/signal-rules/usual', {
  summary:
    'Watch what a scorecard shows first: control charts, critical limits and forecasts of its headline indicators, and hot spots of complaints',
  access: 'diagnosis.define',
  response: z.object({ items: z.array(signalRule) }),
});

/** What was seen. Of a chart: the rule and the last point; of a limit: the figures; of a forecast: when and how sure; of a hot spot: count against expectation. */
const detail = z.record(z.string(), z.union([z.string(), z.number(), z.null(), localText, z.tuple([z.number(), z.number()])]));
export const signal = z.object({
  id,
  ruleId: id.nullable(),
  kind: signalKind,
  state: signalState,
  severity: z.enum(['low', 'medium', 'high']),
  indicator: indicatorCode.nullable(),
  /** the indicator, or the category, service or site */
  name: localText,
  slice,
  sliceName: localText.nullable(),
  /** the bucket that showed it: a day, the Monday of a week, or a month */
  bucket: z.string(),
  detail,
  raisedAt: instant,
  clearedAt: instant.nullable(),
  acknowledgedAt: instant.nullable(),
  acknowledgedBy: z.string().nullable(),
  note: z.string(),
});
export type Signal = z.infer<typeof signal>;

export const signalFilter = z.object({
  kind: signalKind.optional(),
  state: z.union([signalState, z.literal('active')]).optional(),
  indicator: indicatorCode.optional(),
});
export const listSignals = endpoint('GET /api/v1/signals', {
  summary: 'Signals, newest first',
  access: 'diagnosis.read',
  query: pageQuery.extend(signalFilter.shape),
  response: pageOf(signal).extend({ total: count }),
});
export const getSignal = endpoint('GET /api/v1/signals/:id', {
  summary: 'A signal',
  access: 'diagnosis.read',
  params: idParams,
  response: signal,
});
export const acknowledgeSignal = endpoint('POST /api/v1/signals/:id/acknowledgement', {
  summary: 'Take note of a signal, with what is made of it',
  access: 'findings.write',
  params: idParams,
  body: z.object({ note: z.string().trim().max(2000).default('') }),
  response: signal,
});

const point = z.object({ bucket: z.string(), value: z.number().nullable(), n: count });
/** Too little, or too even, for limits. */
const noChart = z.object({ kind: z.enum(['insufficient', 'undetermined']), n: count, needed: count.nullable() });
export const controlChart = z.object({
  indicator: indicatorCode,
  name: localText,
  unit: z.string(),
  decimals: count,
  measure,
  direction,
  target: z.number().nullable(),
  bucket: chartBucket,
  asOf: instant,
  points: z.array(point),
  chart: z.union([
    z.object({
      kind: z.literal('individuals-chart'),
      center: z.number(),
      sigma: z.number(),
      limits: z.tuple([z.number(), z.number()]),
      /** points, counted from 0 among those with a value, that signal, with the rules they break */
      signals: z.array(z.object({ bucket: z.string(), rules: z.array(runRule) })),
      range: z.object({ mean: z.number(), upper: z.number(), beyond: z.array(z.string()) }),
      ruleSet: chartRules,
      /** points that made centre and limits */
      baseline: count,
    }),
    noChart,
  ]),
});
export type ControlChart = z.infer<typeof controlChart>;
export const readControlChart = endpoint('GET /api/v1/control-charts/:code', {
  summary: 'I-MR chart of an indicator by day, week or month, with run rules',
  access: 'diagnosis.read',
  params: z.object({ code: indicatorCode }),
  query: subjectFilter.extend({
    bucket: chartBucket.default('week'),
    points: z.coerce.number().int().min(10).max(400).default(52),
    ruleSet: chartRules.default('nelson'),
    baseline: z.coerce.number().int().min(8).max(400).optional(),
  }),
  response: controlChart,
});

export const forecast = z.object({
  indicator: indicatorCode,
  name: localText,
  unit: z.string(),
  decimals: count,
  measure,
  direction,
  bucket: chartBucket,
  target: z.number().nullable(),
  warning: z.number().nullable(),
  critical: z.number().nullable(),
  asOf: instant,
  points: z.array(point),
  outcome: z.union([
    z.object({
      kind: z.literal('forecast'),
      values: z.array(z.object({ bucket: z.string(), value: z.number(), interval: z.tuple([z.number(), z.number()]) })),
      /** how it did on the last values, which it had not seen; scaled below 1: better than repeating the cycle before */
      accuracy: z
        .object({
          n: count,
          meanAbsoluteError: z.number(),
          scaledError: z.number().nullable(),
          coverage: z.number(),
          origins: count,
        })
        .nullable(),
      /** buckets without a value, filled with those of the cycle before */
      filled: count,
      season: count,
      parameters: z.object({ alpha: z.number(), beta: z.number(), gamma: z.number() }),
    }),
    noChart,
  ]),
});
export type IndicatorForecast = z.infer<typeof forecast>;
export const readForecast = endpoint('GET /api/v1/forecasts/:code', {
  summary: 'Holt–Winters forecast of an indicator, with its accuracy on values it had not seen',
  access: 'diagnosis.read',
  params: z.object({ code: indicatorCode }),
  query: subjectFilter.extend({
    bucket: chartBucket.extract(['day', 'month']).default('day'),
    horizon: z.coerce.number().int().min(1).max(28).default(14),
  }),
  response: forecast,
});

export const readHotSpots = endpoint('GET /api/v1/hot-spots', {
  summary: 'Cases of the last whole week by category, service or site, against their own history',
  access: 'diagnosis.read',
  query: z.object({
    of: z.enum(['complaints', 'cases']).default('complaints'),
    by: spotBy.default('category'),
    weeks: z.coerce.number().int().min(12).max(104).default(26),
  }),
  response: z.object({
    /** the Monday of the week */
    week: z.iso.date(),
    tested: count,
    items: z.array(
      z.object({
        id,
        name: localText,
        count,
        expected: z.number(),
        /** of at least so many, were nothing different; null where the history is too short to ask */
        probability: z.number().nullable(),
        /** corrected for all that were tested */
        adjusted: z.number().nullable(),
        history: z.array(count),
        spread: z.enum(['poisson', 'negative-binomial']),
        isHot: z.boolean(),
      }),
    ),
  }),
});
