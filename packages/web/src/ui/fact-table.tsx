import type { ReactNode } from 'react';
import styles from './fact-table.module.css';

interface Props {
  readonly label: string;
  readonly rows: readonly (readonly [string, ReactNode])[];
}

/** Words at the left, values at the right. */
export function FactTable({ label, rows }: Props) {
  return (
    <table className={styles.table} aria-label={label}>
      <tbody>
        {rows.map(([word, value]) => (
          <tr key={word}>
            <th scope="row">{word}</th>
            <td>{value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
