import { m } from '../../../paraglide/messages.js';
import { DataTable } from '../../../ui/data-table.tsx';
import type { FactChange } from '../definition-facts.ts';
import styles from './versions.module.css';

interface Props {
  readonly changes: readonly FactChange[];
  readonly before: string;
  readonly after: string;
}

/** What differs, line by line: struck out what was, beside what is. */
export function ChangesTable({ changes, before, after }: Props) {
  if (changes.length === 0) return <p className={styles.quiet}>{m.agreements_no_changes()}</p>;
  return (
    <DataTable
      label={m.agreements_changes()}
      rows={changes}
      rowKey={({ key }) => key}
      columns={[
        { key: 'what', title: m.agreements_what(), width: '26%', lead: true, cell: ({ label }) => label },
        {
          key: 'before',
          title: before,
          width: '37%',
          cell: ({ before: was }) => (was === null ? <span className={styles.quiet}>—</span> : <del className={styles.was}>{was}</del>),
        },
        {
          key: 'after',
          title: after,
          width: '37%',
          cell: ({ after: is }) => (is === null ? <span className={styles.quiet}>—</span> : <ins className={styles.is}>{is}</ins>),
        },
      ]}
    />
  );
}
