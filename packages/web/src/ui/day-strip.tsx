import styles from './day-strip.module.css';

export interface StripDay {
  readonly day: string;
  readonly good: number;
  readonly bad: number;
  /** what should have been measured and was not */
  readonly missing: number;
}

interface Props {
  /** ascending, without gaps */
  readonly days: readonly StripDay[];
  /** what the strip shows, in words */
  readonly label: string;
  readonly titleOf: (day: StripDay) => string;
}

/** A bar a day: full when all was good, with a notch as high as its share of bad at the foot, empty where nobody measured. */
export function DayStrip({ days, label, titleOf }: Props) {
  return (
    <div className={styles.strip} role="img" aria-label={label}>
      {days.map((one) => (
        <DayBar key={one.day} one={one} title={titleOf(one)} />
      ))}
    </div>
  );
}

function DayBar({ one, title }: { readonly one: StripDay; readonly title: string }) {
  const { good, bad, missing } = one;
  if (good + bad === 0) return <span className={`${styles.bar} ${styles.empty}`} title={title} />;
  // An outage of a minute must be seen in a day.
  const badShare = bad === 0 ? 0 : Math.max(25, (100 * bad) / (good + bad));
  return (
    <span className={missing > 0 ? `${styles.bar} ${styles.partly}` : styles.bar} title={title}>
      {bad > 0 ? <span className={styles.bad} style={{ height: `${badShare}%` }} /> : null}
    </span>
  );
}
