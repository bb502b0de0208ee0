import { Button } from 'antd';
import { useRef, useState } from 'react';
import { m } from '../../../../paraglide/messages.js';
import { Card } from '../../../../ui/card.tsx';
import styles from '../responses.module.css';
import { readTable, type ReadFile } from './read-file.ts';

const largest = 30_000_000;

export function AnswersFile({ onFile }: { readonly onFile: (file: ReadFile) => void }) {
  const input = useRef<HTMLInputElement>(null);
  const [fault, setFault] = useState<string | null>(null);
  const take = async (file: File | undefined) => {
    if (file === undefined) return;
    if (file.size > largest) return setFault(m.surveys_import_too_large());
    const read = tableIn(file.name, await file.text());
    setFault(read === null ? m.surveys_import_no_table() : null);
    if (read !== null) onFile(read);
  };
  return (
    <Card title={m.surveys_import_file()}>
      <p>{m.surveys_import_file_text()}</p>
      <p>
        <Button type="primary" onClick={() => input.current?.click()}>
          {m.surveys_file_choose()}
        </Button>
      </p>
      <input
        ref={input}
        type="file"
        accept=".csv,.txt"
        className="visually-hidden"
        tabIndex={-1}
        aria-label={m.surveys_file_choose()}
        onChange={(event) => {
          void take(event.target.files?.[0]);
          event.target.value = '';
        }}
      />
      {fault === null ? null : (
        <p role="alert" className={styles.fault}>
          ■ {fault}
        </p>
      )}
    </Card>
  );
}

function tableIn(name: string, text: string): ReadFile | null {
  try {
    return readTable(name, text);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
