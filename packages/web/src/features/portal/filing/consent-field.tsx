import { useId } from 'react';
import { currentLocale } from '../../../lib/locale.ts';
import { m } from '../../../paraglide/messages.js';
import styles from '../portal.module.css';
import type { FilingFields } from './filing-fields.ts';

/** What the house wants agreed to, in its own words where it has given some. */
export function ConsentField({ portal, draft, wrong, onChange }: FilingFields) {
  const id = useId();
  const own = portal.consent[currentLocale()];
  const error = wrong.get('consent');
  return (
    <div>
      <label className={styles.check}>
        <input
          type="checkbox"
          checked={draft.consent}
          aria-invalid={error === undefined ? undefined : true}
          aria-describedby={error === undefined ? undefined : id}
          onChange={(event) => onChange({ consent: event.target.checked })}
        />
        <span className={styles.entryBody}>{own === '' ? m.portal_consent() : own}</span>
      </label>
      {error === undefined ? null : (
        <p id={id} className={styles.wrong}>
          <span aria-hidden="true">■</span> {error}
        </p>
      )}
    </div>
  );
}
