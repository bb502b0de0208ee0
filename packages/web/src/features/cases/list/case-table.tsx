import { Link } from '@tanstack/react-router';
import type { CaseRow } from '@zhiheng/contract/cases/case';
import { memo, type Ref } from 'react';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { SelectionRow, SelectionTable } from '../../../ui/selection-table.tsx';
import { DueStateCell } from '../clock/due-state.tsx';
import { useCustomFields } from '../custom/custom-fields.query.ts';
import { customWords } from '../custom/custom-words.ts';
import { CaseStatusBadge } from '../words/case-status-badge.tsx';
import { typeWords } from '../words/case-words.ts';
import { PriorityBadge } from '../words/priority-badge.tsx';
import styles from './case-table.module.css';

interface Props {
  readonly rows: readonly CaseRow[];
  /** null where nothing may be changed */
  readonly chosen: ReadonlySet<string> | null;
  readonly onToggle: (id: string) => void;
  readonly onToggleAll: () => void;
  readonly ref: Ref<HTMLTableElement>;
}

/** The list, two lines a case; on a phone every case is a card. */
export function CaseTable({ rows, chosen, onToggle, onToggleAll, ref }: Props) {
  return (
    <SelectionTable
      ref={ref}
      className={styles.table}
      label={m.cases_list()}
      selectAll={m.cases_select_all()}
      ids={rows.map(({ id }) => id)}
      chosen={chosen}
      onToggleAll={onToggleAll}
      columns={columnWords.map((words) => words())}
    >
      {rows.map((row) => (
        <Row key={row.id} row={row} chosen={chosen === null ? null : chosen.has(row.id)} onToggle={onToggle} />
      ))}
    </SelectionTable>
  );
}

const columnWords = [
  m.cases_column_case,
  m.cases_column_due,
  m.cases_column_priority,
  m.cases_column_status,
  m.cases_column_assignee,
  m.cases_column_updated,
];

interface RowProps {
  readonly row: CaseRow;
  readonly chosen: boolean | null;
  readonly onToggle: (id: string) => void;
}

const Row = memo(function Row({ row, chosen, onToggle }: RowProps) {
  const format = useFormat();
  return (
    <SelectionRow id={row.id} select={m.cases_select_row({ number: row.number })} chosen={chosen} onToggle={onToggle}>
      <td className={styles.lead}>
        <Link to="/app/cases/$id" params={{ id: row.number }} className={styles.subject}>
          {row.subject}
        </Link>
        <CaseLine row={row} />
      </td>
      <td className={styles.due}>
        <DueStateCell next={row.next} recounting={row.recounting} />
      </td>
      <td>
        <PriorityBadge priority={row.priority} />
      </td>
      <td>
        <CaseStatusBadge status={row.status} />
      </td>
      <td className={styles.who}>
        <span className={row.assigneeName === null ? styles.quiet : undefined}>{row.assigneeName ?? m.cases_nobody()}</span>
        {row.teamName === null ? null : <span className={styles.team}>{format.text(row.teamName)}</span>}
      </td>
      <td className={`${styles.end} ${styles.quiet} ${styles.updated}`} title={format.dateTime(row.updatedAt)}>
        {format.ago(row.updatedAt)}
      </td>
    </SelectionRow>
  );
});

/** Number, type, customer and service, small. */
function CaseLine({ row }: { readonly row: CaseRow }) {
  const format = useFormat();
  const name = row.serviceName ?? row.categoryName;
  const own = useCustomFields().flatMap((field) => {
    const value = field.listed && !field.retired ? row.custom[field.code] : undefined;
    return value === undefined ? [] : `${format.text(field.name)} ${customWords(field, value, format)}`;
  });
  const rating = row.rating === null ? '' : m.cases_row_rating({ n: row.rating });
  const parts = [typeWords[row.type](), row.customerName, name === null ? '' : format.text(name), rating, ...own].filter(
    (part) => part !== '',
  );
  return (
    <span className={styles.line}>
      <span>{row.number}</span>
      {parts.map((part, index) => (
        <span key={index}> · {part}</span>
      ))}
      {row.tags.slice(0, 3).map((tag) => (
        <span key={tag} className={styles.tag}>
          {tag}
        </span>
      ))}
    </span>
  );
}
