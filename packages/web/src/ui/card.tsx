import { useId, type ReactNode } from 'react';
import styles from './card.module.css';

interface Props {
  readonly title?: string;
  /** grey words beside the title: how many, which period */
  readonly aside?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
  /** the content brings its own padding, as tables do */
  readonly flush?: boolean;
}

export function Card({ title, aside, actions, children, flush = false }: Props) {
  const titleId = useId();
  return (
    <section className={flush ? `${styles.card} ${styles.flush}` : styles.card} aria-labelledby={title === undefined ? undefined : titleId}>
      {title === undefined ? null : (
        <div className={styles.head}>
          <h2 id={titleId}>{title}</h2>
          {aside === undefined ? null : <span className={styles.aside}>{aside}</span>}
          {actions === undefined ? null : <div className={styles.actions}>{actions}</div>}
        </div>
      )}
      {children}
    </section>
  );
}
