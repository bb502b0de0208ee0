import type { ImportJob } from '@zhiheng/contract/measurement/imports';
import { useFormat } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import styles from './imports.module.css';

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
