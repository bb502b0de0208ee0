import type { ReactNode } from 'react';
import styles from './form-pair.module.css';

/** Two fields a row, such as the two languages of a name; one below the other on a phone. */
export function FormPair({ children }: { readonly children: ReactNode }) {
  return <div className={styles.pair}>{children}</div>;
}
