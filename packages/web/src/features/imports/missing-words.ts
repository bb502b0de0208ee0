import { m } from '../../paraglide/messages.js';
import type { Missing, SubjectPart } from './mapping-draft.ts';

export const partWords: Readonly<Record<SubjectPart, () => string>> = {
  service: m.imports_service,
  team: m.imports_team,
  site: m.imports_site,
  segment: m.imports_segment,
};

const plain = {
  time: m.imports_missing_time,
  key: m.imports_missing_key,
  measure: m.imports_missing_measure,
  indicator: m.imports_missing_indicator,
  value: m.imports_missing_value,
} as const;

/** What is still missing from a mapping. */
export function missingWords(missing: Missing): string {
  if (missing.what === 'measure-part') return m.imports_missing_measure_part({ n: missing.index + 1 });
  if (missing.what === 'subject') return m.imports_missing_subject({ part: partWords[missing.part]() });
  return plain[missing.what]();
}
