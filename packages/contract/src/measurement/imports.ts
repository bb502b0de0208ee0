import { z } from 'zod';
import { done, endpoint } from '../endpoint.ts';
import { id, idParams, instant, pageOf, pageQuery } from '../values/page.ts';
import { code, indicatorCode } from '../values/text.ts';
import { timeZone } from '../organisation/organisation.ts';
import { quarantineReason } from './observations.ts';

const column = z.string().min(1).max(200);

/** A time column holds instants in the file's zone, or names a calendar period of the organisation. */
export const timeGrain = z.enum(['instant', 'day', 'month', 'quarter', 'year']);

/** How cells such as 03/04/2026 are read. */
export const dayOrder = z.enum(['day-first', 'month-first']);

/** Where a part of the subject comes from: always the same unit, or a column with codes or names. */
export const subjectSource = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('fixed'), code }),
  z.object({ kind: z.literal('column'), column, createMissing: z.boolean().default(false) }),
]);

/** One measure of a record. An empty cell means "not measured": no observation, no complaint. */
export const recordMeasure = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('number'), indicator: indicatorCode, column, unit: z.string().max(24).optional() }),
  z.object({ kind: z.literal('yes-no'), indicator: indicatorCode, column, yes: z.array(z.string().max(100)).min(1).optional() }),
  z.object({ kind: z.literal('above'), indicator: indicatorCode, column, limit: z.number() }),
  z.object({ kind: z.literal('share'), indicator: indicatorCode, column, of: column }),
  z.object({ kind: z.literal('duration'), indicator: indicatorCode, from: column, to: column }),
  z.object({ kind: z.literal('rows'), indicator: indicatorCode }),
]);
export type RecordMeasure = z.infer<typeof recordMeasure>;

const readFrom = {
  time: z.object({ column, grain: timeGrain.default('instant'), dayOrder: dayOrder.default('day-first') }),
  timeZone: timeZone.default('UTC'),
  key: z.array(column).max(5).default([]),
  subject: z
    .object({
      service: subjectSource.optional(),
      team: subjectSource.optional(),
      site: subjectSource.optional(),
      segment: subjectSource.optional(),
    })
    .default({}),
};

/**
 * How a file becomes observations.
 * - `observations`: one row is one observation; columns name indicator and value
 * - `records`: one row is one record (a case, a visit) with several measures
 * - `events`: a log with several rows per key; the last row of each key in the file is the record
 */
export const importMapping = z.discriminatedUnion('rows', [
  z.object({
    rows: z.literal('observations'),
    ...readFrom,
    indicator: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('fixed'), code: indicatorCode }),
      z.object({ kind: z.literal('column'), column }),
    ]),
    value: column,
    n: column.optional(),
    unit: column.optional(),
  }),
  z.object({ rows: z.literal('records'), ...readFrom, measures: z.array(recordMeasure).min(1).max(40) }),
  z.object({ rows: z.literal('events'), ...readFrom, key: z.array(column).min(1).max(5), measures: z.array(recordMeasure).min(1).max(40) }),
]);
export type ImportMapping = z.infer<typeof importMapping>;

export const fileOptions = z.object({
  encoding: z.enum(['utf-8', 'gb18030', 'utf-16le']).optional(),
  delimiter: z.enum([',', ';', '\t', '|']).optional(),
  sheet: z.string().max(100).optional(),
});

export const uploadedFile = z.object({ id, name: z.string(), size: z.number().int(), sha256: z.string() });
/** multipart/form-data with one part named `file`: CSV or XLSX, at most 25 MB. */
export const uploadFile = endpoint('POST /api/v1/files', {
  summary: 'Upload a CSV or XLSX file',
  access: 'measurement.write',
  body: z.unknown(),
  response: uploadedFile,
});

/** What a column seems to hold, from its first thousand cells. */
const columnGuess = z.object({
  name: column,
  holds: z.enum(['time', 'number', 'yes-no', 'text', 'empty']),
  filled: z.number().int(),
  distinct: z.number().int(),
  example: z.string(),
});
export const previewFile = endpoint('POST /api/v1/files/:id/preview', {
  summary: 'First rows, what the columns hold, and a guessed mapping',
  access: 'measurement.write',
  params: idParams,
  body: fileOptions,
  response: z.object({
    format: z.enum(['csv', 'xlsx']),
    encoding: z.string().nullable(),
    delimiter: z.string().nullable(),
    sheets: z.array(z.string()),
    sheet: z.string().nullable(),
    columns: z.array(columnGuess),
    rows: z.array(z.array(z.string())),
    totalRows: z.number().int(),
    guess: importMapping.nullable(),
    savedMappingId: id.nullable(),
  }),
});

export const importState = z.enum(['queued', 'running', 'done', 'failed', 'cancelled']);
export const importCounts = z.object({
  rows: z.number().int(),
  records: z.number().int(),
  stored: z.number().int(),
  corrected: z.number().int(),
  unchanged: z.number().int(),
  quarantined: z.number().int(),
  blank: z.number().int(),
});
export const importJob = z.object({
  id,
  fileId: id,
  fileName: z.string(),
  mappingId: id.nullable(),
  mappingName: z.string().nullable(),
  /** what the mapping feeds; empty when a column of the file names the indicators */
  indicators: z.array(indicatorCode),
  dryRun: z.boolean(),
  state: importState,
  progress: z.number().min(0).max(1),
  counts: importCounts,
  problems: z.array(z.object({ reason: quarantineReason, rows: z.number().int(), firstLine: z.number().int() })),
  failure: z.object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) }).nullable(),
  createdAt: instant,
  finishedAt: instant.nullable(),
  createdBy: z.string().nullable(),
});
export type ImportJob = z.infer<typeof importJob>;

export const startImport = endpoint('POST /api/v1/imports', {
  summary: 'Import a file as a job, or run it dry',
  access: 'measurement.write',
  body: z.object({
    fileId: id,
    options: fileOptions.default({}),
    mapping: importMapping,
    mappingId: id.nullable().default(null),
    dryRun: z.boolean().default(false),
  }),
  response: importJob,
});
export const listImports = endpoint('GET /api/v1/imports', {
  summary: 'Imports, newest first',
  access: 'measurement.read',
  query: pageQuery,
  response: pageOf(importJob),
});
export const getImport = endpoint('GET /api/v1/imports/:id', {
  summary: 'One import with its progress',
  access: 'measurement.read',
  params: idParams,
  response: importJob,
});
export const cancelImport = endpoint('POST /api/v1/imports/:id/cancel', {
  summary: 'Stop an import; batches already stored stay',
  access: 'measurement.write',
  params: idParams,
  response: importJob,
});
/** text/csv: line, column, value, reason and the row itself. */
export const importProblems = endpoint('GET /api/v1/imports/:id/problems.csv', {
  summary: 'Every bad row with line and reason, as CSV',
  access: 'measurement.read',
  params: idParams,
  query: z.object({ locale: z.enum(['zh', 'en']).default('zh') }),
  response: z.string(),
});
export const importedLine = endpoint('GET /api/v1/imports/:id/lines/:line', {
  summary: 'The line of the file that an observation came from',
  access: 'measurement.read',
  params: z.object({ id, line: z.coerce.number().int().min(1) }),
  response: z.object({ fileName: z.string(), line: z.number().int(), columns: z.array(z.string()), cells: z.array(z.string()) }),
});

export const savedMapping = z.object({ id, code, name: z.string(), mapping: importMapping, options: fileOptions, updatedAt: instant });
export type SavedMapping = z.infer<typeof savedMapping>;
export const listMappings = endpoint('GET /api/v1/import-mappings', {
  summary: 'Saved mappings',
  access: 'measurement.read',
  response: z.object({ items: z.array(savedMapping) }),
});
export const saveMapping = endpoint('PUT /api/v1/import-mappings/:code', {
  summary: 'Save a mapping under a code, to be used again here and from the command line',
  access: 'measurement.write',
  params: z.object({ code }),
  body: z.object({ name: z.string().trim().min(1).max(100), mapping: importMapping, options: fileOptions.default({}) }),
  response: savedMapping,
});
export const deleteMapping = endpoint('DELETE /api/v1/import-mappings/:code', {
  summary: 'Delete a saved mapping',
  access: 'measurement.write',
  params: z.object({ code }),
  response: done,
});
