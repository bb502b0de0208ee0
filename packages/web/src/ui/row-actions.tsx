import type { ReactNode } from 'react';
import styles from './row-actions.module.css';

interface Action {
  readonly label: string;
  /** tells the same buttons of different rows apart for those who listen: the name of the row */
  readonly of: string;
  readonly onClick: () => void;
  readonly danger?: boolean;
  readonly pending?: boolean;
}

/** What can be done with a row, as words. */
export function RowActions({ actions }: { readonly actions: readonly (Action | null)[] }) {
  return (
    <span className={styles.actions}>
      {actions.map((action) => (action === null ? null : <RowAction key={action.label} {...action} />))}
    </span>
  );
}

function RowAction({ label, of, onClick, danger = false, pending = false }: Action): ReactNode {
  return (
    <button
      type="button"
      className={danger ? `${styles.action} ${styles.danger}` : styles.action}
      aria-label={`${label}: ${of}`}
      disabled={pending}
      onClick={onClick}
    >
      {label}
    </button>
  );
}
