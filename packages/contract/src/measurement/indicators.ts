import { z } from 'zod';
import { done, endpoint } from '../endpoint.ts';
import { id, idParams, instant } from '../values/page.ts';
import { code, indicatorCode, localProse, localText } from '../values/text.ts';
import { countedFrom } from './counted-from.ts';
import { aggregate, benchmarkKind, dimension, direction, indicatorFields, measure, period, perspective } from './indicator.ts';

/** Limits hold from a day on; every change is a new version, so that old months keep the limits they were judged by. */
export const limits = z.object({
  version: z.number().int(),
  validFrom: z.iso.date(),
  target: z.number().nullable(),
  warning: z.number().nullable(),
  critical: z.number().nullable(),
});
export type Limits = z.infer<typeof limits>;

export const benchmark = z.object({
  id,
  kind: benchmarkKind,
  value: z.number(),
  source: localText,
  url: z.string().nullable(),
  asOf: z.iso.date(),
});
export type Benchmark = z.infer<typeof benchmark>;

export const indicator = z.object({
  id,
  code: indicatorCode,
  name: localText,
  definition: localProse,
  dimension,
  perspective,
  measure,
  unit: z.string(),
  decimals: z.number().int(),
  direction,
  aggregate,
  period,
  formula: z.string().nullable(),
  plausibleMin: z.number().nullable(),
  plausibleMax: z.number().nullable(),
  source: code.nullable(),
  targetSource: localText.nullable(),
  /** the house counts it itself; null when it is measured, entered or imported */
  countedFrom: countedFrom.nullable(),
  ownerId: id.nullable(),
  ownerName: z.string().nullable(),
  limits: limits.nullable(),
  benchmarks: z.array(benchmark),
  version: z.number().int(),
  updatedAt: instant,
});
export type Indicator = z.infer<typeof indicator>;

const limitFields = z.object({ target: z.number().nullable(), warning: z.number().nullable(), critical: z.number().nullable() });
const editable = z.object({
  name: localText,
  definition: localProse,
  dimension,
  perspective,
  unit: indicatorFields.unit,
  direction,
  aggregate,
  period,
  formula: z.string().trim().min(1).max(500).nullable(),
  plausibleMin: z.number().nullable(),
  plausibleMax: z.number().nullable(),
  source: code.nullable(),
  targetSource: localText.nullable(),
  countedFrom: countedFrom.nullable(),
  ownerId: id.nullable(),
});

export const listIndicators = endpoint('GET /api/v1/indicators', {
  summary: 'Indicator library',
  access: 'measurement.read',
  query: z.object({
    q: z.string().max(100).optional(),
    dimension: dimension.optional(),
    perspective: perspective.optional(),
    measure: measure.optional(),
  }),
  response: z.object({ items: z.array(indicator) }),
});
export const getIndicator = endpoint('GET /api/v1/indicators/:code', {
  summary: 'One indicator with the versions of its limits and the formulas that use it',
  access: 'measurement.read',
  params: z.object({ code: indicatorCode }),
  response: indicator.extend({ history: z.array(limits), usedBy: z.array(indicatorCode) }),
});
/** Measure and decimals are fixed at birth: stored integers depend on them. */
export const createIndicator = endpoint('POST /api/v1/indicators', {
  summary: 'Add an indicator',
  access: 'measurement.define',
  body: editable
    .partial()
    .required({ name: true, dimension: true, perspective: true, unit: true, direction: true })
    .extend({ code: indicatorCode, measure, decimals: z.number().int().min(0).max(6).default(2), limits: limitFields.optional() }),
  response: indicator,
});
export const updateIndicator = endpoint('PATCH /api/v1/indicators/:code', {
  summary: 'Change an indicator',
  access: 'measurement.define',
  params: z.object({ code: indicatorCode }),
  body: editable.partial().extend({ version: z.number().int() }),
  response: indicator,
});
export const setLimits = endpoint('PUT /api/v1/indicators/:code/limits', {
  summary: 'Set target, warning and critical limit from a day on (a new version)',
  access: 'measurement.define',
  params: z.object({ code: indicatorCode }),
  body: limitFields.extend({ validFrom: z.iso.date() }),
  response: indicator,
});
export const addBenchmark = endpoint('POST /api/v1/indicators/:code/benchmarks', {
  summary: 'Add a benchmark with its source and date',
  access: 'measurement.define',
  params: z.object({ code: indicatorCode }),
  body: benchmark.omit({ id: true }).extend({ url: z.url().nullable().default(null) }),
  response: benchmark,
});
export const removeBenchmark = endpoint('DELETE /api/v1/benchmarks/:id', {
  summary: 'Remove a benchmark',
  access: 'measurement.define',
  params: idParams,
  response: done,
});
export const deleteIndicator = endpoint('DELETE /api/v1/indicators/:code', {
  summary: 'Move an indicator to the trash; its observations stay',
  access: 'measurement.define',
  params: z.object({ code: indicatorCode }),
  response: done,
});
export const checkFormula = endpoint('POST /api/v1/formulas/check', {
  summary: 'Check a formula before it is saved',
  access: 'measurement.read',
  body: z.object({ formula: z.string().max(500), code: indicatorCode.optional() }),
  response: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('valid'), uses: z.array(indicatorCode) }),
    z.object({ kind: z.literal('invalid'), code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) }),
  ]),
});
/** Whoever changes what an indicator counts waits for its past. */
export const figureRecount = endpoint('GET /api/v1/figure-recounts', {
  summary: 'How far the counting anew of figures from cases is',
  access: 'measurement.read',
  response: z.object({
    running: z.boolean(),
    /** cases looked at */
    done: z.number().int(),
    /** null until it has begun */
    total: z.number().int().nullable(),
  }),
});
