import { m } from '../../paraglide/messages.js';
import styles from './overtaken.module.css';

/** Somebody else saved first; what was typed stays in the form. */
export function Overtaken() {
  return (
    <p role="alert" className={styles.overtaken}>
      <span aria-hidden="true">▲</span> {m.agreements_overtaken()}
    </p>
  );
}
