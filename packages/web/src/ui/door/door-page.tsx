import type { ReactNode } from 'react';
import { changeLocale, useLocale } from '../../lib/locale.ts';
import { m } from '../../paraglide/messages.js';
import styles from './door.module.css';

interface Props {
  readonly title: string;
  readonly line?: ReactNode;
  readonly wide?: boolean;
  readonly children: ReactNode;
}

/** The frame of the pages before the sign-in: light, without the application behind them. */
export function DoorPage({ title, line, wide = false, children }: Props) {
  const locale = useLocale();
  const other = locale === 'zh' ? 'en' : 'zh';
  return (
    <div className={styles.page}>
      <title>{`${title} · ${m.shell_product()}`}</title>
      <header className={styles.top}>
        <span className={styles.brand}>
          <span className={styles.mark} aria-hidden="true">
            质
          </span>
          {m.shell_product()}
        </span>
        <button type="button" className={styles.language} lang={other === 'zh' ? 'zh-CN' : 'en'} onClick={() => changeLocale(other)}>
          {other === 'zh' ? '中文' : 'English'}
        </button>
      </header>
      <main className={wide ? `${styles.card} ${styles.wide}` : styles.card}>
        <h1 className={styles.title}>{title}</h1>
        {line === undefined ? null : <p className={styles.line}>{line}</p>}
        {children}
      </main>
    </div>
  );
}
