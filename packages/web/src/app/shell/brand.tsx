import { Link } from '@tanstack/react-router';
import { m } from '../../paraglide/messages.js';
import styles from './brand.module.css';

export function Brand() {
  return (
    <Link to="/app/board" className={styles.brand}>
      <span className={styles.mark} aria-hidden="true">
        质
      </span>
      {m.shell_product()}
    </Link>
  );
}
