import { Link } from '@tanstack/react-router';
import styles from './service-link.module.css';

interface Props {
  readonly id: string;
  /** stands in the list only because one of its parts fits the search */
  readonly quiet?: boolean;
  readonly children: string;
}

/** Opens a service in the drawer; the list behind stays as it is. */
export function ServiceLink({ id, quiet = false, children }: Props) {
  return (
    <Link
      from="/app/services"
      to="/app/services"
      search={(now) => ({ ...now, service: id })}
      resetScroll={false}
      className={quiet ? `${styles.link} ${styles.quiet}` : styles.link}
    >
      {children}
    </Link>
  );
}
