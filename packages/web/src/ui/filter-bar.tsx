import type { ReactNode } from 'react';
import { m } from '../paraglide/messages.js';
import styles from './filter-bar.module.css';

/** Search and filters of a list, in one row; two columns on a phone. */
export function FilterBar({ children }: { readonly children: ReactNode }) {
  return (
    <div className={styles.bar} role="group" aria-label={m.library_filters()}>
      {children}
    </div>
  );
}
