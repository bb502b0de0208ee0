import { z } from 'zod';
import { resultDimension } from './result-dimension.ts';

const key = z.string().min(1).max(40);
const field = z.string().min(1).max(90);
const fields = z.array(field).max(60);
/** Equal seeds and equal answers give equal results. */
const seed = z.number().int().min(0).max(2_147_483_647).default(1);
const resamples = z.number().int().min(100).max(5_000).default(1_000);

/** What answers are told apart by: where they belong, or what was answered to a closed question. */
export const analysisAxis = z.union([z.strictObject({ dimension: resultDimension.exclude(['group']) }), z.strictObject({ field })]);
export type AnalysisAxis = z.infer<typeof analysisAxis>;

/** How the p values of tests that belong together are corrected. */
export const correction = z.enum(['holm', 'benjamini-hochberg']);

const rotation = z.enum(['none', 'varimax', 'promax', 'oblimin']);
const extraction = z.enum(['components', 'minimum-residual', 'principal-axis', 'maximum-likelihood']);

export const analysisRequest = z.discriminatedUnion('kind', [
  /** rows against each of the columns, for each level of a layer apart where one is named */
  z.strictObject({
    kind: z.literal('cross'),
    rows: analysisAxis,
    columns: z.array(analysisAxis).min(1).max(12),
    layer: analysisAxis.nullable().default(null),
    correction: correction.default('holm'),
  }),
  z.strictObject({ kind: z.literal('correlations'), fields: fields.min(2).max(20), correction: correction.default('holm') }),
  /** a satisfaction model of the form, with intervals */
  z.strictObject({
    kind: z.literal('paths'),
    measure: key,
    scheme: z.enum(['centroid', 'factorial', 'path']).default('centroid'),
    resamples,
    seed,
  }),
  z.strictObject({
    kind: z.literal('structure'),
    fields: fields.min(3),
    correlation: z.enum(['pearson', 'polychoric']).default('pearson'),
    extraction: extraction.default('components'),
    rotation: rotation.default('varimax'),
    /** null: as many as parallel analysis finds */
    factors: z.number().int().min(1).max(20).nullable().default(null),
    seed,
  }),
  z.strictObject({ kind: z.literal('drivers'), outcome: field, predictors: fields.min(1).max(40), resamples, seed }),
  z.strictObject({ kind: z.literal('reliability'), fields: fields.min(3), resamples, seed }),
  /** groups of people who answer alike, by k-means of the standardised answers */
  z.strictObject({
    kind: z.literal('clusters'),
    fields: fields.min(2).max(40),
    /** null: as many as lie farthest apart */
    clusters: z.number().int().min(2).max(8).nullable().default(null),
    /** what the groups are compared by */
    by: z.array(analysisAxis).max(4).default([]),
    correction: correction.default('holm'),
    seed,
  }),
  /** how alike the curves of some fields and of an outcome run, over months or over places */
  z.strictObject({
    kind: z.literal('grey'),
    outcome: field,
    predictors: fields.min(2).max(40),
    over: z.union([z.literal('month'), analysisAxis]),
    normalisation: z.enum(['mean', 'initial']).default('mean'),
    /** distinguishing coefficient ρ */
    rho: z.number().min(0.05).max(1).default(0.5),
    resamples,
    seed,
  }),
  /** what leads to what: the mean of some fields each, and to which others it leads */
  z.strictObject({
    kind: z.literal('chains'),
    nodes: z
      .array(z.strictObject({ key, name: z.string().trim().min(1).max(60), fields: fields.min(1).max(20), leadsTo: z.array(key).max(8) }))
      .min(2)
      .max(10),
    resamples,
    seed,
  }),
  /** weights by which those who answered have the shares of those whom they stand for */
  z.strictObject({
    kind: z.literal('non-response'),
    margins: z
      .array(
        z.strictObject({
          axis: analysisAxis,
          /** `customers`: by the segments of the customer base; otherwise parts of any size, by level */
          shares: z.union([z.literal('customers'), z.record(z.string().max(60), z.number().min(0).max(1e12))]),
        }),
      )
      .min(1)
      .max(4),
  }),
]);
export type AnalysisRequest = z.infer<typeof analysisRequest>;
export type AnalysisRequestOf<K extends AnalysisRequest['kind']> = Extract<AnalysisRequest, { kind: K }>;
export const analysisKinds = [
  ...['cross', 'clusters', 'drivers', 'chains', 'grey', 'paths', 'structure', 'reliability', 'correlations', 'non-response'],
] as const satisfies readonly AnalysisRequest['kind'][];
export type AnalysisKind = AnalysisRequest['kind'];
