import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { uploadedFile } from '../measurement/imports.ts';
import { id, idParams, instant, pageOf, pageQuery } from '../values/page.ts';

const column = z.string().min(1).max(200);
const count = z.number().int();

/** How the rows of a file become answers. */
export const responseReading = z.object({
  versionNumber: z.number().int(),
  /** field by column */
  columns: z.record(column, z.string().max(90)),
  /** column with a key of its own per row: imported again, nothing is doubled */
  recordColumn: column.nullable().default(null),
  timeColumn: column.nullable().default(null),
  /** of all answers, where no column tells */
  at: instant.nullable().default(null),
  /** cells that mean "not answered" and "not applicable" */
  missing: z.array(z.string().max(20)).max(10).default(['', 'NA']),
  notApplicable: z.array(z.string().max(20)).max(10).default([]),
});
export type ResponseReading = z.infer<typeof responseReading>;

export const responseImportState = z.enum(['queued', 'running', 'done', 'failed', 'cancelled', 'undoing', 'undone']);

/** Of a dry run `stored` is what would be. */
export const responseImportCounts = z.object({
  rows: count,
  stored: count,
  unchanged: count,
  refused: count,
  faults: count,
  undone: count,
});
export type ResponseImportCounts = z.infer<typeof responseImportCounts>;

/** `field` is empty where the fault is of the whole line. */
export const responseFault = z.object({ line: count, field: z.string(), code: z.string() });
export type ResponseFault = z.infer<typeof responseFault>;

export const responseImport = z.object({
  id,
  surveyId: id,
  fileId: id,
  fileName: z.string(),
  versionNumber: count,
  dryRun: z.boolean(),
  state: responseImportState,
  progress: z.number().min(0).max(1),
  counts: responseImportCounts,
  failure: z.object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) }).nullable(),
  createdAt: instant,
  finishedAt: instant.nullable(),
  createdBy: z.string().nullable(),
});
export type ResponseImport = z.infer<typeof responseImport>;

/** multipart/form-data with one part named `file`: CSV, at most 200 MB, stored as it comes. */
export const uploadResponses = endpoint('POST /api/v1/surveys/:id/response-files', {
  summary: 'Upload a table of answers: CSV, one row an answer',
  access: 'surveys.write',
  params: idParams,
  body: z.unknown(),
  response: uploadedFile,
});
export const previewResponses = endpoint('GET /api/v1/survey-response-files/:id', {
  summary: 'Columns and first rows of a table of answers that waits to be imported',
  access: 'surveys.write',
  params: idParams,
  response: z.object({ name: z.string(), size: count, columns: z.array(column), rows: z.array(z.array(z.string())) }),
});
export const startResponseImport = endpoint('POST /api/v1/surveys/:id/response-imports', {
  summary: 'Import answers as a job, or run it dry: each row is checked by the form',
  access: 'surveys.write',
  params: idParams,
  body: z.object({ fileId: id, reading: responseReading, dryRun: z.boolean().default(false) }),
  response: responseImport,
});
export const listResponseImports = endpoint('GET /api/v1/surveys/:id/response-imports', {
  summary: 'Imports of answers to a survey, newest first',
  access: 'surveys.write',
  params: idParams,
  query: pageQuery,
  response: pageOf(responseImport),
});
export const getResponseImport = endpoint('GET /api/v1/survey-response-imports/:id', {
  summary: 'One import of answers with its progress',
  access: 'surveys.write',
  params: idParams,
  response: responseImport,
});
export const cancelResponseImport = endpoint('POST /api/v1/survey-response-imports/:id/cancel', {
  summary: 'Stop an import of answers; what is imported already stays until it is undone',
  access: 'surveys.write',
  params: idParams,
  response: responseImport,
});
export const undoResponseImport = endpoint('POST /api/v1/survey-response-imports/:id/undo', {
  summary: 'Take back every answer of an import, out of all figures',
  access: 'surveys.write',
  params: idParams,
  response: responseImport,
});
export const listResponseFaults = endpoint('GET /api/v1/survey-response-imports/:id/faults', {
  summary: 'Why lines were refused, in the order of the file',
  access: 'surveys.write',
  params: idParams,
  query: pageQuery,
  response: pageOf(responseFault),
});
/** text/csv: line, question, why. */
export const responseFaultsFile = endpoint('GET /api/v1/survey-response-imports/:id/faults.csv', {
  summary: 'The same as CSV',
  access: 'surveys.write',
  params: idParams,
  query: z.object({ locale: z.enum(['zh', 'en']).default('zh') }),
  response: z.string(),
});
