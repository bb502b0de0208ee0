import { form } from '@zhiheng/forms/definition';
import { z } from 'zod';
import { done, endpoint } from '../endpoint.ts';
import { id, idParams, instant, pageOf, pageQuery } from '../values/page.ts';
import { localProse, localText } from '../values/text.ts';
import { fieldKind, fieldStudyState } from './fieldwork-kinds.ts';

const version = z.number().int();
const count = z.number().int();
const day = z.iso.date();

const planFields = z.object({
  name: localText,
  purpose: localProse,
  serviceId: id.nullable(),
  /** first and last day that is planned; null: not decided */
  from: day.nullable(),
  until: day.nullable(),
  /** sessions that are to be held */
  wanted: z.number().int().min(1).max(10_000).nullable(),
  /** raters of a session */
  raters: z.number().int().min(1).max(5),
});

export const fieldStudyRow = planFields.omit({ purpose: true }).extend({
  id,
  /** FS-0001 */
  code: z.string(),
  kind: fieldKind,
  state: fieldStudyState,
  serviceName: localText.nullable(),
  sessions: z.object({ planned: count, held: count, cancelled: count }),
  /** newest published version of the guide; null: none */
  published: count.nullable(),
  /** the draft of the guide differs from what is published */
  changed: z.boolean(),
  updatedAt: instant,
});
export type FieldStudyRow = z.infer<typeof fieldStudyRow>;

export const guideVersion = z.object({
  id,
  number: count,
  publishedAt: instant,
  publishedBy: z.string().nullable(),
  /** sessions that are rated by it */
  sessions: count,
});
export type GuideVersion = z.infer<typeof guideVersion>;

export const fieldStudy = fieldStudyRow.extend({
  purpose: localProse,
  /** draft of the guide: what the builder shows */
  form,
  versions: z.array(guideVersion),
  /** the study that it was copied from, with which its results are compared */
  previousId: id.nullable(),
  previousName: localText.nullable(),
  version,
});
export type FieldStudy = z.infer<typeof fieldStudy>;

export const fieldStudyFilter = z.object({
  q: z.string().max(200).optional(),
  kind: fieldKind.optional(),
  state: fieldStudyState.optional(),
  serviceId: id.optional(),
});
export const listFieldStudies = endpoint('GET /api/v1/field-studies', {
  summary: 'Studies of fieldwork, last changed first',
  access: 'fieldwork.read',
  query: pageQuery.extend(fieldStudyFilter.shape),
  response: pageOf(fieldStudyRow),
});
export const getFieldStudy = endpoint('GET /api/v1/field-studies/:id', {
  summary: 'A study with the draft of its guide and the versions of it',
  access: 'fieldwork.read',
  params: idParams,
  response: fieldStudy,
});
/** At most one of `form`, `template` and `copyOf`; with none of them the guide is the template of the kind. */
export const createFieldStudy = endpoint('POST /api/v1/field-studies', {
  summary: 'Begin a study with a guide of its own, from a template or from an earlier study',
  access: 'fieldwork.write',
  body: planFields
    .partial()
    .required({ name: true })
    .extend({ kind: fieldKind, form: form.optional(), template: z.string().max(64).optional(), copyOf: id.optional() }),
  response: fieldStudy,
});
export const saveFieldStudy = endpoint('PATCH /api/v1/field-studies/:id', {
  summary: 'Save the plan or the draft of the guide; a draft may have faults that publishing refuses',
  access: 'fieldwork.write',
  params: idParams,
  body: planFields.partial().extend({ version, form: form.optional() }),
  response: fieldStudy,
});
/** A guide of observations and mystery visits needs a measure of the kind `csi`: the first is its score of 0 to 100. */
export const publishGuide = endpoint('POST /api/v1/field-studies/:id/versions', {
  summary: 'Publish the guide as a version that never changes; sessions whose rating has begun keep theirs',
  access: 'fieldwork.write',
  params: idParams,
  body: z.object({ version }),
  response: fieldStudy,
});
export const getGuideVersion = endpoint('GET /api/v1/field-studies/:id/versions/:number', {
  summary: 'A published guide',
  access: 'fieldwork.read',
  params: z.object({ id, number: z.coerce.number().int().min(1).max(100_000) }),
  response: guideVersion.extend({ form }),
});
export const closeFieldStudy = endpoint('POST /api/v1/field-studies/:id/closing', {
  summary: 'Plan no more sessions, or plan them again',
  access: 'fieldwork.write',
  params: idParams,
  body: z.object({ version, closed: z.boolean() }),
  response: fieldStudy,
});
/** Its observations are taken back, and come back with it. */
export const deleteFieldStudy = endpoint('DELETE /api/v1/field-studies/:id', {
  summary: 'Move a study to the trash with everything that belongs to it',
  access: 'fieldwork.write',
  params: idParams,
  response: done,
});

export const guideTemplate = z.object({ code: z.string(), kind: fieldKind, name: localText, about: localProse, questions: count });
export type GuideTemplate = z.infer<typeof guideTemplate>;
export const listGuideTemplates = endpoint('GET /api/v1/guide-templates', {
  summary: 'Ready guides, one or more of each kind',
  access: 'fieldwork.read',
  response: z.object({ items: z.array(guideTemplate) }),
});
export const getGuideTemplate = endpoint('GET /api/v1/guide-templates/:code', {
  summary: 'A ready guide with its form',
  access: 'fieldwork.read',
  params: z.object({ code: z.string().max(64) }),
  response: guideTemplate.extend({ form }),
});
