import { formText } from '@zhiheng/forms/definition';
import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { id, idParams, instant } from '../values/page.ts';
import { localText } from '../values/text.ts';
import { distributionKind } from './distributions.ts';
import { figure, figureUnit } from './figure.ts';
import { qualityFlag } from './quality-flag.ts';
import { resultDimension } from './result-dimension.ts';
import { named, resultSection } from './result-section.ts';

const count = z.number().int();

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
/** Which answers figures are made of; what is not said takes everything. */
export const resultFilters = z.object({
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
export type ResultFilters = z.input<typeof resultFilters>;

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
  query: resultFilters,
  response: surveyResults,
});

const headline = { measure: z.string(), part: z.string().nullable(), name: formText, unit: figureUnit };
export const getTrend = endpoint('GET /api/v1/surveys/:id/results/trend', {
  summary: 'Each headline month by month',
  access: 'surveys.read',
  params: idParams,
  query: resultFilters,
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
  query: resultFilters.extend({ by: resultDimension, question: z.string().max(40).optional() }),
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
  query: resultFilters.pick({ from: true, until: true, quality: true }),
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
