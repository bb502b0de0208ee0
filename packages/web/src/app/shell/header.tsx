import { useMe } from '../../features/identity/index.ts';
import styles from './header.module.css';

export function Header() {
  const me = useMe();
  return (
    <header className={styles.header}>
      <span className={styles.organisation}>{me.organisation.name}</span>
    </header>
  );
}
