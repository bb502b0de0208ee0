import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { id, idParams, instant, pageQuery } from '../values/page.ts';
import { distributionKind, responseSubject } from './distributions.ts';
import { rawAnswers } from './runs.ts';
import { qualityFlag } from './quality-flag.ts';

/** `included` and `excluded` are what somebody decided; otherwise the flags speak. */
export const qualityVerdict = z.enum(['unjudged', 'included', 'excluded']);

export const responseRow = z.object({
  id,
  at: instant,
  versionNumber: z.number().int(),
  via: distributionKind.or(z.literal('import')),
  language: z.string(),
  state: z.enum(['complete', 'screened-out']),
  seconds: z.number().nullable(),
  subject: responseSubject,
  customerId: id.nullable(),
  customerName: z.string().nullable(),
  caseId: id.nullable(),
  flags: z.array(qualityFlag),
  verdict: qualityVerdict,
  /** by measure, or measure.part */
  scores: z.record(z.string(), z.number()),
});
export type ResponseRow = z.infer<typeof responseRow>;
export const answerFile = z.object({ id, name: z.string(), size: z.number().int() });
export const surveyResponse = responseRow.extend({
  answers: rawAnswers,
  given: z.record(z.string(), z.string()),
  files: z.array(answerFile),
});
export type SurveyResponse = z.infer<typeof surveyResponse>;

const filters = z.object({
  flagged: z.enum(['true', 'false']).optional(),
  flag: qualityFlag.optional(),
  from: z.iso.date().optional(),
  until: z.iso.date().optional(),
  q: z.string().max(200).optional(),
});
/** Single answers of anonymous surveys are not shown. */
export const listResponses = endpoint('GET /api/v1/surveys/:id/responses', {
  summary: 'Answers one by one, newest first; refused for anonymous surveys',
  access: 'surveys.responses',
  params: idParams,
  query: pageQuery.extend(filters.shape),
  response: z.object({ items: z.array(responseRow), next: z.string().nullable(), total: z.number().int() }),
});
export const getResponse = endpoint('GET /api/v1/survey-responses/:id', {
  summary: 'One answer with everything that was said; refused for anonymous surveys',
  access: 'surveys.responses',
  params: idParams,
  response: surveyResponse,
});
export const downloadAnswerFile = endpoint('GET /api/v1/survey-files/:id', {
  summary: 'A file that somebody sent with an answer, to be saved; each download is in the log',
  access: 'surveys.responses',
  params: idParams,
  response: z.unknown(),
});
export const judgeResponses = endpoint('POST /api/v1/surveys/:id/response-verdicts', {
  summary: 'Include or exclude answers in the figures, with a reason; the figures with and without stay visible',
  access: 'surveys.write',
  params: idParams,
  body: z.object({ ids: z.array(id).min(1).max(1000), verdict: qualityVerdict, reason: z.string().trim().min(1).max(500) }),
  response: z.object({ changed: z.number().int() }),
});
/** `file` is CSV with one column per field; anonymous surveys give no row that would single out a person. */
export const exportResponses = endpoint('GET /api/v1/surveys/:id/responses.csv', {
  summary: 'All answers as CSV, one column per field',
  access: 'surveys.responses',
  params: idParams,
  query: filters.extend({
    labels: z.enum(['true', 'false']).default('false'),
    language: z.string().max(20).optional(),
    /** of anonymous surveys: what somebody wrote stands in a list of its own */
    part: z.enum(['answers', 'texts']).default('answers'),
  }),
  response: z.unknown(),
});
/** Entered by whoever is on the telephone with a customer. */
export const enterResponse = endpoint('POST /api/v1/survey-distributions/:id/responses', {
  summary: 'Enter an answer given by telephone',
  access: 'surveys.enter',
  params: idParams,
  body: z.object({
    answers: rawAnswers,
    versionId: id,
    language: z.string().max(20),
    customerId: id.nullable().default(null),
    invitationId: id.nullable().default(null),
    seconds: z.number().min(0).max(864_000),
    resume: z.string().regex(/^[A-Za-z0-9_-]{22,64}$/),
  }),
  response: z.object({ state: z.enum(['complete', 'screened-out', 'quota-full']) }),
});
