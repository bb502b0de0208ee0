import { axisBounds } from '../../../ui/chart/axis-bounds.ts';
import styles from './gap-plot.module.css';

export interface GapRow {
  readonly key: string;
  readonly name: string;
  /** the dimension that it opens, if it is the first of one */
  readonly heading: string | null;
  readonly expected: number;
  readonly perceived: number;
  /** the gap is no chance and to the bad */
  readonly attention: boolean;
  readonly text: string;
  /** how sure the gap is; left out where there is no room */
  readonly evidence: string;
}

interface Props {
  readonly rows: readonly GapRow[];
  readonly words: { readonly expected: string; readonly perceived: string };
  readonly format: (value: number) => string;
}

/** What should be (hollow) and what is (full), joined by the gap between them. */
export function GapPlot({ rows, words, format }: Props) {
  const bounds = axisBounds(rows.flatMap(({ expected, perceived }) => [expected, perceived]));
  const place = (value: number) => ((value - bounds.min) / (bounds.max - bounds.min)) * 100;
  return (
    <div>
      <p className={styles['legend']}>
        <span>
          <span className={`${styles['dot']} ${styles['hollow']}`} aria-hidden="true" /> {words.expected}
        </span>
        <span>
          <span className={styles['dot']} aria-hidden="true" /> {words.perceived}
        </span>
      </p>
      <ul className={styles['rows']}>
        {rows.map((row) => (
          <li key={row.key}>
            {row.heading === null ? null : <span className={styles['heading']}>{row.heading}</span>}
            <span className={styles['row']}>
              <span className={styles['name']} title={row.name}>
                {row.name}
              </span>
              <span className={styles['track']}>
                <span
                  aria-hidden="true"
                  className={row.attention ? `${styles['gap']} ${styles['attention']}` : styles['gap']}
                  style={{
                    left: `${Math.min(place(row.expected), place(row.perceived))}%`,
                    width: `${Math.abs(place(row.expected) - place(row.perceived))}%`,
                  }}
                />
                <span aria-hidden="true" className={`${styles['mark']} ${styles['hollow']}`} style={{ left: `${place(row.expected)}%` }} />
                <span aria-hidden="true" className={styles['mark']} style={{ left: `${place(row.perceived)}%` }} />
                <span className="visually-hidden">
                  {words.expected} {format(row.expected)}, {words.perceived} {format(row.perceived)}
                </span>
              </span>
              <span className={styles['text']}>
                {row.text}
                {row.evidence === '' ? null : <span className={styles['evidence']}> · {row.evidence}</span>}
              </span>
            </span>
          </li>
        ))}
      </ul>
      <p className={styles['axis']} aria-hidden="true">
        <span>{format(bounds.min)}</span>
        <span>{format(bounds.max)}</span>
      </p>
    </div>
  );
}
