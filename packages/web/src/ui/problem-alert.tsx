import { problemWords } from '../lib/problem-words.ts';
import styles from './problem-alert.module.css';

/** What went wrong with a form, above its buttons; the input stays. */
export function ProblemAlert({ error }: { readonly error: unknown }) {
  if (error === null || error === undefined) return null;
  return (
    <p role="alert" className={styles.alert}>
      <span aria-hidden="true">■</span> {problemWords(error)}
    </p>
  );
}
