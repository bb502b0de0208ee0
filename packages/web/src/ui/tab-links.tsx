import { useEffect, useRef, type ReactNode } from 'react';
import styles from './tab-links.module.css';

/** Views of one page, each with its own address: the children are links. Where they do not fit, the one that is open is in sight. */
export function TabLinks({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  const nav = useRef<HTMLElement>(null);
  const seen = useRef<Element | null>(null);
  useEffect(() => {
    const open = nav.current?.querySelector('[aria-current="page"]') ?? null;
    // Only when another one was opened: whoever scrolled the tabs by hand is not pulled back.
    if (open === seen.current) return;
    seen.current = open;
    open?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  });
  return (
    <nav ref={nav} aria-label={label} className={styles.tabs}>
      {children}
    </nav>
  );
}
