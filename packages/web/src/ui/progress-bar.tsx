import styles from './progress-bar.module.css';

interface Props {
  /** 0–1 */
  readonly share: number;
  readonly label: string;
}

/** How far long work is; the number stands beside the bar. */
export function ProgressBar({ share, label }: Props) {
  const percent = Math.round(share * 100);
  return (
    <span className={styles.progress}>
      <span role="progressbar" aria-label={label} aria-valuenow={percent} aria-valuemin={0} aria-valuemax={100} className={styles.track}>
        <span className={styles.bar} style={{ width: `${percent}%` }} />
      </span>
      <span className={styles.number} aria-hidden="true">
        {percent}%
      </span>
    </span>
  );
}
