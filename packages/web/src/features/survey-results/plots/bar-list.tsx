import styles from './bar-list.module.css';

export interface Bar {
  readonly key: string;
  readonly label: string;
  /** 0 to 1 */
  readonly share: number;
  readonly text: string;
  readonly tone?: 'data' | 'reference' | 'attention';
}

/** Shares as bars from zero, each with its words. */
export function BarList({ label, bars }: { readonly label: string; readonly bars: readonly Bar[] }) {
  const most = Math.max(...bars.map(({ share }) => share), 0.0001);
  return (
    <ul
      className={bars.every(({ label: name }) => name.length <= 3) ? `${styles['list']} ${styles['short']}` : styles['list']}
      aria-label={label}
    >
      {bars.map(({ key, label: name, share, text, tone = 'data' }) => (
        <li key={key} className={styles['bar']}>
          <span className={styles['name']} title={name}>
            {name}
          </span>
          <span className={styles['track']} aria-hidden="true">
            <span className={`${styles['fill']} ${styles[tone]}`} style={{ width: `${(100 * share) / most}%` }} />
          </span>
          <span className={styles['text']}>{text}</span>
        </li>
      ))}
    </ul>
  );
}
