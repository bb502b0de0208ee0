import type { KeyboardEvent, Ref, SyntheticEvent } from 'react';
import { m } from '../../../paraglide/messages.js';
import { stretchesOf, type Passage } from './passages.rules.ts';
import styles from './notes.module.css';

export interface Selected {
  readonly start: number;
  readonly end: number;
}

interface Props {
  readonly text: string;
  readonly passages: readonly Passage[];
  readonly readOnly: boolean;
  readonly onWrite: (text: string) => void;
  readonly onSelect: (selected: Selected) => void;
  /** the passage that is selected is to be marked */
  readonly onMark: () => void;
  readonly ref: Ref<HTMLTextAreaElement>;
}

/** A plain field for text, so that every way to select by mouse, touch and keyboard works; the marks lie behind its letters. */
export function NotesEditor({ text, passages, readOnly, onWrite, onSelect, onMark, ref }: Props) {
  const select = ({ currentTarget }: SyntheticEvent<HTMLTextAreaElement>) =>
    onSelect({ start: currentTarget.selectionStart, end: currentTarget.selectionEnd });
  const press = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    onMark();
  };
  return (
    <div className={styles.editor}>
      <div className={styles.marks} aria-hidden="true">
        {stretchesOf(text, passages).map(({ text: words, quotes }, at) =>
          quotes.length === 0 ? (
            <span key={at}>{words}</span>
          ) : (
            <mark key={at} className={quotes.length > 1 ? styles.twice : styles.once}>
              {words}
            </mark>
          ),
        )}
        {'\n\u200b'}
      </div>
      <textarea
        ref={ref}
        className={styles.field}
        aria-label={m.fieldwork_tab_notes()}
        placeholder={readOnly ? m.fieldwork_notes_none() : m.fieldwork_notes_hint()}
        readOnly={readOnly}
        value={text}
        onChange={(event) => onWrite(event.target.value)}
        onSelect={select}
        onKeyDown={press}
      />
    </div>
  );
}
