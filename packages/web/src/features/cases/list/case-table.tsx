import { Link } from '@tanstack/react-router';
import type { CaseRow } from '@zhiheng/contract/cases/case';
import { memo, type Ref } from 'react';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
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
  const all = chosen !== null && rows.length > 0 && rows.every(({ id }) => chosen.has(id));
  return (
    <div className={styles.frame}>
      <table ref={ref} className={styles.table}>
        <caption className="visually-hidden">{m.cases_list()}</caption>
        <thead>
          <tr>
            {chosen === null ? null : (
              <th scope="col" className={styles.check}>
                <input type="checkbox" aria-label={m.cases_select_all()} checked={all} onChange={onToggleAll} />
              </th>
            )}
            <th scope="col">{m.cases_column_case()}</th>
            <th scope="col">{m.cases_column_due()}</th>
            <th scope="col">{m.cases_column_priority()}</th>
            <th scope="col">{m.cases_column_status()}</th>
            <th scope="col">{m.cases_column_assignee()}</th>
            <th scope="col" className={styles.end}>
              {m.cases_column_updated()}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.id} row={row} chosen={chosen === null ? null : chosen.has(row.id)} onToggle={onToggle} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface RowProps {
  readonly row: CaseRow;
  readonly chosen: boolean | null;
  readonly onToggle: (id: string) => void;
}

const Row = memo(function Row({ row, chosen, onToggle }: RowProps) {
  const format = useFormat();
  return (
    <tr data-row={row.id} className={chosen === true ? styles.chosen : undefined}>
      {chosen === null ? null : (
        <td className={styles.check}>
          <input
            type="checkbox"
            aria-label={m.cases_select_row({ number: row.number })}
            checked={chosen}
            onChange={() => onToggle(row.id)}
          />
        </td>
      )}
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
    </tr>
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
