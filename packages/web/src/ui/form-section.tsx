import type { ReactNode } from 'react';
import styles from './form-section.module.css';

/** A titled part of a long form. */
export function FormSection({
  title,
  note,
  children,
}: {
  readonly title: string;
  readonly note?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <div className={styles.section} role="group" aria-label={title}>
      <h2 className={styles.title}>{title}</h2>
      {note === undefined ? null : <p className={styles.note}>{note}</p>}
      {children}
    </div>
  );
}
