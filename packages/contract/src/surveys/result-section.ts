import { formText } from '@zhiheng/forms/definition';
import { z } from 'zod';
import { figure, figureUnit } from './figure.ts';

const count = z.number().int();
const tested = { t: z.number().nullable(), p: z.number().nullable() };
/** A field or row of the form, in the form's languages. */
export const named = { key: z.string(), name: formText };

const section = {
  measure: z.string(),
  name: formText,
  /** numbers of the versions whose answers are in it */
  versions: z.array(count),
  /** null of what has no single figure, such as Kano's categories */
  unit: figureUnit.nullable(),
  headline: figure.nullable(),
  /** the same without suspicious answers; null where that would show single answers */
  clean: figure.nullable(),
};
const levels = z.array(z.object({ level: z.number(), n: count })).nullable();

const gapItem = z.object({ ...named, dimension: z.string(), expectation: z.number(), perception: z.number(), gap: figure, ...tested });
const gapDimension = z.object({ ...named, gap: figure, weight: z.number().nullable(), ...tested });
const performanceItem = z.object({ ...named, dimension: z.string(), score: figure });
const quadrant = z.enum(['keep-up', 'concentrate-here', 'low-priority', 'possible-overkill']);
const grid = z.object({
  crosshair: z.tuple([z.number(), z.number()]),
  points: z.array(z.object({ ...named, importance: z.number(), performance: figure, quadrant })),
});
export type ImportanceGrid = z.infer<typeof grid>;
const kanoCategory = z.enum(['A', 'O', 'M', 'I', 'R', 'Q']);
const noResult = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('insufficient'), n: count, needed: count }),
  z.object({ kind: z.literal('undetermined'), n: count, reason: z.string() }),
]);

const reliability = z.object({
  ...named,
  n: count,
  alpha: figure,
  standardisedAlpha: z.number().nullable(),
  omega: figure,
  splitHalf: z.number().nullable(),
  items: z.array(
    z.object({
      ...named,
      mean: z.number(),
      standardDeviation: z.number(),
      correctedItemTotal: z.number().nullable(),
      alphaIfDeleted: z.number().nullable(),
    }),
  ),
});
const factors = z.object({
  kind: z.literal('factors'),
  n: count,
  adequacy: z.number(),
  sphericity: z.object({ chiSquare: z.number(), df: count, p: z.number() }),
  eigenvalues: z.array(z.number()),
  /** eigenvalues above 1 */
  factors: count,
  explained: z.array(z.number()),
  rotation: z.literal('varimax'),
  loadings: z.array(z.object({ ...named, loadings: z.array(z.number()), communality: z.number() })),
});

export const resultSection = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('csat'), ...section, from: count, levels }),
  z.object({
    kind: z.literal('nps'),
    ...section,
    groups: z.object({ promoters: count, passives: count, detractors: count }).nullable(),
    levels,
  }),
  z.object({ kind: z.literal('ces'), ...section, easy: figure, levels }),
  z.object({
    kind: z.literal('csi'),
    ...section,
    unweighted: z.number().nullable(),
    percentOfMaximum: z.number().nullable(),
    items: z.array(z.object({ ...named, n: count, mean: z.number(), weight: z.number() })),
  }),
  z.object({ kind: z.literal('mean'), ...section }),
  z.object({ kind: z.literal('sum'), ...section }),
  z.object({ kind: z.literal('grades'), ...section, grades: z.array(z.object({ ...named, n: count, share: figure })).nullable() }),
  z.object({
    kind: z.literal('servqual'),
    ...section,
    items: z.array(gapItem),
    dimensions: z.array(gapDimension),
    meanOfItems: figure,
    weighted: figure.nullable(),
    servperf: figure,
  }),
  z.object({
    kind: z.literal('servperf'),
    ...section,
    items: z.array(performanceItem),
    dimensions: z.array(z.object({ ...named, score: figure })),
  }),
  z.object({
    kind: z.literal('kano'),
    ...section,
    features: z.array(
      z.object({
        ...named,
        n: count,
        counts: z.record(kanoCategory, count),
        category: kanoCategory,
        tied: z.array(kanoCategory),
        categoryStrength: z.number(),
        totalStrength: z.number(),
        better: figure,
        worse: figure,
      }),
    ),
  }),
  z.object({ kind: z.literal('ipa'), ...section, stated: grid.nullable(), derived: grid.nullable() }),
  z.object({
    kind: z.literal('drivers'),
    ...section,
    outcome: z.object(named),
    predictors: z.array(
      z.object({
        ...named,
        mean: z.number(),
        /** share of what is explained, after Lindeman, Merenda and Gold */
        share: z.number().nullable(),
        coefficient: figure,
        p: z.number().nullable(),
      }),
    ),
  }),
  z.object({
    kind: z.literal('structure'),
    ...section,
    scales: z.array(reliability),
    structure: z.union([factors, noResult]),
  }),
  z.object({
    kind: z.literal('ecsi'),
    ...section,
    constructs: z.array(
      z.object({
        ...named,
        index: z.number().nullable(),
        rSquared: z.number().nullable(),
        averageVarianceExtracted: z.number(),
        indicators: z.array(z.object({ ...named, loading: z.number(), weight: z.number() })),
      }),
    ),
    paths: z.array(z.object({ from: z.string(), to: z.string(), estimate: z.number() })),
  }),
]);
export type ResultSection = z.infer<typeof resultSection>;
export type ResultSectionOf<K extends ResultSection['kind']> = Extract<ResultSection, { kind: K }>;
