import { z } from 'zod';
import { done, endpoint } from '../endpoint.ts';
import { id, instant } from '../values/page.ts';
import { code, indicatorCode, localText } from '../values/text.ts';
import { scoreSettings } from '../measurement/indicator.ts';
import { benchmark, indicator, limits } from '../measurement/indicators.ts';
import { subjectFilter } from '../measurement/observations.ts';
import { figure, scoreNode, scorePeriod, sliceBy } from '../evaluation/scores.ts';

/** A point of a trend: a month (`2026-11`), or a day (`2026-11-21`). */
const trendPoint = z.object({
  bucket: z.string(),
  value: z.number().nullable(),
  n: z.number().int(),
  interval: z.tuple([z.number(), z.number()]).nullable(),
});
export type TrendPoint = z.infer<typeof trendPoint>;

/**
 * What asks for attention, worked out from the figures of the period. `params` of a figure: `value, unit, decimals, n, target`, with
 * `warning, critical` (missed), `warning` (near), `previous` (worsened), `needed` (few_answers), `low, high` (slice_missed).
 * `no_data`: `lastSeen` (a month), or, without an indicator, `count` of `of` that no month shown has. `quarantine`: `rows` (at most
 * 10,000 are counted). `collection_overdue`: `period, dueOn, missing`.
 */
const attention = z.object({
  severity: z.enum(['urgent', 'watch', 'note']),
  kind: z.enum(['missed', 'near', 'worsened', 'no_data', 'few_answers', 'quarantine', 'collection_overdue', 'slice_missed']),
  indicator: indicatorCode.nullable(),
  name: localText,
  slice: localText.nullable(),
  params: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
  at: instant.nullable(),
});
export type Attention = z.infer<typeof attention>;

/** Slices of one headline indicator with intervals, worst first: no league table. */
const ranking = z.object({
  by: sliceBy,
  indicator: indicatorCode,
  name: localText,
  unit: z.string(),
  target: z.number().nullable(),
  slices: z.array(
    z.object({
      id,
      name: localText,
      value: z.number(),
      n: z.number().int(),
      interval: z.tuple([z.number(), z.number()]).nullable(),
      attention: z.boolean(),
    }),
  ),
});

export const board = z.object({
  period: scorePeriod,
  /** periods with data, newest first */
  periods: z.array(scorePeriod),
  asOf: instant.nullable(),
  scope: z.object({ services: z.number().int(), sites: z.number().int(), series: z.number().int(), observations: z.number().int() }),
  scorecard: z.object({ code, name: localText, settings: scoreSettings }).nullable(),
  headline: z.array(z.object({ figure, trend: z.array(trendPoint) })),
  index: z
    .object({
      root: scoreNode,
      target: z.number(),
      trend: z.array(z.object({ bucket: z.string(), score: z.number().nullable(), coverage: z.number() })),
    })
    .nullable(),
  ranking: ranking.nullable(),
  attention: z.array(attention),
  attentionTotal: z.number().int(),
});
export type Board = z.infer<typeof board>;
export const readBoard = endpoint('GET /api/v1/board', {
  summary: 'The quality board of a month, quarter or year',
  access: 'insight.read',
  query: subjectFilter.extend({ scorecard: code.optional(), period: scorePeriod.optional(), by: sliceBy.optional() }),
  response: board,
});

const percentiles = z.object({
  p5: z.number(),
  p25: z.number(),
  p50: z.number(),
  p75: z.number(),
  p90: z.number(),
  p95: z.number(),
  p99: z.number(),
});
const summary = z.object({
  n: z.number().int(),
  mean: z.number().nullable(),
  sd: z.number().nullable(),
  min: z.number().nullable(),
  max: z.number().nullable(),
  sum: z.number().nullable(),
  /** percent of observations that meet the target, with its interval */
  attained: z.number().nullable(),
  attainedInterval: z.tuple([z.number(), z.number()]).nullable(),
  percentiles: percentiles.nullable(),
});
/** Everything about one indicator for a period and a slice: the page behind every number. */
export const readIndicatorReport = endpoint('GET /api/v1/indicator-reports/:code', {
  summary: 'Trend, limits, n, interval, distribution, comparison of one indicator',
  access: 'insight.read',
  params: z.object({ code: indicatorCode }),
  query: subjectFilter.extend({
    period: scorePeriod.optional(),
    by: sliceBy.default('service'),
    grain: z.enum(['month', 'day']).default('month'),
  }),
  response: z.object({
    period: scorePeriod,
    from: instant,
    to: instant,
    indicator,
    figure,
    summary,
    trend: z.array(trendPoint.extend({ p50: z.number().nullable(), p95: z.number().nullable(), target: z.number().nullable() })),
    limits: limits.nullable(),
    slices: z.array(
      z.object({
        id,
        name: localText,
        value: z.number().nullable(),
        n: z.number().int(),
        interval: z.tuple([z.number(), z.number()]).nullable(),
        status: figure.shape.status,
      }),
    ),
    comparisons: z.array(z.object({ benchmark, gap: z.number().nullable() })),
    inputs: z.array(figure),
  }),
});

/** Percentiles per day, from histograms. */
export const readDailyPercentiles = endpoint('GET /api/v1/indicator-reports/:code/daily-percentiles', {
  summary: 'Median, 90th, 95th and 99th percentile per day',
  access: 'insight.read',
  params: z.object({ code: indicatorCode }),
  query: subjectFilter.extend({ from: z.iso.date(), to: z.iso.date() }),
  response: z.object({
    days: z.array(z.object({ day: z.iso.date(), n: z.number().int(), p50: z.number(), p90: z.number(), p95: z.number(), p99: z.number() })),
  }),
});

export const searchKind = z.enum([
  'case',
  'customer',
  'service',
  'survey',
  'article',
  'agreement',
  'supplier',
  'calendar',
  'indicator',
  'scorecard',
  'unit',
  'standard',
  'cause-analysis',
  'account',
  'field-study',
  'campaign',
  'finding',
  'project',
  'review',
  'service-plan',
]);
export type SearchKind = z.infer<typeof searchKind>;
export const search = endpoint('GET /api/v1/search', {
  summary: 'Whatever the caller may read, by name, code or number; cases by their words',
  access: 'signed-in',
  query: z.object({ q: z.string().trim().min(1).max(100) }),
  response: z.object({
    items: z.array(
      z.object({
        kind: searchKind,
        id: z.string(),
        code: z.string(),
        name: localText,
      }),
    ),
  }),
});

export const trashKind = z.enum([
  'service',
  'indicator',
  'scorecard',
  'team',
  'site',
  'segment',
  'account',
  'collection',
  'calendar',
  'agreement',
  'supplier',
  'service-contract',
  'customer',
  'case-category',
  'customer-need',
  'article',
  'standard',
  'cause-analysis',
  'service-failure',
  'survey',
  'field-study',
  'field-session',
  'campaign',
  'project',
  'review',
  'service-plan',
]);
export const listTrash = endpoint('GET /api/v1/trash', {
  summary: 'What was deleted and can come back',
  access: 'trash.restore',
  response: z.object({
    items: z.array(z.object({ kind: trashKind, id, label: z.string(), deletedAt: instant, deletedBy: z.string().nullable() })),
  }),
});
export const restoreFromTrash = endpoint('POST /api/v1/trash/:kind/:id/restore', {
  summary: 'Bring something back from the trash',
  access: 'trash.restore',
  params: z.object({ kind: trashKind, id }),
  response: done,
});
