import type { CustomerCase, CustomerPromise } from '@zhiheng/contract/cases/portal';
import { formatDateTime, type Reading } from '../../../lib/format/date.ts';
import { m } from '../../../paraglide/messages.js';
import { StatusBadge } from '../../../ui/status-badge.tsx';
import { promiseBadges, stateTones, stateWords, targetWords } from '../portal-words.ts';
import styles from '../portal.module.css';

interface Props {
  readonly shown: CustomerCase;
  readonly reading: Reading;
}

/** Where it stands, and what became of what was promised: also when it was not kept. */
export function ProgressCard({ shown, reading }: Props) {
  return (
    <section className={styles.card} aria-label={m.portal_state()}>
      <div className={styles.state}>
        <StatusBadge tone={stateTones[shown.state]}>{stateWords[shown.state]()}</StatusBadge>
        {shown.serviceName === null ? null : <span className={styles.help}>{shown.serviceName[reading.locale]}</span>}
      </div>
      {shown.state === 'merged' ? <p className={styles.help}>{m.portal_state_merged_help()}</p> : null}
      {shown.confirmed ? <p className={styles.help}>{m.portal_confirmed()}</p> : null}
      {shown.promises.length === 0 ? null : (
        <div className={styles.promises}>
          <h2 className="visually-hidden">{m.portal_promises()}</h2>
          {shown.promises.map((promise) => (
            <div key={promise.target} className={styles.promise}>
              <strong>{targetWords[promise.target]()}</strong>
              <StatusBadge tone={promiseBadges[promise.state].tone}>{promiseBadges[promise.state].word()}</StatusBadge>
              <span className={styles.promiseWords}>{promiseText(promise, reading)}</span>
            </div>
          ))}
        </div>
      )}
    </section>
  );
}

/** What is said of a promise; a moment that is not known is an empty text. */
const texts: Readonly<Record<CustomerPromise['state'], (due: string, at: string) => string>> = {
  due: (due) => (due === '' ? m.portal_promise_due_none() : m.portal_promise_due({ due })),
  late: (due) => m.portal_promise_late({ due }),
  waiting: () => m.portal_promise_waiting(),
  kept: (_due, at) => (at === '' ? m.portal_promise_kept_plain() : m.portal_promise_kept({ at })),
  missed: (due, at) => (due === '' || at === '' ? m.portal_promise_missed_plain() : m.portal_promise_missed({ due, at })),
};

function promiseText({ state, dueAt, doneAt }: CustomerPromise, reading: Reading): string {
  const shown = (at: string | null): string => (at === null ? '' : formatDateTime(at, reading));
  return texts[state](shown(dueAt), shown(doneAt));
}
