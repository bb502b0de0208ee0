import type { ReactNode } from 'react';
import styles from './door.module.css';

interface Props {
  readonly pending?: boolean;
  readonly quiet?: boolean;
  /** without it the button submits its form */
  readonly onClick?: () => void;
  readonly children: ReactNode;
}

export function DoorButton({ pending = false, quiet = false, onClick, children }: Props) {
  return (
    <button
      type={onClick === undefined ? 'submit' : 'button'}
      className={quiet ? styles.quiet : styles.button}
      aria-disabled={pending}
      onClick={onClick}
    >
      {pending ? <span className={styles.spinner} aria-hidden="true" /> : null}
      {children}
    </button>
  );
}
