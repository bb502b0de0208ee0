import type { ReactNode } from 'react';
import { changeLocale, useLocale } from '../../lib/locale.ts';
import { m } from '../../paraglide/messages.js';
import styles from './portal.module.css';

interface Props {
  /** who takes the request; unknown until the page is read */
  readonly organisation?: string;
  readonly title: string;
  readonly line?: ReactNode;
  readonly children?: ReactNode;
}

/** The frame of the pages for customers: one column, as wide as a phone in the hand. */
export function PortalFrame({ organisation = '', title, line, children }: Props) {
  const other = useLocale() === 'zh' ? 'en' : 'zh';
  return (
    <div className={styles.page}>
      <title>{organisation === '' ? title : `${title} · ${organisation}`}</title>
      <header className={styles.top}>
        <span className={styles.organisation}>{organisation}</span>
        <button type="button" className={styles.language} lang={other === 'zh' ? 'zh-CN' : 'en'} onClick={() => changeLocale(other)}>
          {other === 'zh' ? '中文' : 'English'}
        </button>
      </header>
      <main className={styles.main}>
        <div className={styles.heading}>
          <h1 className={styles.title}>{title}</h1>
          {line === undefined ? null : <p className={styles.line}>{line}</p>}
        </div>
        {children}
      </main>
      <footer className={styles.footer}>{m.portal_powered()}</footer>
    </div>
  );
}
