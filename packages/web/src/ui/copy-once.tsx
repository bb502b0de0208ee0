import { useId, useState } from 'react';
import { m } from '../paraglide/messages.js';
import styles from './copy-once.module.css';

interface Props {
  readonly label: string;
  /** the secret; it cannot be shown again */
  readonly value: string;
}

/** A secret that is shown this once: to be copied, with a way for browsers that do not let pages write the clipboard. */
export function CopyOnce({ label, value }: Props) {
  const [copied, setCopied] = useState(false);
  const fieldId = useId();
  const copy = () => {
    const field = document.getElementById(fieldId);
    if (field instanceof HTMLTextAreaElement) field.select();
    // The clipboard is only open to pages under https or on this machine; the text stays selected for the keyboard.
    const written = navigator.clipboard?.writeText(value) ?? Promise.reject(new Error('no clipboard'));
    written.then(
      () => setCopied(true),
      () => setCopied(document.execCommand('copy')),
    );
  };
  return (
    <div className={styles.once}>
      <label htmlFor={fieldId} className={styles.label}>
        {label}
      </label>
      <div className={styles.row}>
        <textarea id={fieldId} readOnly rows={3} value={value} className={styles.value} onFocus={(event) => event.currentTarget.select()} />
        <button type="button" className={styles.copy} onClick={copy}>
          {copied ? m.shell_copied() : m.shell_copy()}
        </button>
      </div>
      <p className={styles.note}>{m.shell_shown_once()}</p>
      <span role="status" className="visually-hidden">
        {copied ? m.shell_copied() : ''}
      </span>
    </div>
  );
}
