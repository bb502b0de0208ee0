import { Button, Modal } from 'antd';
import type { CaseEntry } from '@zhiheng/contract/cases/case';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import styles from './conflict-dialog.module.css';
import { entryKindWords } from './entry-kind-words.ts';
import { fieldWords } from './field-words.ts';
import { entriesSince } from './meanwhile.rules.ts';
import { useChangeWords } from './use-change-words.ts';
import type { CaseChange, SaveCase } from './use-save-case.ts';

/** Somebody else saved first: who, what, and what was typed here. Nothing is lost either way. */
export function ConflictDialog({ saving }: { readonly saving: SaveCase }) {
  const { conflict } = saving;
  const footer = (
    <>
      <Button onClick={saving.yield}>{m.cases_conflict_drop()}</Button>
      <Button type="primary" loading={saving.pending} onClick={saving.insist}>
        {m.cases_conflict_keep()}
      </Button>
    </>
  );
  return (
    <Modal title={m.cases_conflict_title()} open={conflict !== null} onCancel={saving.yield} footer={footer} width={560} destroyOnHidden>
      {conflict === null ? null : (
        <div className={styles.content}>
          <p>{m.cases_conflict_text()}</p>
          <Meanwhile entries={entriesSince(conflict.save.base, conflict.newest)} />
          <h3>{m.cases_conflict_mine()}</h3>
          <ul className={styles.mine}>
            {mineOf(conflict.save.change).map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </div>
      )}
    </Modal>
  );
}

function Meanwhile({ entries }: { readonly entries: readonly CaseEntry[] }) {
  const format = useFormat();
  const changeWords = useChangeWords();
  if (entries.length === 0) return <p className={styles.quiet}>{m.cases_conflict_nothing()}</p>;
  return (
    <ul className={styles.theirs}>
      {entries.map((entry) => (
        <li key={entry.id}>
          <strong>{m.cases_conflict_by({ name: entry.authorName, at: format.dateTime(entry.at) })}</strong>
          {entry.changes.map((change) => (
            <span key={change.field}>{changeWords(change)}</span>
          ))}
          {entry.body === '' ? null : (
            <span>
              {entryKindWords[entry.kind]()} {m.cases_conflict_entry({ words: shortened(entry.body) })}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

function mineOf({ entry, ...fields }: CaseChange): string[] {
  const names = Object.keys(fields).map(fieldWords);
  return entry === undefined
    ? names
    : [...names, `${entryKindWords[entry.kind]()} ${m.cases_conflict_entry({ words: shortened(entry.body) })}`];
}

const shortened = (text: string): string => (text.length > 120 ? `${text.slice(0, 120)}…` : text);
