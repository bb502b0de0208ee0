import { useState } from 'react';
import { m } from '../../paraglide/messages.js';
import styles from './portal.module.css';

const largest = 25 * 1024 * 1024;

interface Props {
  readonly files: readonly File[];
  readonly onChange: (files: readonly File[]) => void;
}

/** Files that go with a message, at most ten; a phone offers its camera here. */
export function FileChoice({ files, onChange }: Props) {
  const [tooLarge, setTooLarge] = useState<string | null>(null);
  const add = (chosen: FileList | null) => {
    const all = [...(chosen ?? [])];
    setTooLarge(all.find(({ size }) => size > largest)?.name ?? null);
    onChange([...files, ...all.filter(({ size }) => size <= largest)].slice(0, 10));
  };
  return (
    <div className={styles.files}>
      {files.map((file, place) => (
        <div key={`${place}-${file.name}`} className={styles.file}>
          <span>{file.name}</span>
          <button
            type="button"
            className={styles.remove}
            aria-label={m.portal_file_remove({ name: file.name })}
            onClick={() => onChange(files.toSpliced(place, 1))}
          >
            ×
          </button>
        </div>
      ))}
      <label className={styles.picker}>
        + {m.portal_files()}
        <input
          type="file"
          multiple
          className="visually-hidden"
          onChange={(event) => {
            add(event.target.files);
            event.target.value = '';
          }}
        />
      </label>
      <p className={styles.help}>{m.portal_files_help()}</p>
      {tooLarge === null ? null : (
        <p role="alert" className={styles.wrong}>
          ■ {m.portal_file_too_large({ name: tooLarge })}
        </p>
      )}
    </div>
  );
}
