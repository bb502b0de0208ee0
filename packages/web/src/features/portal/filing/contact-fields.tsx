import { m } from '../../../paraglide/messages.js';
import { Field } from '../../../ui/door/field.tsx';
import styles from '../portal.module.css';
import { isAnonymous, mayBeAnonymous } from './filing-draft.ts';
import type { FilingFields } from './filing-fields.ts';

/** Who asks, unless it is reported without a name. */
export function ContactFields(fields: FilingFields) {
  const { portal, draft, onChange } = fields;
  return (
    <div className={styles.stack}>
      {mayBeAnonymous(portal, draft) ? (
        <label className={styles.check}>
          <input type="checkbox" checked={draft.anonymous} onChange={(event) => onChange({ anonymous: event.target.checked })} />
          <span>
            {m.portal_anonymous()}
            <span className={styles.help}>
              <br />
              {m.portal_anonymous_help()}
            </span>
          </span>
        </label>
      ) : null}
      {isAnonymous(portal, draft) ? null : <NameAndAddress {...fields} />}
      <div className={styles.trap} aria-hidden="true">
        <label>
          {m.portal_website()}
          <input tabIndex={-1} autoComplete="off" value={draft.website} onChange={(event) => onChange({ website: event.target.value })} />
        </label>
      </div>
    </div>
  );
}

function NameAndAddress({ portal, draft, wrong, onChange }: FilingFields) {
  return (
    <>
      <Field label={m.portal_name()} error={wrong.get('contactName')}>
        {(wiring) => (
          <input
            {...wiring}
            autoComplete="name"
            maxLength={200}
            value={draft.contactName}
            onChange={(event) => onChange({ contactName: event.target.value })}
          />
        )}
      </Field>
      <div className={styles.pair}>
        <Field
          label={m.portal_phone()}
          error={wrong.get('contactPhone')}
          {...(portal.contactNeeded && !wrong.has('contactPhone') && { help: m.portal_contact_help() })}
        >
          {(wiring) => (
            <input
              {...wiring}
              type="tel"
              autoComplete="tel"
              maxLength={60}
              value={draft.contactPhone}
              onChange={(event) => onChange({ contactPhone: event.target.value })}
            />
          )}
        </Field>
        <Field label={m.portal_email()} error={wrong.get('contactEmail')}>
          {(wiring) => (
            <input
              {...wiring}
              type="email"
              autoComplete="email"
              autoCapitalize="none"
              maxLength={200}
              value={draft.contactEmail}
              onChange={(event) => onChange({ contactEmail: event.target.value })}
            />
          )}
        </Field>
      </div>
    </>
  );
}
