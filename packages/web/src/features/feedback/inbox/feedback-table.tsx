import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { FeedbackRow } from '@zhiheng/contract/feedback/feedback';
import { memo, type Ref } from 'react';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { SelectionRow, SelectionTable } from '../../../ui/selection-table.tsx';
import { StatusBadge } from '../../../ui/status-badge.tsx';
import { channelWords, polarityTones, polarityWords, scoreText, stateTones, stateWords } from '../feedback-words.ts';
import { themesQuery } from '../feedback.query.ts';
import styles from './feedback-table.module.css';

interface Props {
  readonly rows: readonly FeedbackRow[];
  /** null where nothing may be changed */
  readonly chosen: ReadonlySet<string> | null;
  readonly onToggle: (id: string) => void;
  readonly onToggleAll: () => void;
  readonly ref: Ref<HTMLTableElement>;
}

/** What was said, and beneath it where and by whom; on a phone each is a card. */
export function FeedbackTable({ rows, chosen, onToggle, onToggleAll, ref }: Props) {
  return (
    <SelectionTable
      ref={ref}
      className={styles.table}
      label={m.feedback_list()}
      selectAll={m.feedback_select_all()}
      ids={rows.map(({ id }) => id)}
      chosen={chosen}
      onToggleAll={onToggleAll}
      columns={[m.feedback_column_said(), m.feedback_polarity(), m.feedback_state(), m.feedback_owner(), m.feedback_column_at()]}
    >
      {rows.map((row) => (
        <Row key={row.id} row={row} chosen={chosen === null ? null : chosen.has(row.id)} onToggle={onToggle} />
      ))}
    </SelectionTable>
  );
}

interface RowProps {
  readonly row: FeedbackRow;
  readonly chosen: boolean | null;
  readonly onToggle: (id: string) => void;
}

const Row = memo(function Row({ row, chosen, onToggle }: RowProps) {
  const format = useFormat();
  const sound = row.polarity ?? 'none';
  return (
    <SelectionRow id={row.id} select={m.feedback_select_row({ words: row.body.slice(0, 30) })} chosen={chosen} onToggle={onToggle}>
      <td className={styles.lead}>
        <Link
          from="/app/feedback"
          to="/app/feedback"
          search={(now) => ({ ...now, item: row.id })}
          resetScroll={false}
          className={styles.body}
        >
          {row.body}
        </Link>
        <SourceLine row={row} />
      </td>
      <td>
        <StatusBadge tone={polarityTones[sound]}>{polarityWords[sound]()}</StatusBadge>
      </td>
      <td>
        <StatusBadge tone={stateTones[row.state]}>{stateWords[row.state]()}</StatusBadge>
      </td>
      <td className={row.ownerName === null ? styles.quiet : undefined}>{row.ownerName ?? m.feedback_nobody()}</td>
      <td className={`${styles.end} ${styles.quiet}`} title={format.dateTime(row.at)}>
        {format.ago(row.at)}
      </td>
    </SelectionRow>
  );
});

/** Channel, source, author, service, score and themes, small. */
function SourceLine({ row }: { readonly row: FeedbackRow }) {
  const format = useFormat();
  const { data: themes = [] } = useQuery(themesQuery);
  const place = row.serviceName ?? row.siteName;
  const parts = [
    ...[channelWords[row.channel](), row.source, row.author, place === null ? '' : format.text(place), scoreText(row) ?? ''],
    row.caseNumber ?? '',
  ].filter((part) => part !== '');
  const named = themes.filter(({ id }) => row.themeIds.includes(id)).map(({ name }) => format.text(name));
  return (
    <span className={styles.line}>
      {parts.join(' · ')}
      {[...named, ...row.tags].slice(0, 5).map((tag) => (
        <span key={tag} className={styles.tag}>
          {tag}
        </span>
      ))}
    </span>
  );
}
