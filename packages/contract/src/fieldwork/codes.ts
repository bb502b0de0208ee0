import { z } from 'zod';
import { done, endpoint } from '../endpoint.ts';
import { needKind } from '../feedback/need-kind.ts';
import { id, idParams, instant, pageQuery } from '../values/page.ts';
import { localProse, localText } from '../values/text.ts';

const version = z.number().int();
const count = z.number().int();

const codeFields = z.object({
  /** a code above it; a code that stands below another has none below itself */
  parentId: id.nullable(),
  name: localText,
  /** when it is given to a passage, and when not */
  meaning: localProse,
  position: z.number().int().min(0).max(10_000),
});
export const fieldCode = codeFields.extend({ id, quotes: count, version });
export type FieldCode = z.infer<typeof fieldCode>;

const codeList = z.object({ items: z.array(fieldCode) });
export const listFieldCodes = endpoint('GET /api/v1/field-studies/:id/codes', {
  summary: 'Code book of a study, in its order',
  access: 'fieldwork.read',
  params: idParams,
  response: codeList,
});
export const createFieldCode = endpoint('POST /api/v1/field-studies/:id/codes', {
  summary: 'Add a code',
  access: 'fieldwork.write',
  params: idParams,
  body: codeFields.partial().required({ name: true }),
  response: fieldCode,
});
export const updateFieldCode = endpoint('PATCH /api/v1/field-codes/:id', {
  summary: 'Rename a code, say what it means, or put it elsewhere',
  access: 'fieldwork.write',
  params: idParams,
  body: codeFields.partial().extend({ version }),
  response: fieldCode,
});
/** Its quotes and the codes below it go to the other. */
export const mergeFieldCode = endpoint('POST /api/v1/field-codes/:id/merging', {
  summary: 'Make one code of two',
  access: 'fieldwork.write',
  params: idParams,
  body: z.object({ version, into: id }),
  response: codeList,
});
export const deleteFieldCode = endpoint('DELETE /api/v1/field-codes/:id', {
  summary: 'Delete a code that no quote has and no code stands below',
  access: 'fieldwork.write',
  params: idParams,
  response: done,
});

export const fieldQuote = z.object({
  id,
  sessionId: id,
  sessionNumber: count,
  startsAt: instant,
  siteName: localText.nullable(),
  /** place in the notes, in UTF-16 units; of a lost one where it last stood */
  start: count,
  end: count,
  text: z.string(),
  /** the notes no longer hold it */
  lost: z.boolean(),
  codeIds: z.array(id),
  memo: z.string(),
  coderId: id.nullable(),
  coder: z.string().nullable(),
  feedbackId: id.nullable(),
  needId: id.nullable(),
  version,
  updatedAt: instant,
});
export type FieldQuote = z.infer<typeof fieldQuote>;

export const fieldQuoteFilter = z.object({
  sessionId: id.optional(),
  /** with a code those below it count as well; `none`: without code */
  codeId: z.union([id, z.literal('none')]).optional(),
  coderId: id.optional(),
  lost: z.enum(['true', 'false']).optional(),
  q: z.string().max(200).optional(),
});
export const listFieldQuotes = endpoint('GET /api/v1/field-studies/:id/quotes', {
  summary: 'Quotes of a study with where they come from, in the order of sessions and notes',
  access: 'fieldwork.read',
  params: idParams,
  query: pageQuery.extend(fieldQuoteFilter.shape),
  response: z.object({ items: z.array(fieldQuote), next: z.string().nullable(), total: count }),
});
/** `notesVersion` is the one that was read: the passage must stand there word for word. */
export const createFieldQuote = endpoint('POST /api/v1/field-sessions/:id/quotes', {
  summary: 'Mark a passage of the notes and give it codes',
  access: 'fieldwork.write',
  params: idParams,
  body: z.object({
    notesVersion: version,
    start: z.number().int().min(0),
    end: z.number().int().min(1),
    codeIds: z.array(id).max(20),
    memo: z.string().trim().max(4000).default(''),
  }),
  response: fieldQuote,
});
/** `start` and `end` together put a quote elsewhere, such as one that was lost; they need `notesVersion`. */
export const updateFieldQuote = endpoint('PATCH /api/v1/field-quotes/:id', {
  summary: 'Change the codes, the memo or the place of a quote',
  access: 'fieldwork.write',
  params: idParams,
  body: z.object({
    version,
    codeIds: z.array(id).max(20).optional(),
    memo: z.string().trim().max(4000).optional(),
    notesVersion: version.optional(),
    start: z.number().int().min(0).optional(),
    end: z.number().int().min(1).optional(),
  }),
  response: fieldQuote,
});
export const deleteFieldQuote = endpoint('DELETE /api/v1/field-quotes/:id', {
  summary: 'Take a quote away; the notes stay as they are',
  access: 'fieldwork.write',
  params: idParams,
  response: done,
});
/** Asks for `feedback.write` as well. Sent again, it stays the same feedback. */
export const sendFieldQuote = endpoint('POST /api/v1/field-quotes/:id/feedback', {
  summary: 'Put a quote into the inbox of feedback',
  access: 'fieldwork.write',
  params: idParams,
  response: fieldQuote,
});
/** Asks for `feedback.write` as well; puts the quote into the inbox too, as what the need rests on. */
export const noteNeedOfQuote = endpoint('POST /api/v1/field-quotes/:id/need', {
  summary: 'Note a need of customers that rests on a quote',
  access: 'fieldwork.write',
  params: idParams,
  body: z.object({ kind: needKind, name: z.string().trim().min(1).max(200), importance: z.number().int().min(1).max(5) }),
  response: fieldQuote,
});

/** How many quotes of a session have a code; only cells that are not 0. */
export const codeMatrix = z.object({
  codes: z.array(fieldCode.pick({ id: true, parentId: true, name: true })),
  sessions: z.array(z.object({ id, number: count, startsAt: instant, place: z.string(), siteName: localText.nullable() })),
  cells: z.array(z.object({ codeId: id, sessionId: id, quotes: count })),
});
export type CodeMatrix = z.infer<typeof codeMatrix>;
export const getCodeMatrix = endpoint('GET /api/v1/field-studies/:id/code-matrix', {
  summary: 'Codes against sessions',
  access: 'fieldwork.read',
  params: idParams,
  response: codeMatrix,
});
/** text/csv: quote, codes, memo, session, place, when, by whom. */
export const exportFieldQuotes = endpoint('GET /api/v1/field-studies/:id/quotes.csv', {
  summary: 'Quotes of a study as CSV, a line for each quote and code',
  access: 'fieldwork.read',
  params: idParams,
  query: z.object({ language: z.enum(['zh', 'en']).default('zh') }),
  response: z.unknown(),
});
