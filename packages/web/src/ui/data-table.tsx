import { Fragment, type ReactNode } from 'react';
import styles from './data-table.module.css';

export interface Column<T> {
  readonly key: string;
  readonly title: string;
  readonly cell: (row: T) => ReactNode;
  readonly align?: 'start' | 'end';
  /** share of the table, such as `24%`; with it, tables under one another line up */
  readonly width?: string;
  /** the words of the title are read out but not shown: for a column of buttons */
  readonly quiet?: boolean;
  /** what the row is called: on a phone it heads the card, without a label */
  readonly lead?: boolean;
}

interface Props<T> {
  /** what the table lists, for those who cannot see it */
  readonly label: string;
  readonly columns: readonly Column<T>[];
  readonly rows: readonly T[];
  readonly rowKey: (row: T) => string;
  /** rows of one group stand together under its name; rows come sorted by it */
  readonly groupOf?: (row: T) => string;
}

/** A list as a table; on a phone every row becomes a card with its labels. */
export function DataTable<T>({ label, columns, rows, rowKey, groupOf }: Props<T>) {
  return (
    <div className={styles.frame}>
      <table className={styles.table}>
        <caption className="visually-hidden">{label}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.key} scope="col" style={{ width: column.width }} className={column.align === 'end' ? styles.end : undefined}>
                {column.quiet === true ? <span className="visually-hidden">{column.title}</span> : column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => {
            const group = groupOf?.(row);
            const previous = rows[index - 1];
            const opens = group !== undefined && (previous === undefined || groupOf?.(previous) !== group);
            return (
              <Fragment key={rowKey(row)}>
                {opens ? <GroupRow name={group} span={columns.length} /> : null}
                <tr>
                  {columns.map((column) => (
                    <td key={column.key} className={cellClass(column)}>
                      <span className={column.quiet === true || column.lead === true ? styles.noLabel : styles.label} aria-hidden="true">
                        {column.title}
                      </span>
                      <div className={styles.content}>{column.cell(row)}</div>
                    </td>
                  ))}
                </tr>
              </Fragment>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function GroupRow({ name, span }: { readonly name: string; readonly span: number }) {
  return (
    <tr className={styles.group}>
      <th colSpan={span} scope="colgroup">
        {name}
      </th>
    </tr>
  );
}

function cellClass<T>({ align, lead }: Column<T>): string | undefined {
  if (lead === true) return styles.lead;
  return align === 'end' ? styles.end : undefined;
}
