import type { Form } from '@zhiheng/forms/definition';
import { useRef, useState } from 'react';
import { m } from '../../../paraglide/messages.js';
import styles from './new-survey.module.css';
import { readFormFile, type FormFile } from './read-form-file.ts';

const largest = 2 * 1024 * 1024;

/** Takes a form from a file and says what is wrong with one that is none. */
export function FormFileButton({ onForm }: { readonly onForm: (form: Form) => void }) {
  const input = useRef<HTMLInputElement>(null);
  const [fault, setFault] = useState<string | null>(null);
  const take = async (file: File | undefined) => {
    if (file === undefined) return;
    if (file.size > largest) return setFault(m.surveys_file_too_large());
    const found = await readFormFile(await file.text());
    setFault(faultWords(found));
    if (found.kind === 'form') onForm(found.form);
  };
  return (
    <div>
      <button type="button" className={styles.way} onClick={() => input.current?.click()}>
        <strong>{m.surveys_file_title()}</strong>
        <span>{m.surveys_file_text()}</span>
        <span className={styles.quiet}>{m.surveys_file_kinds()}</span>
      </button>
      <input
        ref={input}
        type="file"
        accept=".json,.yaml,.yml"
        className="visually-hidden"
        tabIndex={-1}
        aria-label={m.surveys_file_choose()}
        onChange={(event) => {
          void take(event.target.files?.[0]);
          // The same file may be chosen again once it was put right.
          event.target.value = '';
        }}
      />
      {fault === null ? null : (
        <p role="alert" className={styles.fault}>
          ■ {fault}
        </p>
      )}
    </div>
  );
}

function faultWords(found: FormFile): string | null {
  if (found.kind === 'form') return null;
  return found.kind === 'unreadable' ? m.surveys_file_unreadable() : m.surveys_file_no_form({ path: found.path === '' ? '—' : found.path });
}
