import styles from './share-bar.module.css';

export interface SharePart {
  readonly key: string;
  readonly label: string;
  readonly value: number;
  /** the value in words */
  readonly text: string;
  readonly tone: 'data' | 'reference' | 'attention';
}

/** What a whole is made of, as one bar; the words below it say the same. */
export function ShareBar({ label, parts }: { readonly label: string; readonly parts: readonly SharePart[] }) {
  const shown = parts.filter(({ value }) => value > 0).map((part, at, all) => ({ ...part, opacity: opacityOf(all.slice(0, at), part) }));
  return (
    <figure className={styles.figure} aria-label={label}>
      <span className={styles.bar} aria-hidden="true">
        {shown.map(({ key, value, tone, opacity }) => (
          <span key={key} className={styles[tone]} style={{ flexGrow: value, opacity }} />
        ))}
      </span>
      <ul className={styles.legend}>
        {shown.map(({ key, label: name, text, tone, opacity }) => (
          <li key={key}>
            <span className={`${styles.swatch} ${styles[tone] ?? ''}`} style={{ opacity }} aria-hidden="true" />
            {name} <strong>{text}</strong>
          </li>
        ))}
      </ul>
    </figure>
  );
}

/** Parts of one tone are told apart by their depth. */
function opacityOf(before: readonly SharePart[], { tone }: SharePart): number {
  return 0.7 ** before.filter((part) => part.tone === tone).length;
}
