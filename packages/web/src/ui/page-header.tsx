import type { ReactNode } from 'react';
import styles from './page-header.module.css';

interface Props {
  readonly title: string;
  /** one grey line: scope · period · as of · n */
  readonly line?: ReactNode;
  readonly actions?: ReactNode;
}

export function PageHeader({ title, line, actions }: Props) {
  return (
    <header className={styles.header}>
      <title>{title}</title>
      <div className={styles.words}>
        <h1>{title}</h1>
        {line === undefined ? null : <p className={styles.line}>{line}</p>}
      </div>
      {actions === undefined ? null : <div className={styles.actions}>{actions}</div>}
    </header>
  );
}
