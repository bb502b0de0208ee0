import { useEffect, useState } from 'react';
import { m } from '../../../paraglide/messages.js';
import styles from './setup.module.css';

/** One call does it all, so there is no count to show: the time that has passed says that it goes on. */
export function SetupProgress({ demo }: { readonly demo: boolean }) {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setSeconds((before) => before + 1), 1000);
    return () => clearInterval(timer);
  }, []);
  return (
    <div className={styles.progress} role="status">
      <p className={styles.progressTitle}>{m.shell_setup_working()}</p>
      <p className={styles.words}>{demo ? m.shell_setup_working_demo() : m.shell_setup_working_words()}</p>
      <div className={styles.bar} role="progressbar" aria-label={m.shell_setup_working()}>
        <span />
      </div>
      <p className={styles.words} aria-hidden="true">
        {m.shell_setup_seconds({ seconds })}
      </p>
    </div>
  );
}
