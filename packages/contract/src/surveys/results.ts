import { formText } from '@zhiheng/forms/definition';
import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { id, idParams, instant } from '../values/page.ts';
import { localText } from '../values/text.ts';
import { distributionKind } from './distributions.ts';
import { qualityFlag } from './quality-flag.ts';
import { resultDimension } from './result-dimension.ts';

/** A number with the answers behind it and its 95 % interval, or the fact that there is none. */
export const figure = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('figure'), n: z.number().int(), value: z.number(), low: z.number().nullable(), high: z.number().nullable() }),
  z.object({ kind: z.literal('insufficient'), n: z.number().int(), needed: z.number().int() }),
  z.object({ kind: z.literal('undetermined'), n: z.number().int(), reason: z.string() }),
]);
export type Figure = z.infer<typeof figure>;

/** How a figure is read: a share of 1, points from −100 to 100, an index 0–100, a place on the scale, a difference on it, or a sum of points. */
export const figureUnit = z.enum(['share', 'points', 'index', 'scale', 'gap', 'sum']);
export type FigureUnit = z.infer<typeof figureUnit>;

const count = z.number().int();
const tested = { t: z.number().nullable(), p: z.number().nullable() };
/** A field or row of the form, in the form's languages. */
const named = { key: z.string(), name: formText };

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

/** What was answered at one question, or one row of it. */
export const answerDistribution = z.object({
  field: z.string(),
  name: formText,
  kind: z.enum(['scale', 'choice', 'choices', 'order', 'number']),
  versions: z.array(count),
  n: count,
  notApplicable: count,
  /** null where there are too few answers to show */
  counts: z.array(z.object({ key: z.string(), name: formText, n: count })).nullable(),
  /** of a scale, a number, or of the places in a ranking */
  means: z.array(z.object({ key: z.string(), name: formText, mean: figure })),
});
export type AnswerDistribution = z.infer<typeof answerDistribution>;

const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);
const filters = z.object({
  /** first and last month */
  from: month.optional(),
  until: month.optional(),
  serviceId: id.optional(),
  siteId: id.optional(),
  teamId: id.optional(),
  segmentId: id.optional(),
  /** `question:option` of a grouping question */
  group: z.string().max(90).optional(),
  /** `clean`: without suspicious answers */
  quality: z.enum(['all', 'clean']).default('all'),
});
export type ResultFilters = z.input<typeof filters>;

/** Enough answers for figures, or how many there would have to be. Answers of anonymous surveys wait until enough of them are alike. */
const scope = {
  n: count,
  clean: count.nullable(),
  waiting: count,
  minimum: count,
  asOf: instant,
};
export const surveyResults = z.object({
  ...scope,
  name: localText,
  anonymous: z.boolean(),
  languages: z.array(z.string()),
  versions: z.array(z.object({ number: count, n: count })),
  /** months in which there are answers */
  months: z.array(z.string()),
  groups: z.array(z.object({ key: z.string(), name: formText, options: z.array(z.object(named)) })),
  sections: z.array(resultSection),
  questions: z.array(answerDistribution),
});
export type SurveyResults = z.infer<typeof surveyResults>;

export const getResults = endpoint('GET /api/v1/surveys/:id/results', {
  summary: 'What was found out: a section for each measure, each figure with n and interval',
  access: 'surveys.read',
  params: idParams,
  query: filters,
  response: surveyResults,
});

const headline = { measure: z.string(), part: z.string().nullable(), name: formText, unit: figureUnit };
export const getTrend = endpoint('GET /api/v1/surveys/:id/results/trend', {
  summary: 'Each headline month by month',
  access: 'surveys.read',
  params: idParams,
  query: filters,
  response: z.object({
    ...scope,
    series: z.array(z.object({ ...headline, months: z.array(z.object({ month: z.string(), figure })) })),
  }),
});
export type SurveyTrend = z.infer<(typeof getTrend)['response']>;

/** `question` names the grouping question where `by` is `group`. */
export const getBreakdown = endpoint('GET /api/v1/surveys/:id/results/breakdown', {
  summary: 'Each headline by service, site, team, segment or group, with intervals; those with too few answers show none',
  access: 'surveys.read',
  params: idParams,
  query: filters.extend({ by: resultDimension, question: z.string().max(40).optional() }),
  response: z.object({
    ...scope,
    rows: z.array(z.object({ key: z.string(), name: formText, n: count })),
    series: z.array(z.object({ ...headline, figures: z.array(figure), differs: z.boolean().nullable(), p: z.number().nullable() })),
  }),
});
export type SurveyBreakdown = z.infer<(typeof getBreakdown)['response']>;

/** Every grouping question against every other closed question; the p values are adjusted after Holm over all tables. */
export const getCrossTables = endpoint('GET /api/v1/surveys/:id/results/cross-tables', {
  summary: 'Do groups answer differently? Cross tables of grouping questions with a test each',
  access: 'surveys.read',
  params: idParams,
  query: filters.pick({ from: true, until: true, quality: true }),
  response: z.object({
    ...scope,
    tables: z.array(
      z.object({
        group: z.object(named),
        field: z.object(named),
        rows: z.array(z.object(named)),
        columns: z.array(z.object(named)),
        cells: z.array(z.array(count)),
        n: count,
        statistic: z.number(),
        df: count,
        p: z.number(),
        adjustedP: z.number(),
        cramersV: z.number(),
        smallestExpected: z.number(),
      }),
    ),
  }),
});
export type SurveyCrossTables = z.infer<(typeof getCrossTables)['response']>;

export const getFunnel = endpoint('GET /api/v1/surveys/:id/results/funnel', {
  summary: 'How many were invited, opened and answered, by way; and how many answers carry a flag',
  access: 'surveys.read',
  params: idParams,
  response: z.object({
    ...scope,
    ways: z.array(
      z.object({
        id: id.nullable(),
        kind: distributionKind.or(z.literal('import')),
        name: localText.nullable(),
        invited: count,
        opened: count,
        answered: count,
        rate: figure.nullable(),
      }),
    ),
    screenedOut: count,
    suspicious: count,
    flags: z.array(z.object({ flag: qualityFlag, n: count })).nullable(),
  }),
});
export type SurveyFunnel = z.infer<(typeof getFunnel)['response']>;
