import { useState } from 'react';
import { m } from '../../paraglide/messages.js';
import { Field } from './field.tsx';
import styles from './door.module.css';

interface Props {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly autoComplete: 'current-password' | 'new-password';
  readonly help?: string;
  readonly error?: string | undefined;
}

export function PasswordField({ label, value, onChange, autoComplete, help, error }: Props) {
  const [shown, setShown] = useState(false);
  return (
    <Field label={label} error={error} {...(help === undefined ? {} : { help })}>
      {(wiring) => (
        <span className={styles.password}>
          <input
            {...wiring}
            type={shown ? 'text' : 'password'}
            autoComplete={autoComplete}
            spellCheck={false}
            autoCapitalize="none"
            value={value}
            onChange={(event) => onChange(event.target.value)}
          />
          <button type="button" className={styles.show} aria-pressed={shown} onClick={() => setShown(!shown)}>
            {shown ? m.shell_hide_password() : m.shell_show_password()}
          </button>
        </span>
      )}
    </Field>
  );
}
