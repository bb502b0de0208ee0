import { ProgressBar } from './progress-bar.tsx';
import styles from './progress-notice.module.css';

interface Props {
  readonly words: string;
  /** 0 to 1 */
  readonly share: number;
  /** of the bar */
  readonly label: string;
}

/** Figures on this page are being counted anew: which, and how far that is. */
export function ProgressNotice({ words, share, label }: Props) {
  return (
    <div role="status" className={styles.notice}>
      <p>
        <span aria-hidden="true">▲ </span>
        {words}
      </p>
      <ProgressBar share={share} label={label} />
    </div>
  );
}
