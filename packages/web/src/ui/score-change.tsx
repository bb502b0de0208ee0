import { useFormat } from '../lib/format/use-format.ts';
import { m } from '../paraglide/messages.js';
import styles from './score-change.module.css';
import { sinceWords } from '../lib/figures/since-words.ts';

interface Props {
  readonly score: number | null;
  readonly previous: number | null;
  readonly period: string;
}

/** `▲ 1.2 较上月`: a score is better when it is higher. */
export function ScoreChange({ score, previous, period }: Props) {
  const format = useFormat();
  if (score === null || previous === null) return null;
  const difference = score - previous;
  if (Math.abs(difference) < 0.05) {
    return (
      <span>
        {m.board_unchanged()} {sinceWords(period)}
      </span>
    );
  }
  const up = difference > 0;
  return (
    <span>
      <span className={up ? styles.better : styles.worse}>
        <span aria-hidden="true">{up ? '▲' : '▼'}</span>
        <span className="visually-hidden">{up ? m.board_up() : m.board_down()}</span> {format.number(Math.abs(difference), 1)}
      </span>{' '}
      {sinceWords(period)}
    </span>
  );
}
