import { z } from 'zod';
import { code } from '../values/text.ts';

/**
 * What one observation of an indicator is.
 * - `number`: a measured value (score, temperature, dBm …)
 * - `duration`: elapsed time, stored in seconds, shown in the indicator's unit
 * - `share`: so many of so many (1 of 1 for a single yes), shown in %
 * - `count`: how many happened, added up over a period
 * - `formula`: computed from other indicators, never observed
 */
export const measure = z.enum(['number', 'duration', 'share', 'count', 'formula']);
export type Measure = z.infer<typeof measure>;

/** How the observations of a period become one figure. */
export const aggregate = z.enum(['mean', 'median', 'p90', 'p95', 'p99', 'sum', 'min', 'max']);
export type Aggregate = z.infer<typeof aggregate>;

/** Which way is better; `nominal`: nearer to the target is better, limits are deviations from it. */
export const direction = z.enum(['higher', 'lower', 'nominal']);
export type Direction = z.infer<typeof direction>;

/** Technical (TSQ) or user-perceived (USQ) service quality. */
export const perspective = z.enum(['technical', 'user']);
export type Perspective = z.infer<typeof perspective>;

/** How often the figure is collected and judged. */
export const period = z.enum(['day', 'week', 'month', 'quarter', 'half-year', 'year']);
export type Period = z.infer<typeof period>;

/** industry norm, own history, peer group */
export const benchmarkKind = z.enum(['industry', 'own', 'peer']);
export type BenchmarkKind = z.infer<typeof benchmarkKind>;

/** The quality dimension that an indicator speaks of. */
export const dimension = z.enum([
  'functionality',
  'safety',
  'comfort',
  'responsiveness',
  'efficiency',
  'reliability',
  'availability',
  'supportability',
  'tangibles',
  'friendliness',
  'accuracy',
  'satisfaction',
  'compliance',
  'hygiene',
  'economy',
]);
export type Dimension = z.infer<typeof dimension>;

/** Fields that pack files, API and forms of an indicator have in common. */
export const indicatorFields = {
  dimension,
  perspective,
  measure,
  unit: z.string().trim().min(1).max(24),
  decimals: z.number().int().min(0).max(6).default(2),
  direction,
  aggregate: aggregate.default('mean'),
  period: period.default('month'),
  formula: z.string().trim().min(1).max(500).optional(),
  plausible_min: z.number().optional(),
  plausible_max: z.number().optional(),
  source: code.optional(),
};

/** How a value becomes a score: settings of the organisation, no norm. */
export const scoreSettings = z.strictObject({
  at_critical: z.number().min(0).max(100).default(0),
  at_warning: z.number().min(0).max(100).default(60),
  at_target: z.number().min(0).max(100).default(100),
  grades: z
    .strictObject({
      excellent: z.number().min(0).max(100),
      good: z.number().min(0).max(100),
      fair: z.number().min(0).max(100),
      poor: z.number().min(0).max(100),
    })
    .default({ excellent: 90, good: 80, fair: 70, poor: 60 }),
  minimum_coverage: z.number().min(0).max(1).default(0.8),
  minimum_n: z.number().int().min(1).default(30),
  /** what the organisation wants its service quality index to reach */
  index_target: z.number().min(0).max(100).default(90),
});
export type ScoreSettings = z.infer<typeof scoreSettings>;

/** 优 / 良 / 中 / 差 / 很差 */
export const grade = z.enum(['excellent', 'good', 'fair', 'poor', 'very-poor']);
export type Grade = z.infer<typeof grade>;
