import type { ReactNode } from 'react';
import styles from './tab-links.module.css';

/** Views of one page, each with its own address: the children are links. */
export function TabLinks({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <nav aria-label={label} className={styles.tabs}>
      {children}
    </nav>
  );
}
