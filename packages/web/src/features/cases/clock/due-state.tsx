import type { CaseRow } from '@zhiheng/contract/cases/case';
import { useFormat } from '../../../lib/format/use-format.ts';
import { StatusBadge } from '../../../ui/status-badge.tsx';
import { targetWords } from '../words/case-words.ts';
import { dueStateOf } from './due.rules.ts';
import { RecountingMark } from './recounting-mark.tsx';
import styles from './due-state.module.css';
import { dueBadge, spanText } from './due-words.ts';
import { useNow } from './use-now.ts';

/** The nearest promise of a case in a list: shape, word, colour and how long it still is. */
export function DueStateCell({ next, recounting }: Pick<CaseRow, 'next' | 'recounting'>) {
  const format = useFormat();
  const now = useNow();
  const due = dueStateOf(next, now);
  if (next === null || due.kind === 'none') return <span className={styles.quiet}>—</span>;
  const { tone, word } = dueBadge(due);
  const counts = due.kind === 'overdue' || due.kind === 'soon' || due.kind === 'running';
  return (
    <span className={styles.due} title={next.dueAt === null ? undefined : format.dateTime(next.dueAt)}>
      <StatusBadge tone={tone}>{word}</StatusBadge>
      <span className={styles.words}>
        {counts ? (
          <span className={`${styles.time} ${styles[tone] ?? ''}`}>
            {due.kind === 'overdue' ? '+' : ''}
            {spanText(due.seconds, format)}
          </span>
        ) : null}
        <span className={styles.quiet}>{targetWords[next.target]()}</span>
        {recounting ? <RecountingMark /> : null}
      </span>
    </span>
  );
}
