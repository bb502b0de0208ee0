import type { CaseImportFinding, CaseImportFindingCode } from '@zhiheng/contract/cases/case-imports';

export type Finding = CaseImportFinding;

export const kindOf: Readonly<Record<CaseImportFindingCode, Finding['kind']>> = {
  malformed_row: 'refused',
  missing_number: 'refused',
  missing_opening: 'refused',
  impossible_time: 'refused',
  future_time: 'refused',
  unknown_status: 'refused',
  unknown_priority: 'noted',
  unknown_type: 'noted',
  unknown_category: 'noted',
  unknown_service: 'noted',
  unknown_customer: 'noted',
  repeated_number: 'noted',
  before_opening: 'noted',
  resolution_differs: 'difference',
  resolution_in_history_only: 'difference',
  resolution_in_column_only: 'difference',
  case_updated: 'update',
  case_changed_here: 'update',
};

interface Place {
  readonly line: number;
  readonly key: string;
}

export const findingOf = (code: CaseImportFindingCode, { line, key }: Place, params: Finding['params'] = {}): Finding => ({
  kind: kindOf[code],
  code,
  line,
  key,
  params,
});
