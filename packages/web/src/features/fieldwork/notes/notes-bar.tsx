import { Button } from 'antd';
import { m } from '../../../paraglide/messages.js';
import { StatusBadge } from '../../../ui/status-badge.tsx';
import type { Selected } from './notes-editor.tsx';
import { saveTones, saveWords } from '../../../ui/save-words.ts';
import type { NotesDraft } from './use-notes.ts';
import styles from './notes.module.css';

interface Props {
  readonly draft: NotesDraft;
  readonly mayWrite: boolean;
  readonly mayMark: boolean;
  readonly selected: Selected | null;
  readonly onMark: () => void;
  readonly savedBy: string | null;
}

/** Whether the notes are saved, and the button that marks what is selected. */
export function NotesBar({ draft, mayWrite, mayMark, selected, onMark, savedBy }: Props) {
  return (
    <div className={styles.bar}>
      {mayMark ? (
        <Button type="primary" disabled={selected === null || selected.end === selected.start} onClick={onMark}>
          {m.fieldwork_mark()} <kbd className={styles.key}>Ctrl ↵</kbd>
        </Button>
      ) : null}
      {mayWrite ? <Saved draft={draft} /> : <span className={styles.grey}>{m.fieldwork_notes_read_only()}</span>}
      {savedBy === null ? null : <span className={styles.grey}>{m.fieldwork_notes_saved_by({ name: savedBy })}</span>}
    </div>
  );
}

function Saved({ draft: { save, keepMine, takeTheirs } }: { readonly draft: NotesDraft }) {
  return (
    <span role="status" className={styles.state}>
      <StatusBadge tone={saveTones[save.kind]}>{saveWords(save)}</StatusBadge>
      {save.kind === 'overtaken' ? (
        <>
          <Button size="small" onClick={() => void keepMine()}>
            {m.surveys_build_keep_mine()}
          </Button>
          <Button size="small" onClick={() => void takeTheirs()}>
            {m.surveys_build_take_theirs()}
          </Button>
        </>
      ) : null}
    </span>
  );
}
