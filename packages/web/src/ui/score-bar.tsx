import styles from './score-bar.module.css';

interface Props {
  readonly score: number | null;
  readonly previous: number | null;
}

/** 0–100 as a bar from zero, with a tick where the period before stood. The number stands beside it. */
export function ScoreBar({ score, previous }: Props) {
  return (
    <span className={styles.track} aria-hidden="true">
      {score === null ? null : <span className={styles.bar} style={{ width: `${clamp(score)}%` }} />}
      {previous === null ? null : <span className={styles.previous} style={{ left: `${clamp(previous)}%` }} />}
    </span>
  );
}

const clamp = (value: number) => Math.min(100, Math.max(0, value));
