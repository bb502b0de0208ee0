import { formText } from '@zhiheng/forms/definition';
import { z } from 'zod';
import { correction } from './analysis-request.ts';
import { figure, figureUnit } from './figure.ts';

const count = z.number().int();
const named = z.object({ key: z.string(), name: formText });
const numbers = z.array(z.number());

/** Levels with fewer answers than are shown. */
const hidden = z.array(z.object({ axis: named, level: named, n: count }));

const chiSquare = {
  statistic: z.number(),
  df: count,
  p: z.number(),
  adjustedP: z.number(),
  cramersV: z.number(),
  smallestExpected: z.number(),
};

/** Corrected over all tests of the analysis, with residuals in standard errors: beyond ±2 a cell stands out. */
const crossTable = z.object({
  layer: named.nullable(),
  row: named,
  column: named,
  rows: z.array(named),
  columns: z.array(named),
  cells: z.array(z.array(count)),
  n: count,
  /** null where a single row or column is left, and where people may be in several columns */
  test: z.object({ ...chiSquare, residuals: z.array(numbers) }).nullable(),
  /** where people may be in several columns: how many stand in each row, and each column tested alone, chosen against not chosen */
  several: z.object({ people: z.array(count), tests: z.array(z.object({ ...chiSquare, residuals: numbers }).nullable()) }).nullable(),
});

const pair = z.object({
  x: count,
  y: count,
  pearson: figure,
  p: z.number().nullable(),
  adjustedP: z.number().nullable(),
  spearman: z.number().nullable(),
  spearmanP: z.number().nullable(),
  kendall: z.number().nullable(),
  kendallP: z.number().nullable(),
});

const bootstrap = { n: count, resamples: count, failed: count };

export const analysisResult = z.discriminatedUnion('kind', [
  /** too few answers, or answers that have no result, such as equal ones */
  z.object({ kind: z.literal('insufficient'), n: count, needed: count }),
  z.object({ kind: z.literal('undetermined'), n: count, reason: z.string(), fields: z.array(named) }),
  z.object({ kind: z.literal('cross'), correction, tables: z.array(crossTable), hidden }),
  z.object({ kind: z.literal('correlations'), n: count, correction, fields: z.array(named), pairs: z.array(pair) }),
  z.object({
    kind: z.literal('paths'),
    ...bootstrap,
    scheme: z.string(),
    goodnessOfFit: z.number().nullable(),
    constructs: z.array(
      named.extend({
        index: figure,
        rSquared: figure.nullable(),
        alpha: z.number().nullable(),
        compositeReliability: z.number(),
        averageVarianceExtracted: z.number(),
        indicators: z.array(named.extend({ loading: figure, weight: z.number() })),
      }),
    ),
    paths: z.array(z.object({ from: z.string(), to: z.string(), estimate: figure })),
  }),
  z.object({
    kind: z.literal('structure'),
    n: count,
    correlation: z.string(),
    extraction: z.string(),
    rotation: z.string(),
    adequacy: z.number().nullable(),
    sphericity: z.object({ chiSquare: z.number(), df: count, p: z.number() }).nullable(),
    parallel: z.object({ observed: numbers, means: numbers, quantiles: numbers, components: count, simulations: count }),
    factors: count,
    /** share of the variance of all items, per factor */
    explained: numbers,
    items: z.array(named.extend({ loadings: numbers, communality: z.number(), adequacy: z.number().nullable() })),
    /** null where factors are kept uncorrelated */
    factorCorrelations: z.array(numbers).nullable(),
    fit: z.object({ rmsr: z.number(), chiSquare: z.number().nullable(), df: count, p: z.number().nullable() }).nullable(),
    /** items without variance of their own: the solution is improper */
    improper: z.array(z.string()),
    validity: z.array(
      z.object({
        factor: count,
        items: z.array(z.string()),
        /** null with fewer than three items */
        compositeReliability: z.number().nullable(),
        averageVarianceExtracted: z.number().nullable(),
        /** largest squared correlation with another factor */
        largestShared: z.number().nullable(),
      }),
    ),
  }),
  z.object({
    kind: z.literal('drivers'),
    ...bootstrap,
    outcome: named,
    rSquared: figure,
    predictors: z.array(
      named.extend({
        mean: z.number(),
        weight: figure,
        share: figure,
        correlation: z.number(),
        coefficient: figure,
        p: z.number().nullable(),
      }),
    ),
  }),
  z.object({
    kind: z.literal('clusters'),
    n: count,
    /** of so many answers, drawn at random, the number of groups and their stability come */
    sampled: count,
    /** were so many asked for? */
    isAsked: z.boolean(),
    /** 1: answers have no groups, they only differ by degrees */
    byGap: count,
    candidates: z.array(
      z.object({
        clusters: count,
        smallest: count,
        within: z.number(),
        silhouette: z.number().nullable(),
        gap: z.number(),
        gapError: z.number(),
      }),
    ),
    /** the largest first; `stability`: how much of it is found again in other samples, 0 to 1 */
    groups: z.array(z.object({ n: count, share: z.number(), silhouette: z.number(), stability: z.number().nullable() })),
    /** the mean of every field in each group, and by how many standard deviations it is above that of all */
    profile: z.array(named.extend({ mean: z.number(), groups: z.array(z.object({ mean: figure, deviation: figure })) })),
    correction,
    tables: z.array(crossTable),
    hidden,
  }),
  z.object({
    kind: z.literal('grey'),
    ...bootstrap,
    outcome: named,
    over: named,
    normalisation: z.string(),
    rho: z.number(),
    levels: z.array(named.extend({ n: count, outcome: z.number() })),
    hidden,
    /** the most alike first; how many of the resamples give each its rank */
    factors: z.array(named.extend({ grade: figure, rank: count, sameRank: z.number() })),
  }),
  z.object({
    kind: z.literal('chains'),
    ...bootstrap,
    nodes: z.array(named.extend({ fields: z.array(named), mean: z.number(), alpha: z.number().nullable(), rSquared: figure.nullable() })),
    /** standardised */
    paths: z.array(z.object({ from: z.string(), to: z.string(), estimate: figure, correlation: z.number() })),
    /** from the first over others to the last: the product of its paths */
    routes: z.array(z.object({ nodes: z.array(z.string()), estimate: figure })),
  }),
  z.object({
    kind: z.literal('reliability'),
    ...bootstrap,
    omega: figure,
    alpha: figure,
    /** of omega, by the delta method */
    deltaInterval: z.tuple([z.number(), z.number()]).nullable(),
    compositeReliability: z.number(),
    averageVarianceExtracted: z.number(),
    fit: z.object({
      chiSquare: z.number(),
      df: count,
      p: z.number().nullable(),
      comparativeFitIndex: z.number(),
      rmsea: z.number(),
      srmr: z.number(),
    }),
    items: z.array(named.extend({ loading: z.number() })),
  }),
  z.object({
    kind: z.literal('non-response'),
    n: count,
    /** of those who were asked personally, by segment */
    asked: z.array(named.extend({ invited: count, answered: count, rate: figure })),
    /** do segments answer equally often? */
    askedP: z.number().nullable(),
    margins: z.array(
      z.object({ axis: named, levels: z.array(named.extend({ n: count, share: z.number(), wanted: z.number(), weight: z.number() })) }),
    ),
    hidden,
    /** answers that belong to no level of a margin */
    unplaced: count,
    effectiveN: z.number(),
    designEffect: z.number(),
    weights: z.object({ smallest: z.number(), largest: z.number() }),
    figures: z.array(z.object({ measure: z.string(), name: formText, unit: figureUnit, unweighted: figure, weighted: figure })),
  }),
]);
export type AnalysisResult = z.infer<typeof analysisResult>;
export type AnalysisResultOf<K extends AnalysisResult['kind']> = Extract<AnalysisResult, { kind: K }>;
