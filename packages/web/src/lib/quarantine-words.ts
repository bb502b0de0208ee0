import type { QuarantineReason } from '@zhiheng/contract/measurement/observations';
import { m } from '../paraglide/messages.js';

/** Why a row was set aside, in a few words. */
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
  not_whole: m.imports_reason_not_whole,
  formula_indicator: m.imports_reason_formula_indicator,
  malformed_row: m.imports_reason_malformed_row,
  missing_key: m.imports_reason_missing_key,
};

/** What can be done about it. */
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
  not_whole: m.imports_remedy_fix_file,
  formula_indicator: m.imports_remedy_formula,
  malformed_row: m.imports_remedy_fix_file,
  missing_key: m.imports_remedy_fix_file,
};
