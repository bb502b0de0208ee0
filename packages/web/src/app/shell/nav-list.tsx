import { lazy, Suspense } from 'react';
import { Link } from '@tanstack/react-router';
import { useMay } from '../../features/identity/index.ts';
import { m } from '../../paraglide/messages.js';
import { navGroups } from './nav.ts';
import styles from './nav-list.module.css';

const NavIcon = lazy(() => import('./nav-icons.tsx'));

/** The menu of the sider and of the drawer on phones. */
export function NavList({ onChoose = () => undefined }: { readonly onChoose?: () => void }) {
  const may = useMay();
  const groups = navGroups
    .map((group) => ({ ...group, items: group.items.filter((item) => may(item.needs)) }))
    .filter((group) => group.items.length > 0);
  return (
    <nav aria-label={m.shell_nav()} className={styles.nav}>
      {groups.map((group) => (
        <section key={group.label()} aria-label={group.label()}>
          <p className={styles.group} aria-hidden="true">
            {group.label()}
          </p>
          <ul>
            {group.items.map(({ to, label }) => (
              <li key={to}>
                <Link to={to} className={styles.item} onClick={onChoose}>
                  <span className={styles.icon}>
                    <Suspense fallback={null}>
                      <NavIcon to={to} />
                    </Suspense>
                  </span>
                  {label()}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </nav>
  );
}
