import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useRef, useState, type DragEvent } from 'react';
import { problemWords } from '../../lib/problem-words.ts';
import { m } from '../../paraglide/messages.js';
import { uploadOf } from './imports.query.ts';
import styles from './wizard.module.css';

const largest = 25 * 1024 * 1024;
const accepted = '.csv,.tsv,.txt,.xlsx';

interface Props {
  readonly onUploaded: (fileId: string) => void;
}

/** Takes a file by drop or by button. */
export function UploadStep({ onUploaded }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const upload = useMutation({ mutationFn: uploadOf, meta: { showsError: true }, onSuccess: (file) => onUploaded(file.id) });
  const take = (file: File | undefined) => {
    if (file === undefined) return;
    const wrong = refusalOf(file);
    setRefusal(wrong);
    if (wrong === null) upload.mutate(file);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files[0]);
  };
  const problem = refusal ?? (upload.error === null ? null : problemWords(upload.error));
  return (
    <div
      className={over ? `${styles.drop} ${styles.over}` : styles.drop}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <p>{m.imports_drop()}</p>
      <input
        ref={input}
        type="file"
        accept={accepted}
        className="visually-hidden"
        tabIndex={-1}
        aria-label={m.imports_choose_file()}
        onChange={(event) => take(event.target.files?.[0])}
      />
      <Button type="primary" loading={upload.isPending} onClick={() => input.current?.click()}>
        {upload.isPending ? m.imports_uploading() : m.imports_choose_file()}
      </Button>
      <p className={styles.quiet}>{m.imports_drop_hint()}</p>
      {problem === null ? null : (
        <p role="alert" className={styles.missing}>
          ■ {problem}
        </p>
      )}
    </div>
  );
}

function refusalOf(file: File): string | null {
  if (file.size > largest) return m.imports_too_large();
  return /\.(csv|tsv|txt|xlsx)$/i.test(file.name) ? null : m.imports_wrong_kind();
}
