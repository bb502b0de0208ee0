import type { ReactNode } from 'react';
import styles from './two-lines.module.css';

/** A name and, smaller and grey, what tells it from others of the same name. */
export function TwoLines({ first, second }: { readonly first: ReactNode; readonly second: ReactNode }) {
  return (
    <span className={styles.lines}>
      <span className={styles.first}>{first}</span>
      <span className={styles.second}>{second}</span>
    </span>
  );
}
