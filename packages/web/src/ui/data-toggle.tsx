import { useId, useState, type ReactNode } from 'react';
import { m } from '../paraglide/messages.js';
import styles from './data-toggle.module.css';

interface Props {
  /** what the picture shows; also the caption of the table */
  readonly label: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
  readonly children: ReactNode;
}

/** A picture and, behind 查看数据, the same figures as a table. */
export function DataToggle({ label, columns, rows, children }: Props) {
  const [asTable, setAsTable] = useState(false);
  const contentId = useId();
  return (
    <div>
      <div id={contentId}>{asTable ? <FigureTable label={label} columns={columns} rows={rows} /> : children}</div>
      <button
        type="button"
        className={styles.toggle}
        aria-expanded={asTable}
        aria-controls={contentId}
        onClick={() => setAsTable(!asTable)}
      >
        {asTable ? m.shell_show_chart() : m.shell_show_data()}
        <span className="visually-hidden">: {label}</span>
      </button>
    </div>
  );
}

function FigureTable({ label, columns, rows }: Omit<Props, 'children'>) {
  return (
    <div className={styles.scroll} tabIndex={0} role="region" aria-label={label}>
      <table className={styles.table}>
        <caption className="visually-hidden">{label}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>
              {row.map((cell, place) => (
                <td key={place}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
