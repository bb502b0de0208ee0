import { useFormat } from '../../../lib/format/use-format.ts';
import { ChangeDetails } from './change-details.tsx';
import { changeSentence } from './change-sentence.ts';
import type { Change } from './changes.query.ts';
import styles from './changes.module.css';

/** The log by day, newest first. */
export function ChangesList({ changes }: { readonly changes: readonly Change[] }) {
  const format = useFormat();
  const days = [...new Set(changes.map((change) => format.date(change.at)))];
  return (
    <div className={styles.days}>
      {days.map((day) => (
        <section key={day} className={styles.day} aria-label={day}>
          <h2 className={styles.date}>{day}</h2>
          <ul>
            {changes
              .filter((change) => format.date(change.at) === day)
              .map((change) => (
                <li key={change.id} className={styles.line}>
                  <time dateTime={change.at} className={styles.time}>
                    {format.dateTime(change.at).slice(-5)}
                  </time>
                  <div className={styles.words}>
                    {changeSentence(change)}
                    {Object.keys(change.data).length === 0 ? null : <ChangeDetails data={change.data} />}
                  </div>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
