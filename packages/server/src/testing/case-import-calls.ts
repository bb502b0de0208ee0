import * as caseImports from '@zhiheng/contract/cases/case-imports';
import type { SampleCall } from './sample-calls.ts';

const id = '0197d000-0000-7000-8000-000000000000';
const mapping = {
  ...{
    product: 'file',
    rows: 'cases',
    key: 'number',
    columns: { openedAt: 'opened', status: 'status' },
    resolution: 'history',
    timeZone: 'UTC',
  },
  ...{ dayOrder: 'day-first', statuses: { Done: 'resolved' }, priorities: { High: 'p2' }, types: { Bug: 'incident' }, type: 'incident' },
  ...{ language: 'zh', agreements: 'then' },
};
const define = 'AQ';

export const files = { caseImports };

/** Sample calls of imports of cases. */
export const calls: readonly SampleCall[] = [
  { endpoint: caseImports.uploadCaseFile, may: define, body: {} },
  { endpoint: caseImports.previewCaseFile, may: define, params: { id }, body: { options: { delimiter: ',' }, mapping } },
  { endpoint: caseImports.startCaseImport, may: define, body: { fileId: id, options: { encoding: 'utf-8' }, mapping, dryRun: true } },
  { endpoint: caseImports.listCaseImports, may: define, query: { limit: '2' } },
  { endpoint: caseImports.getCaseImport, may: define, params: { id } },
  { endpoint: caseImports.cancelCaseImport, may: define, params: { id } },
  { endpoint: caseImports.undoCaseImport, may: define, params: { id } },
  {
    endpoint: caseImports.listCaseImportFindings,
    may: define,
    params: { id },
    query: { kind: 'refused', code: 'unknown_status', limit: '2' },
  },
  { endpoint: caseImports.caseImportFindingsFile, may: define, params: { id }, query: { kind: 'difference', locale: 'zh' } },
];
