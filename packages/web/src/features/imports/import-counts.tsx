import type { ImportJob } from '@zhiheng/contract/measurement/imports';
import { m } from '../../paraglide/messages.js';
import { CountList } from '../../ui/count-list.tsx';

const words: readonly (readonly [keyof ImportJob['counts'], () => string])[] = [
  ['rows', m.imports_rows],
  ['records', m.imports_records],
  ['stored', m.imports_stored],
  ['corrected', m.imports_corrected],
  ['unchanged', m.imports_unchanged],
  ['blank', m.imports_blank],
  ['quarantined', m.imports_quarantined],
];

/** What was read and what became of it. */
export function ImportCounts({ job }: { readonly job: ImportJob }) {
  return <CountList counts={words.map(([key, word]) => [word(), job.counts[key]])} />;
}
