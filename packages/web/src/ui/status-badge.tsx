import styles from './status-badge.module.css';

/** good: met, active · near: watch, waiting · bad: missed, urgent · note: for information · idle: switched off, over */
export type Tone = 'good' | 'near' | 'bad' | 'note' | 'idle';

const shapes = { good: '●', near: '▲', bad: '■', note: '●', idle: '○' } as const satisfies Record<Tone, string>;

/** Status is shape, word and colour, never colour alone. */
export function StatusBadge({ tone, children }: { readonly tone: Tone; readonly children: string }) {
  return (
    <span className={`${styles.badge} ${styles[tone]}`}>
      <span aria-hidden="true" className={styles.shape}>
        {shapes[tone]}
      </span>
      {children}
    </span>
  );
}
