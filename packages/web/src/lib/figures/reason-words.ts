import type { QuarantineReason } from '@zhiheng/contract/measurement/observations';
import { m } from '../../paraglide/messages.js';

type Params = Readonly<Record<string, string | number | null>>;

/** Why a row was set aside, in two or three words. */
export const reasonWords: Readonly<Record<QuarantineReason, () => string>> = {
  unknown_indicator: m.imports_reason_unknown_indicator,
  unknown_service: m.imports_reason_unknown_service,
  unknown_team: m.imports_reason_unknown_team,
  unknown_site: m.imports_reason_unknown_site,
  unknown_segment: m.imports_reason_unknown_segment,
  missing_time: m.imports_reason_missing_time,
  impossible_time: m.imports_reason_impossible_time,
  future_time: m.imports_reason_future_time,
  missing_value: m.imports_reason_missing_value,
  not_a_number: m.imports_reason_not_a_number,
  not_yes_no: m.imports_reason_not_yes_no,
  wrong_unit: m.imports_reason_wrong_unit,
  out_of_range: m.imports_reason_out_of_range,
  negative_duration: m.imports_reason_negative_duration,
  share_above_one: m.imports_reason_share_above_one,
  formula_indicator: m.imports_reason_formula_indicator,
  malformed_row: m.imports_reason_malformed_row,
  missing_key: m.imports_reason_missing_key,
};

/** What somebody can do about it. */
export const remedyWords: Readonly<Record<QuarantineReason, () => string>> = {
  unknown_indicator: m.imports_remedy_unknown_indicator,
  unknown_service: m.imports_remedy_unknown_service,
  unknown_team: m.imports_remedy_unknown_team,
  unknown_site: m.imports_remedy_unknown_site,
  unknown_segment: m.imports_remedy_unknown_segment,
  missing_time: m.imports_remedy_fix_file,
  impossible_time: m.imports_remedy_fix_file,
  future_time: m.imports_remedy_fix_file,
  missing_value: m.imports_remedy_fix_file,
  not_a_number: m.imports_remedy_fix_file,
  not_yes_no: m.imports_remedy_fix_file,
  wrong_unit: m.imports_remedy_fix_file,
  out_of_range: m.imports_remedy_range,
  negative_duration: m.imports_remedy_fix_file,
  share_above_one: m.imports_remedy_fix_file,
  formula_indicator: m.imports_remedy_formula,
  malformed_row: m.imports_remedy_fix_file,
  missing_key: m.imports_remedy_fix_file,
};

/** The reason as a sentence with the words and numbers of the row: `没有叫“朝阳三组”的团队`. */
export function rowProblemWords(reason: QuarantineReason, params: Params): string {
  const of = (...names: readonly string[]) => String(names.map((name) => params[name]).find((value) => value !== undefined && value !== null) ?? '…');
  if (reason === 'malformed_row' && 'cells' in params) return m.imports_row_cells({ cells: of('cells'), columns: of('columns') });
  const words = m.imports_row_problem({
    reason,
    name: of('name', 'indicator', 'value'),
    value: of('value'),
    n: of('n'),
    low: of('low'),
    high: of('high'),
    unit: of('unit'),
    expected: of('expected'),
    cells: of('cells'),
    columns: of('columns'),
  });
  const column = params['column'] ?? params['field'];
  return column === undefined || column === null ? words : m.imports_row_problem_column({ words, column });
}
