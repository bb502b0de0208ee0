import { form } from '@zhiheng/forms/definition';
import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { rawAnswers } from '../surveys/runs.ts';
import { id, idParams, instant } from '../values/page.ts';
import { fieldSheetState } from './fieldwork-kinds.ts';

const version = z.number().int();
const number = z.number().nullable();

export const fieldSheet = z.object({
  id,
  raterId: id,
  rater: z.string(),
  state: fieldSheetState,
  answers: rawAnswers,
  /** by measure, or measure.part; empty until it is submitted */
  scores: z.record(z.string(), z.number()),
  /** 0 to 100 by the first measure of the kind `csi`; null: the guide has none, or it is not submitted */
  score: number,
  savedAt: instant,
  submittedAt: instant.nullable(),
  /** why it was last reopened */
  reopenedFor: z.string(),
  version,
});
export type FieldSheet = z.infer<typeof fieldSheet>;

/** The caller's own sheet, and those of others that the caller may see: raters see none before their own is submitted. */
export const fieldSheets = z.object({
  form: form.nullable(),
  guideNumber: z.number().int().nullable(),
  /** what a sheet knows before its first question, for conditions and placeholders */
  given: z.record(z.string(), z.string()),
  /** null: the caller is no rater of the session, or has not begun */
  own: fieldSheet.nullable(),
  mayRate: z.boolean(),
  mayReopen: z.boolean(),
  others: z.array(fieldSheet),
  /** how far each rater is, whoever asks: nothing of what they wrote; without state: not begun */
  raters: z.array(z.object({ id, name: z.string(), state: fieldSheetState.nullable(), sheetId: id.nullable(), version })),
  /** raters whose sheets are not submitted */
  waiting: z.array(z.string()),
  /** submitted sheets that the caller does not see yet */
  hidden: z.number().int(),
  /** mean of all raters, once the caller may see them all */
  score: number,
});
export type FieldSheets = z.infer<typeof fieldSheets>;
export const listFieldSheets = endpoint('GET /api/v1/field-sessions/:id/sheets', {
  summary: 'The guide of a session, the own sheet, and what the caller may see of the others',
  access: 'fieldwork.read',
  params: idParams,
  response: fieldSheets,
});
/** `version` 0: the first save. Answers may be incomplete, but not wrong. */
export const saveFieldSheet = endpoint('PUT /api/v1/field-sessions/:id/own-sheet', {
  summary: 'Save the own sheet as far as it is written',
  access: 'fieldwork.read',
  params: idParams,
  body: z.object({ version, answers: rawAnswers }),
  response: fieldSheet,
});
export const submitFieldSheet = endpoint('POST /api/v1/field-sessions/:id/own-sheet/submission', {
  summary: 'Submit the own sheet; it is final then',
  access: 'fieldwork.read',
  params: idParams,
  body: z.object({ version, answers: rawAnswers }),
  response: fieldSheet,
});
/** By the conductor of the session or with `fieldwork.write`, and never one's own: whoever has seen the others must not fit it to them. */
export const reopenFieldSheet = endpoint('POST /api/v1/field-sheets/:id/reopening', {
  summary: 'Give a submitted sheet back to its rater, with a reason',
  access: 'fieldwork.read',
  params: idParams,
  body: z.object({ version, reason: z.string().trim().min(1).max(2000) }),
  response: z.object({ ok: z.literal(true) }),
});
/** text/csv: a row per sheet that the caller may see, a column per field. */
export const exportFieldSheets = endpoint('GET /api/v1/field-studies/:id/sheets.csv', {
  summary: 'Submitted sheets of a study as CSV',
  access: 'fieldwork.read',
  params: idParams,
  query: z.object({ language: z.string().max(20).default('zh') }),
  response: z.unknown(),
});
