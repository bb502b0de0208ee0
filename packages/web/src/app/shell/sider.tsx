import { Brand } from './brand.tsx';
import { NavList } from './nav-list.tsx';
import styles from './sider.module.css';

export function Sider() {
  return (
    <aside className={styles.sider}>
      <Brand />
      <NavList />
    </aside>
  );
}
