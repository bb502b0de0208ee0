import { useFormat } from '../../../lib/format/use-format.ts';
import { DataToggle } from '../../../ui/data-toggle.tsx';
import { DotPlot } from '../../../ui/dot-plot.tsx';
import { PlainTable } from '../../../ui/plain-table.tsx';
import { boundsOf, valueText } from '../figure-words.ts';
import styles from '../survey-results.module.css';
import type { Block } from './blocks/block.ts';
import own from './in-depth.module.css';

/** A part of a result: drawn where it has a picture, with its table behind it. */
export function BlockView({ block: { title, note, columns, rows, dots } }: { readonly block: Block }) {
  const format = useFormat();
  return (
    <div className={own.block}>
      <h3>{title}</h3>
      {note === undefined ? null : <p className={styles.note}>{note}</p>}
      {dots === undefined ? (
        columns.length === 0 ? null : (
          <PlainTable
            label={title}
            columns={columns}
            rows={rows.map((cells, i) => ({
              key: String(i),
              cells: cells.map(({ text, strong }, j) => (strong === true ? <strong key={j}>{text}</strong> : text)),
            }))}
          />
        )
      ) : (
        <DataToggle label={title} columns={columns} rows={rows.map((cells) => cells.map(({ text }) => text))}>
          <DotPlot
            rows={dots.rows}
            target={dots.zero === undefined ? null : 0}
            targetLabel={dots.zero ?? ''}
            across={dots.across ?? []}
            format={(value) => valueText(value, dots.unit, format)}
            {...(dots.unit === null ? {} : boundsOf(dots.unit))}
          />
        </DataToggle>
      )}
    </div>
  );
}
