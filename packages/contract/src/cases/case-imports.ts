import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { fileOptions, dayOrder, importState, uploadedFile } from '../measurement/imports.ts';
import { timeZone } from '../organisation/organisation.ts';
import { id, idParams, instant, pageOf, pageQuery } from '../values/page.ts';
import { localText } from '../values/text.ts';
import { caseStatus, caseType, priority } from './case.ts';

const column = z.string().min(1).max(200);
const word = z.string().max(200);

/** What a column of another desk's file can say about a case. `at` is the time of a row of an event log, else when the row was last changed. */
export const caseColumn = z.enum([
  'subject',
  'description',
  'status',
  'type',
  'priority',
  'category',
  'service',
  'team',
  'assignee',
  'customer',
  'contactName',
  'contactEmail',
  'contactPhone',
  'channel',
  'tags',
  'at',
  'openedAt',
  'repliedAt',
  'resolvedAt',
  'closedAt',
  'comment',
  'changedField',
  'changedFrom',
  'changedTo',
]);
export type CaseColumn = z.infer<typeof caseColumn>;

/** A status to which a word of the file may lead: merging is a matter of this house. */
export const importedStatus = caseStatus.exclude(['merged', 'following-up']);

/**
 * How the rows of a file become cases.
 * - `cases`: one row is one case as it stands
 * - `events`: one row is a case as it stood at a time; rows of one number are its history
 * - `changes`: one row says which field changed from what to what
 */
export const caseRows = z.enum(['cases', 'events', 'changes']);

export const caseImportMapping = z.object({
  /** what the file comes from; with the number it is the identity of a case */
  product: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]*$/)
    .max(40),
  rows: caseRows,
  key: column,
  columns: z.partialRecord(caseColumn, column),
  /** of a file with history: whether the column of the solution overrules what the history says */
  resolution: z.enum(['history', 'column']).default('history'),
  timeZone: timeZone.default('UTC'),
  dayOrder: dayOrder.default('day-first'),
  statuses: z.record(word, importedStatus).default({}),
  priorities: z.record(word, priority).default({}),
  types: z.record(word, caseType).default({}),
  /** of cases whose type the file does not say */
  type: caseType.default('incident'),
  language: z.enum(['zh', 'en']).default('zh'),
  /** whether a case counts by the agreements that were in force when it came, or by those in force now */
  agreements: z.enum(['then', 'now']).default('then'),
});
export type CaseImportMapping = z.infer<typeof caseImportMapping>;

/** multipart/form-data with one part named `file`: CSV, XLSX or JSON, at most 25 MB. */
export const uploadCaseFile = endpoint('POST /api/v1/case-imports/files', {
  summary: 'Upload what another desk exported: CSV, XLSX or JSON',
  access: 'cases.define',
  body: z.unknown(),
  response: uploadedFile,
});

const foundWord = z.object({ word, n: z.number().int() });
export const previewCaseFile = endpoint('POST /api/v1/case-imports/files/:id/preview', {
  summary: 'First rows, the product they come from, a guessed mapping, and the words that it must translate',
  access: 'cases.define',
  params: idParams,
  body: z.object({ options: fileOptions.default({}), mapping: caseImportMapping.nullable().default(null) }),
  response: z.object({
    format: z.enum(['csv', 'xlsx', 'jira-json', 'zammad-json']),
    encoding: z.string().nullable(),
    delimiter: z.string().nullable(),
    sheets: z.array(z.string()),
    sheet: z.string().nullable(),
    columns: z.array(z.object({ name: column, filled: z.number().int(), example: z.string() })),
    rows: z.array(z.array(z.string())),
    totalRows: z.number().int(),
    totalCases: z.number().int(),
    products: z.array(z.object({ code: z.string(), name: localText })),
    recognised: z.string().nullable(),
    /** the given one, else a guess */
    mapping: caseImportMapping,
    statuses: z.array(foundWord),
    priorities: z.array(foundWord),
    types: z.array(foundWord),
    /** names that nothing here bears: they are kept as names */
    unknownTeams: z.array(foundWord),
    unknownPeople: z.array(foundWord),
    unknownCategories: z.array(foundWord),
  }),
});
export type CaseFilePreview = z.infer<typeof previewCaseFile.response>;

const count = z.number().int();
export const caseImportCounts = z.object({
  rows: count,
  cases: count,
  created: count,
  updated: count,
  unchanged: count,
  /** changed by somebody here since: left as they are */
  kept: count,
  refused: count,
  /** steps of history and comments */
  events: count,
  entries: count,
});

/** What the history says of the solution beside what the column says: `both` have both, of which `equal` agree to the minute. */
export const resolutionComparison = z.object({
  both: count,
  equal: count,
  historyOnly: count,
  columnOnly: count,
  /** of those that have both */
  historySeconds: z.number(),
  columnSeconds: z.number(),
});

export const caseImportFindingKind = z.enum(['refused', 'noted', 'difference', 'update']);
export const caseImportFindingCode = z.enum([
  'malformed_row',
  'missing_number',
  'missing_opening',
  'impossible_time',
  'future_time',
  'unknown_status',
  'unknown_priority',
  'unknown_type',
  'unknown_category',
  'unknown_service',
  'unknown_customer',
  'repeated_number',
  'before_opening',
  'resolution_differs',
  'resolution_in_history_only',
  'resolution_in_column_only',
  'case_updated',
  'case_changed_here',
]);
export type CaseImportFindingCode = z.infer<typeof caseImportFindingCode>;

export const caseImportFinding = z.object({
  kind: caseImportFindingKind,
  code: caseImportFindingCode,
  line: count,
  key: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
});
export type CaseImportFinding = z.infer<typeof caseImportFinding>;

export const caseImport = z.object({
  id,
  fileId: id,
  fileName: z.string(),
  product: z.string(),
  productName: localText,
  dryRun: z.boolean(),
  state: importState,
  progress: z.number().min(0).max(1),
  counts: caseImportCounts,
  comparison: resolutionComparison.nullable(),
  findings: z.array(z.object({ kind: caseImportFindingKind, code: caseImportFindingCode, n: count, firstLine: count })),
  failure: z.object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) }).nullable(),
  createdAt: instant,
  finishedAt: instant.nullable(),
  createdBy: z.string().nullable(),
  undone: z.object({ at: instant, removed: count, kept: count }).nullable(),
});
export type CaseImport = z.infer<typeof caseImport>;

export const startCaseImport = endpoint('POST /api/v1/case-imports', {
  summary: 'Import cases with their history as a job, or run it dry',
  access: 'cases.define',
  body: z.object({ fileId: id, options: fileOptions.default({}), mapping: caseImportMapping, dryRun: z.boolean().default(false) }),
  response: caseImport,
});
export const listCaseImports = endpoint('GET /api/v1/case-imports', {
  summary: 'Imports of cases, newest first',
  access: 'cases.define',
  query: pageQuery,
  response: pageOf(caseImport),
});
export const getCaseImport = endpoint('GET /api/v1/case-imports/:id', {
  summary: 'One import of cases with its progress',
  access: 'cases.define',
  params: idParams,
  response: caseImport,
});
export const cancelCaseImport = endpoint('POST /api/v1/case-imports/:id/cancel', {
  summary: 'Stop an import of cases; what is imported already stays',
  access: 'cases.define',
  params: idParams,
  response: caseImport,
});
export const undoCaseImport = endpoint('POST /api/v1/case-imports/:id/undo', {
  summary: 'Remove the cases that an import made and nobody has touched since',
  access: 'cases.define',
  params: idParams,
  response: caseImport,
});
const findingQuery = { kind: caseImportFindingKind.optional(), code: caseImportFindingCode.optional() };
export const listCaseImportFindings = endpoint('GET /api/v1/case-imports/:id/findings', {
  summary: 'What an import met: problems, updates, and solutions on which history and column differ',
  access: 'cases.define',
  params: idParams,
  query: pageQuery.extend(findingQuery),
  response: pageOf(caseImportFinding),
});
/** text/csv: line, number, what, and the values. */
export const caseImportFindingsFile = endpoint('GET /api/v1/case-imports/:id/findings.csv', {
  summary: 'All of them, or those of one kind, as CSV',
  access: 'cases.define',
  params: idParams,
  query: z.object({ ...findingQuery, locale: z.enum(['zh', 'en']).default('zh') }),
  response: z.string(),
});
