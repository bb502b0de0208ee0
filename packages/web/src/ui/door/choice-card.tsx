import type { ReactNode } from 'react';
import styles from './door.module.css';

interface Props {
  /** radio buttons of one name belong together */
  readonly group: string;
  readonly chosen: boolean;
  readonly onChoose: () => void;
  readonly title: ReactNode;
  readonly aside?: ReactNode;
  readonly children?: ReactNode;
}

/** A radio button with room for an explanation. */
export function ChoiceCard({ group, chosen, onChoose, title, aside, children }: Props) {
  return (
    <label className={styles.choice}>
      <input type="radio" name={group} checked={chosen} onChange={onChoose} />
      <span className={styles.choiceWords}>
        <span className={styles.choiceTitle}>
          {title}
          {aside === undefined ? null : <span className={styles.choiceAside}>{aside}</span>}
        </span>
        {children === undefined ? null : <span className={styles.choiceText}>{children}</span>}
      </span>
    </label>
  );
}
