import type { CaseImport } from '@zhiheng/contract/cases/case-imports';
import { m } from '../../paraglide/messages.js';
import { CountList } from '../../ui/count-list.tsx';

const words: readonly (readonly [keyof CaseImport['counts'], () => string])[] = [
  ['cases', m.case_imports_count_cases],
  ['created', m.case_imports_count_created],
  ['updated', m.case_imports_count_updated],
  ['unchanged', m.case_imports_count_unchanged],
  ['kept', m.case_imports_count_kept],
  ['refused', m.case_imports_count_refused],
  ['events', m.case_imports_count_events],
  ['entries', m.case_imports_count_entries],
];

/** What was read and what became of it. */
export function ImportCounts({ job }: { readonly job: CaseImport }) {
  return <CountList counts={words.map(([key, word]) => [word(), job.counts[key]])} />;
}
