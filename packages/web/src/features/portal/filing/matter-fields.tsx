import { currentLocale } from '../../../lib/locale.ts';
import { m } from '../../../paraglide/messages.js';
import { Field } from '../../../ui/door/field.tsx';
import { typeWords } from '../portal-words.ts';
import styles from '../portal.module.css';
import type { FilingFields } from './filing-fields.ts';

/** What it is about. */
export function MatterFields({ portal, draft, wrong, onChange }: FilingFields) {
  const locale = currentLocale();
  return (
    <div className={styles.stack}>
      {portal.types.length < 2 ? null : (
        <fieldset className={styles.group}>
          <legend>{m.portal_type()}</legend>
          <div className={styles.types}>
            {portal.types.map((type) => (
              <label key={type} className={styles.type}>
                <input type="radio" name="type" checked={draft.type === type} onChange={() => onChange({ type })} />
                {typeWords[type]()}
              </label>
            ))}
          </div>
        </fieldset>
      )}
      {portal.services.length === 0 ? null : (
        <Field label={m.portal_service()} error={wrong.get('serviceId')}>
          {(wiring) => (
            <select {...wiring} value={draft.serviceId} onChange={(event) => onChange({ serviceId: event.target.value })}>
              <option value="">{m.portal_service_any()}</option>
              {portal.services.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name[locale]}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      <Field label={m.portal_subject()} error={wrong.get('subject')}>
        {(wiring) => (
          <input {...wiring} maxLength={300} value={draft.subject} onChange={(event) => onChange({ subject: event.target.value })} />
        )}
      </Field>
      <Field label={m.portal_description()} help={m.portal_description_help()} error={wrong.get('description')}>
        {(wiring) => (
          <textarea
            {...wiring}
            className={styles.area}
            maxLength={20_000}
            value={draft.description}
            onChange={(event) => onChange({ description: event.target.value })}
          />
        )}
      </Field>
    </div>
  );
}
