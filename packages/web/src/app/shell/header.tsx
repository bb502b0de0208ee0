import { useMe } from '../../features/identity/index.ts';
import { NotificationBell } from '../../features/notifications/index.ts';
import { AccountMenu } from './account-menu.tsx';
import { LanguageMenu } from './language-menu.tsx';
import { NavDrawer } from './nav-drawer.tsx';
import { SearchBox } from './search-box.tsx';
import { ThemeMenu } from './theme-menu.tsx';
import styles from './header.module.css';

export function Header() {
  const me = useMe();
  return (
    <header className={styles.header}>
      <NavDrawer />
      <span className={styles.organisation} title={me.organisation.name}>
        {me.organisation.name}
      </span>
      <div className={styles.search}>
        <SearchBox />
      </div>
      <div className={styles.menus}>
        <NotificationBell />
        <ThemeMenu />
        <LanguageMenu />
        <AccountMenu />
      </div>
    </header>
  );
}
