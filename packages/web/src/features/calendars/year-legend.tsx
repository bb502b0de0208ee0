import { useFormat } from '../../lib/format/use-format.ts';
import { kindMarks, kinds, kindWords } from './day-faces.ts';
import { countKinds, type Override } from './year-days.ts';
import styles from './year-view.module.css';

/** What the shapes of the year mean, and how many days of each there are. */
export function YearLegend({ year, overrides }: { readonly year: number; readonly overrides: readonly Override[] }) {
  const format = useFormat();
  const counts = countKinds(year, overrides);
  return (
    <ul className={styles.legend}>
      {kinds.map((kind) => (
        <li key={kind}>
          <span className={`${styles.sample} ${styles[kind] ?? ''}`} aria-hidden="true">
            {kindMarks[kind]()}
          </span>
          {kindWords[kind]()} {format.number(counts[kind])}
        </li>
      ))}
    </ul>
  );
}
