import type { CaseEntry } from '@zhiheng/contract/cases/case';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { StatusBadge, type Tone } from '../../../ui/status-badge.tsx';
import { channelWords } from '../words/case-words.ts';
import { AttachmentList } from './attachment-list.tsx';
import { entryKindWords } from './entry-kind-words.ts';
import styles from './thread.module.css';
import { useChangeWords } from './use-change-words.ts';

const deliveries = {
  sent: { tone: 'good', word: m.cases_delivery_sent },
  waiting: { tone: 'note', word: m.cases_delivery_waiting },
  failed: { tone: 'bad', word: m.cases_delivery_failed },
} as const satisfies Record<NonNullable<CaseEntry['delivery']>, { tone: Tone; word: () => string }>;

/** One entry of the thread: when, who, what. */
export function EntryItem({ entry }: { readonly entry: CaseEntry }) {
  const format = useFormat();
  const changeWords = useChangeWords();
  const { kind, channel, delivery } = entry;
  const author = entry.authorKind === 'system' ? m.cases_entry_system() : entry.authorName;
  return (
    <li className={`${styles.entry} ${styles[kind]}`}>
      <p className={styles.head}>
        <time dateTime={entry.at} title={format.ago(entry.at)}>
          {format.dateTime(entry.at).slice(5)}
        </time>
        <strong>{author}</strong>
        <span className={styles.kind}>
          {entryKindWords[kind]()}
          {channel === null ? '' : ` · ${channelWords[channel]()}`}
        </span>
        {delivery === null ? null : <StatusBadge tone={deliveries[delivery].tone}>{deliveries[delivery].word()}</StatusBadge>}
      </p>
      {entry.changes.map((change) => (
        <p key={change.field} className={styles.change}>
          {changeWords(change)}
        </p>
      ))}
      {entry.body === '' ? null : <p className={styles.body}>{entry.body}</p>}
      <AttachmentList files={entry.attachments} />
    </li>
  );
}
