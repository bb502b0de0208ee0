import type { CaseImport } from '@zhiheng/contract/cases/case-imports';
import { useFormat } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import styles from './case-imports.module.css';

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
  const format = useFormat();
  return (
    <dl className={styles.counts}>
      {words.map(([key, word]) => (
        <div key={key}>
          <dt>{word()}</dt>
          <dd>{format.number(job.counts[key])}</dd>
        </div>
      ))}
    </dl>
  );
}
