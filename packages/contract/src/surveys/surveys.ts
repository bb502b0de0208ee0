import { form } from '@zhiheng/forms/definition';
import { z } from 'zod';
import { done, endpoint } from '../endpoint.ts';
import { id, idParams, instant, pageOf, pageQuery } from '../values/page.ts';
import { code, localProse, localText } from '../values/text.ts';

/** `draft`: never published. `open`: answers are taken where a distribution lets them in. `closed`: none are taken, results stay. */
export const surveyState = z.enum(['draft', 'open', 'closed']);
export type SurveyState = z.infer<typeof surveyState>;

/** A figure of a survey that flows into an indicator; `part` names a dimension of a measure, null the whole. */
export const outflow = z.object({ measure: z.string().max(40), part: z.string().max(40).nullable(), indicatorId: id });
export type Outflow = z.infer<typeof outflow>;

/** Who answers like this is called back: a score of `measure` of at most `atMost` opens a follow-up. */
export const followUpRule = z.object({
  measure: z.string().max(40),
  atMost: z.number(),
  /** null: the owner of the service, or whoever manages the survey */
  ownerId: id.nullable(),
  hours: z.number().int().min(1).max(2160),
});
export type FollowUpRule = z.infer<typeof followUpRule>;

export const surveySettings = z.object({
  serviceId: id.nullable(),
  siteId: id.nullable(),
  teamId: id.nullable(),
  /** decided before the first version; never changed afterwards */
  anonymous: z.boolean(),
  /** groups with fewer answers are not shown; anonymous surveys have at least 5 */
  minimumGroup: z.number().int().min(1).max(100),
  /** one answer for each person who was asked personally, and each device otherwise */
  onePerPerson: z.boolean(),
  /** whoever was asked by any survey within so many days is not asked; 0: no such rule */
  fatigueDays: z.number().int().min(0).max(730),
  outflows: z.array(outflow).max(60),
  followUps: z.array(followUpRule).max(10),
});
export type SurveySettings = z.infer<typeof surveySettings>;

export const surveyVersion = z.object({
  id,
  number: z.number().int(),
  publishedAt: instant,
  publishedBy: z.string().nullable(),
  responses: z.number().int(),
});
export type SurveyVersion = z.infer<typeof surveyVersion>;

export const surveyRow = z.object({
  id,
  code,
  name: localText,
  state: surveyState,
  /** code of the instrument it was made from */
  instrument: z.string().nullable(),
  anonymous: z.boolean(),
  serviceId: id.nullable(),
  /** complete answers of all versions, those of flagged quality too */
  responses: z.number().int(),
  /** newest published version; null: none */
  published: z.number().int().nullable(),
  /** the draft differs from what is published */
  changed: z.boolean(),
  lastResponseAt: instant.nullable(),
  updatedAt: instant,
});
export type SurveyRow = z.infer<typeof surveyRow>;

export const survey = surveyRow.extend({
  /** the draft: what the builder shows */
  form,
  settings: surveySettings,
  versions: z.array(surveyVersion),
  /** what was read; a save names it */
  version: z.number().int(),
});
export type Survey = z.infer<typeof survey>;

/** Last changed, most answers and last answered come first; names in the order of the reader's language. */
export const surveyOrder = z.enum(['changed', 'answers', 'last', 'name']);
export type SurveyOrder = z.infer<typeof surveyOrder>;

export const listSurveys = endpoint('GET /api/v1/surveys', {
  summary: 'Surveys, last changed first unless another order is asked for',
  access: 'surveys.read',
  query: pageQuery.extend({
    q: z.string().max(200).optional(),
    state: surveyState.optional(),
    serviceId: id.optional(),
    order: surveyOrder.default('changed'),
    locale: z.enum(['zh', 'en']).default('zh'),
  }),
  response: pageOf(surveyRow),
});
export const getSurvey = endpoint('GET /api/v1/surveys/:id', {
  summary: 'One survey with its draft, settings and versions',
  access: 'surveys.read',
  params: idParams,
  response: survey,
});
/** Exactly one of `form`, `instrument` and `copyOf`. */
export const createSurvey = endpoint('POST /api/v1/surveys', {
  summary: 'Make a survey from nothing, from an instrument, from a file or from another survey',
  access: 'surveys.write',
  body: z.object({
    code: code.optional(),
    name: localText,
    form: form.optional(),
    instrument: z.string().max(64).optional(),
    copyOf: id.optional(),
    settings: surveySettings.partial().default({}),
  }),
  response: survey,
});
export const saveSurvey = endpoint('PATCH /api/v1/surveys/:id', {
  summary: 'Save name, draft or settings; a draft may have faults that publishing refuses',
  access: 'surveys.write',
  params: idParams,
  body: z.object({
    version: z.number().int(),
    name: localText.optional(),
    form: form.optional(),
    settings: surveySettings.partial().optional(),
  }),
  response: survey,
});
export const publishSurvey = endpoint('POST /api/v1/surveys/:id/versions', {
  summary: 'Publish the draft as a version that never changes; whoever is answering goes on with the version they began',
  access: 'surveys.write',
  params: idParams,
  body: z.object({ version: z.number().int() }),
  response: survey,
});
export const closeSurvey = endpoint('POST /api/v1/surveys/:id/closing', {
  summary: 'Take no more answers, or take them again',
  access: 'surveys.write',
  params: idParams,
  body: z.object({ version: z.number().int(), closed: z.boolean() }),
  response: survey,
});
export const deleteSurvey = endpoint('DELETE /api/v1/surveys/:id', {
  summary: 'Move a survey to the trash; its answers stay until it is removed for good',
  access: 'surveys.write',
  params: idParams,
  response: done,
});
export const getSurveyVersion = endpoint('GET /api/v1/surveys/:id/versions/:number', {
  summary: 'The form of a published version',
  access: 'surveys.read',
  params: z.object({ id, number: z.coerce.number().int() }),
  response: surveyVersion.extend({ form }),
});

export const instrumentRow = z.object({
  code: z.string(),
  name: localText,
  about: localProse,
  citation: z.string(),
  questions: z.number().int(),
  minutes: z.number(),
  languages: z.array(z.string()),
});
export type InstrumentRow = z.infer<typeof instrumentRow>;
export const listInstruments = endpoint('GET /api/v1/instruments', {
  summary: 'Ready instruments that a survey can be made from',
  access: 'surveys.read',
  response: z.object({ items: z.array(instrumentRow) }),
});
export const getInstrument = endpoint('GET /api/v1/instruments/:code', {
  summary: 'One ready instrument with its form',
  access: 'surveys.read',
  params: z.object({ code: z.string().max(64) }),
  response: instrumentRow.extend({ form }),
});
