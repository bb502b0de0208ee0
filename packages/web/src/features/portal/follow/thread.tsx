import type { CustomerCase } from '@zhiheng/contract/cases/portal';
import { formatDateTime, type Reading } from '../../../lib/format/date.ts';
import { formatBytes } from '../../../lib/format/number.ts';
import { m } from '../../../paraglide/messages.js';
import styles from '../portal.module.css';

type Entry = CustomerCase['entries'][number];

interface Props {
  readonly token: string;
  readonly shown: CustomerCase;
  readonly reading: Reading;
}

/** What was filed and what was said since, oldest first. */
export function Thread({ token, shown, reading }: Props) {
  const { description, subject, openedAt } = shown;
  const filed: Entry = { id: 'filed', at: openedAt, from: 'you', body: description === '' ? subject : description, attachments: [] };
  return (
    <ol className={styles.thread}>
      {[filed, ...shown.entries].map((entry) => (
        <li key={entry.id} className={entry.from === 'you' ? `${styles.entry} ${styles.mine}` : styles.entry}>
          <p className={styles.entryHead}>
            <span>{entry.from === 'you' ? m.portal_you() : shown.organisation}</span>
            <time dateTime={entry.at}>{formatDateTime(entry.at, reading)}</time>
          </p>
          {entry.body === '' ? null : <p className={styles.entryBody}>{entry.body}</p>}
          {entry.attachments.map(({ id, name, size }) => (
            <p key={id}>
              <a href={`/api/v1/case-links/${token}/attachments/${id}`} download={name}>
                {name} ({formatBytes(size, reading.locale)})
              </a>
            </p>
          ))}
        </li>
      ))}
    </ol>
  );
}
