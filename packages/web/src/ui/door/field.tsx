import { useId, type ReactNode } from 'react';
import styles from './door.module.css';

interface Wiring {
  readonly id: string;
  readonly className: string | undefined;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': boolean | undefined;
}

interface Props {
  readonly label: string;
  readonly help?: ReactNode;
  readonly error?: string | undefined;
  readonly children: (wiring: Wiring) => ReactNode;
}

/** A label, its input, a word of help and what is wrong with it, wired for those who listen. */
export function Field({ label, help, error, children }: Props) {
  const id = useId();
  const wrong = error !== undefined;
  const described = [help === undefined ? null : `${id}-help`, wrong ? `${id}-error` : null].filter((part) => part !== null);
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      {children({
        id,
        className: styles.input,
        'aria-describedby': described.length > 0 ? described.join(' ') : undefined,
        'aria-invalid': wrong ? true : undefined,
      })}
      {help === undefined ? null : (
        <p id={`${id}-help`} className={styles.help}>
          {help}
        </p>
      )}
      {wrong ? (
        <p id={`${id}-error`} className={styles.error}>
          <span aria-hidden="true">■</span> {error}
        </p>
      ) : null}
    </div>
  );
}
