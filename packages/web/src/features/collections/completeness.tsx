import { useFormat } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import styles from './completeness.module.css';

interface Props {
  readonly entered: number;
  readonly expected: number;
}

/** How much of a sheet is filled in: a bar from zero, and the figures. */
export function Completeness({ entered, expected }: Props) {
  const format = useFormat();
  const share = expected === 0 ? 1 : entered / expected;
  return (
    <span className={styles.completeness}>
      <span className={styles.track} aria-hidden="true">
        <span className={styles.bar} style={{ width: `${share * 100}%` }} />
      </span>
      <span className={styles.words}>
        {m.collections_completeness_of({ entered: format.number(entered), expected: format.number(expected) })}
      </span>
    </span>
  );
}
