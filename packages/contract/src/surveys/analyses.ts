import { formText } from '@zhiheng/forms/definition';
import { z } from 'zod';
import { done, endpoint } from '../endpoint.ts';
import { id, idParams, instant, pageOf, pageQuery } from '../values/page.ts';
import { analysisAxis, analysisRequest } from './analysis-request.ts';
import { analysisResult } from './analysis-result.ts';
import { resultFilters } from './results.ts';

const count = z.number().int();
const named = { key: z.string(), name: formText };

/** `failed`: it ended without a result, `failure` says why. */
export const analysisState = z.enum(['queued', 'running', 'done', 'failed', 'cancelled']);
export type AnalysisState = z.infer<typeof analysisState>;

export const analysisRow = z.object({
  id,
  surveyId: id,
  request: analysisRequest,
  /** which answers were asked for */
  filters: resultFilters,
  state: analysisState,
  /** 0 to 1 */
  progress: z.number(),
  /** which answers it is made of; null until they are read */
  sample: z.object({ n: count, clean: count.nullable(), minimum: count, waiting: count, asOf: instant }).nullable(),
  /** answers of the survey that came since, fewer than none where some were taken back; null without a sample */
  since: count.nullable(),
  /** answers came, went or were judged otherwise since */
  stale: z.boolean(),
  failure: z.string().nullable(),
  createdAt: instant,
  createdBy: z.string().nullable(),
  finishedAt: instant.nullable(),
});
export type AnalysisRow = z.infer<typeof analysisRow>;
export const analysis = analysisRow.extend({ result: analysisResult.nullable() });
export type Analysis = z.infer<typeof analysis>;

export const listAnalyses = endpoint('GET /api/v1/surveys/:id/analyses', {
  summary: 'Analyses of a survey with their sample and state, newest first',
  access: 'surveys.read',
  params: idParams,
  query: pageQuery,
  response: pageOf(analysisRow),
});
export const startAnalysis = endpoint('POST /api/v1/surveys/:id/analyses', {
  summary: 'Ask for an analysis of single answers, as a job',
  access: 'surveys.write',
  params: idParams,
  body: z.object({ request: analysisRequest, filters: resultFilters.default({ quality: 'all' }) }),
  response: analysis,
});
export const getAnalysis = endpoint('GET /api/v1/survey-analyses/:id', {
  summary: 'One analysis with its progress or result',
  access: 'surveys.read',
  params: idParams,
  response: analysis,
});
export const cancelAnalysis = endpoint('POST /api/v1/survey-analyses/:id/cancel', {
  summary: 'Stop an analysis that is not finished',
  access: 'surveys.write',
  params: idParams,
  response: analysis,
});
/** The earlier result stays with its n and date. */
export const repeatAnalysis = endpoint('POST /api/v1/survey-analyses/:id/again', {
  summary: 'Ask for the same analysis of the answers that are there now',
  access: 'surveys.write',
  params: idParams,
  response: analysis,
});
export const deleteAnalysis = endpoint('DELETE /api/v1/survey-analyses/:id', {
  summary: 'Delete an analysis with its result',
  access: 'surveys.write',
  params: idParams,
  response: done,
});

/** `isSeveral`: people may be in several of its levels */
const axisChoice = z.object({ axis: analysisAxis, name: formText, levels: z.array(z.object(named)), isSeveral: z.boolean() });
/** What can be asked of a survey. Of an anonymous one less: nothing by which a person could be singled out. */
export const getAnalysisChoices = endpoint('GET /api/v1/surveys/:id/analysis-choices', {
  summary: 'Questions, groups and measures that analyses can be made of',
  access: 'surveys.read',
  params: idParams,
  response: z.object({
    anonymous: z.boolean(),
    minimum: count,
    rows: z.array(axisChoice),
    columns: z.array(axisChoice),
    fields: z.array(z.object(named)),
    /** the only sets of an anonymous survey, suggestions of others */
    sets: z.array(z.object({ ...named, fields: z.array(z.string()), outcome: z.string().nullable() })),
    models: z.array(z.object(named)),
  }),
});
export type AnalysisChoices = z.infer<(typeof getAnalysisChoices)['response']>;
