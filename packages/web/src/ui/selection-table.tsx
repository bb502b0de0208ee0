import type { ReactNode, Ref } from 'react';
import styles from './selection-table.module.css';

interface Props {
  readonly label: string;
  readonly selectAll: string;
  readonly ids: readonly string[];
  /** null where nothing may be changed */
  readonly chosen: ReadonlySet<string> | null;
  readonly onToggleAll: () => void;
  /** the last column stands at the right */
  readonly columns: readonly string[];
  readonly className: string | undefined;
  readonly ref: Ref<HTMLTableElement>;
  /** `SelectionRow`s */
  readonly children: ReactNode;
}

/** A list whose rows can be selected; on a phone every row is a card, laid out by the list itself. */
export function SelectionTable({ label, selectAll, ids, chosen, onToggleAll, columns, className = '', ref, children }: Props) {
  return (
    <div className={styles.frame}>
      <table ref={ref} className={`${styles.table} ${className}`}>
        <caption className="visually-hidden">{label}</caption>
        <thead>
          <tr>
            {chosen === null ? null : (
              <th scope="col" className={styles.check}>
                <input
                  type="checkbox"
                  aria-label={selectAll}
                  checked={ids.length > 0 && ids.every((id) => chosen.has(id))}
                  onChange={onToggleAll}
                />
              </th>
            )}
            {columns.map((column, place) => (
              <th key={column} scope="col" className={place === columns.length - 1 ? styles.end : undefined}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}

interface RowProps {
  readonly id: string;
  readonly select: string;
  /** null where nothing may be changed */
  readonly chosen: boolean | null;
  readonly onToggle: (id: string) => void;
  /** its cells */
  readonly children: ReactNode;
}

export function SelectionRow({ id, select, chosen, onToggle, children }: RowProps) {
  return (
    <tr data-row={id} className={chosen === true ? styles.chosen : undefined}>
      {chosen === null ? null : (
        <td className={styles.check} data-check>
          <input type="checkbox" aria-label={select} checked={chosen} onChange={() => onToggle(id)} />
        </td>
      )}
      {children}
    </tr>
  );
}
