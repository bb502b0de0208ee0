import { useFormat } from '../lib/format/use-format.ts';
import styles from './count-list.module.css';

/** Figures with a word above each, such as what was read and what became of it. */
export function CountList({ counts }: { readonly counts: readonly (readonly [word: string, count: number])[] }) {
  const format = useFormat();
  return (
    <dl className={styles.counts}>
      {counts.map(([word, count]) => (
        <div key={word}>
          <dt>{word}</dt>
          <dd>{format.number(count)}</dd>
        </div>
      ))}
    </dl>
  );
}
