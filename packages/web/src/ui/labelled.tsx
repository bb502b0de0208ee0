import { useId, type ReactNode } from 'react';
import styles from './labelled.module.css';

interface Props {
  readonly label: string;
  readonly help?: string | undefined;
  /** gets the id that its field must carry */
  readonly children: (id: string) => ReactNode;
}

/** A field under its label. */
export function Labelled({ label, help, children }: Props) {
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      {children(id)}
      {help === undefined ? null : <span className={styles.help}>{help}</span>}
    </div>
  );
}
