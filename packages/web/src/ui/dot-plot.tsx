import type { ReactNode } from 'react';
import { axisBounds } from './chart/axis-bounds.ts';
import styles from './dot-plot.module.css';

export interface DotRow {
  readonly id: string;
  readonly name: ReactNode;
  readonly value: number | null;
  readonly interval: readonly [number, number] | null;
  /** the value in words */
  readonly text: string;
  readonly attention: boolean;
  readonly sufficient: boolean;
  /** read aloud with the row: n, interval, whether it needs attention */
  readonly spoken: string;
}

interface Props {
  readonly rows: readonly DotRow[];
  readonly target: number | null;
  readonly targetLabel: string;
  readonly format: (value: number) => string;
  /** no value lies outside, so no axis does */
  readonly floor?: number | undefined;
  readonly ceiling?: number | undefined;
  /** values that the axis holds too, so that several plots can be compared */
  readonly across?: readonly number[];
}

/** Values as dots with their 95 % intervals, so that nobody reads a league table into noise. Hollow: few answers. */
export function DotPlot({ rows, target, targetLabel, format, floor, ceiling, across = [] }: Props) {
  const values = [...across, ...rows.flatMap((row) => [row.value, ...(row.interval ?? [])]).filter((value) => value !== null)];
  const room = { ...(floor === undefined ? {} : { floor }), ...(ceiling === undefined ? {} : { ceiling }) };
  const bounds = axisBounds(target === null ? values : [...values, target], room);
  const place = (value: number) => ((value - bounds.min) / (bounds.max - bounds.min)) * 100;
  const ticks = ticksOf(bounds);
  return (
    <div className={styles['plot']}>
      <ul className={styles['rows']}>
        {rows.map((row) => (
          <li key={row.id} className={styles['row']}>
            <span className={styles['name']}>{row.name}</span>
            <span className={styles['track']}>
              {ticks.map((tick) => (
                <span key={tick} aria-hidden="true" className={styles['grid']} style={{ left: `${place(tick)}%` }} />
              ))}
              {target === null ? null : <span aria-hidden="true" className={styles['target']} style={{ left: `${place(target)}%` }} />}
              <Mark row={row} place={place} />
            </span>
          </li>
        ))}
      </ul>
      <div className={styles['axis']} aria-hidden="true">
        {target === null ? null : (
          <span className={styles['targetLabel']} style={{ left: `${Math.min(Math.max(place(target), 12), 88)}%` }}>
            {targetLabel}
          </span>
        )}
        {ticks.map((tick) => (
          <span key={tick} className={styles['tick']} style={{ left: `${place(tick)}%` }}>
            {format(tick)}
          </span>
        ))}
      </div>
    </div>
  );
}

function Mark({ row, place }: { readonly row: DotRow; readonly place: (value: number) => number }) {
  if (row.value === null) return <span className={styles['missing']}>{row.text}</span>;
  const kind = row.attention ? styles['attention'] : styles['plain'];
  const [low, high] = row.interval ?? [row.value, row.value];
  const left = place(row.value);
  return (
    <>
      {row.interval === null ? null : (
        <span
          aria-hidden="true"
          className={`${styles['interval']} ${kind}`}
          style={{ left: `${place(low)}%`, width: `${place(high) - place(low)}%` }}
        />
      )}
      <svg
        aria-hidden="true"
        className={`${styles['mark']} ${kind} ${row.sufficient ? '' : styles['hollow']}`}
        style={{ left: `${left}%` }}
        viewBox="0 0 14 14"
      >
        {row.attention ? <path d="M7 1.5 13 12.5H1Z" /> : <circle cx="7" cy="7" r="5" />}
      </svg>
      <span className={left > 88 ? `${styles['value']} ${styles['before']}` : styles['value']} style={{ left: `${left}%` }}>
        {row.text}
      </span>
      <span className="visually-hidden">{row.spoken}</span>
    </>
  );
}

function ticksOf({ min, max, interval }: ReturnType<typeof axisBounds>): number[] {
  const count = Math.round((max - min) / interval);
  return Array.from({ length: count + 1 }, (_, index) => Number((min + index * interval).toPrecision(12))).filter((tick) => tick <= max);
}
