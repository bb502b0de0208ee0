import { Link } from '@tanstack/react-router';
import { m } from '../../paraglide/messages.js';
import styles from './brand.module.css';

export function Brand({ onChoose = () => undefined }: { readonly onChoose?: () => void }) {
  return (
    <Link to="/app/board" className={styles.brand} onClick={onChoose}>
      <span className={styles.mark} aria-hidden="true">
        质
      </span>
      {m.shell_product()}
    </Link>
  );
}
