import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useRef, useState, type DragEvent } from 'react';
import { problemWords } from '../lib/problem-words.ts';
import { m } from '../paraglide/messages.js';
import styles from './file-drop.module.css';

interface Props {
  /** ends of names, such as `.csv` */
  readonly accepted: readonly string[];
  readonly hint: string;
  readonly wrongKind: string;
  readonly mostMegabytes?: number;
  readonly upload: (file: File) => Promise<{ readonly id: string }>;
  readonly onUploaded: (fileId: string) => void;
}

/** Takes a file by drop or by button. */
export function FileDrop({ accepted, hint, wrongKind, mostMegabytes = 25, upload: send, onUploaded }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const upload = useMutation({ mutationFn: send, meta: { showsError: true }, onSuccess: (file) => onUploaded(file.id) });
  const refusalOf = (file: File): string | null => {
    if (file.size > mostMegabytes * 1024 * 1024) return m.imports_too_large({ most: mostMegabytes });
    return accepted.some((end) => file.name.toLowerCase().endsWith(end)) ? null : wrongKind;
  };
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
        accept={accepted.join(',')}
        className="visually-hidden"
        tabIndex={-1}
        aria-label={m.imports_choose_file()}
        onChange={(event) => take(event.target.files?.[0])}
      />
      <Button type="primary" loading={upload.isPending} onClick={() => input.current?.click()}>
        {upload.isPending ? m.imports_uploading() : m.imports_choose_file()}
      </Button>
      <p className={styles.quiet}>{hint}</p>
      {problem === null ? null : (
        <p role="alert" className={styles.missing}>
          ■ {problem}
        </p>
      )}
    </div>
  );
}
