import type { Form } from '@zhiheng/forms/definition';
import { Button } from 'antd';
import { useRef, useState } from 'react';
import { useFormat } from '../../../lib/format/use-format.ts';
import { showToast } from '../../../lib/toast.ts';
import { m } from '../../../paraglide/messages.js';
import { isStorable } from '../draft/set-words.ts';
import { parseCsv } from '../parse-csv.ts';
import { readWords, type ReadWords } from './word-rows.ts';
import styles from './words.module.css';

interface Props {
  readonly form: Form;
  readonly onForm: (form: Form) => void;
}

/** Takes translated words from a file; one step takes them back. */
export function ImportWords({ form, onForm }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const format = useFormat();
  const [fault, setFault] = useState<string | null>(null);
  const take = async (file: File | undefined) => {
    if (file === undefined) return;
    const read = wordsIn(form, await file.text());
    if (read === null) return setFault(m.surveys_words_no_file());
    setFault(read.unknown.length === 0 ? null : m.surveys_words_unknown({ names: format.list(read.unknown.slice(0, 5)) }));
    onForm(read.form);
    showToast({ tone: 'good', words: m.surveys_words_imported({ n: format.number(read.changed) }) });
  };
  return (
    <>
      <Button onClick={() => input.current?.click()}>{m.surveys_words_import()}</Button>
      <input
        ref={input}
        type="file"
        accept=".csv"
        className="visually-hidden"
        tabIndex={-1}
        aria-label={m.surveys_words_import()}
        onChange={(event) => {
          void take(event.target.files?.[0]);
          event.target.value = '';
        }}
      />
      {fault === null ? null : (
        <p role="alert" className={styles.fault}>
          ▲ {fault}
        </p>
      )}
    </>
  );
}

/** Null for what is no file of words. */
function wordsIn(form: Form, text: string): ReadWords | null {
  try {
    const read = readWords(form, parseCsv(text));
    return read !== null && isStorable(read.form) ? read : null;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
