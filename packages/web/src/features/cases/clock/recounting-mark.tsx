import { m } from '../../../paraglide/messages.js';
import styles from './recounting-mark.module.css';

/** The deadline is that of before the last publication; it is being counted again. */
export function RecountingMark() {
  return (
    <span className={styles.mark} title={m.reports_recounting_title()}>
      <span aria-hidden="true">▲</span> {m.reports_recounting()}
    </span>
  );
}
