import { m } from '../../../paraglide/messages.js';
import type { Change } from './changes.query.ts';
import styles from './changes.module.css';

interface FieldChange {
  readonly from: unknown;
  readonly to: unknown;
}
const isChange = (value: unknown): value is FieldChange => typeof value === 'object' && value !== null && 'from' in value && 'to' in value;

const show = (value: unknown): string => {
  if (value === null || value === undefined || value === '') return '—';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
};

/** The recorded facts of a change, field by field. */
export function ChangeDetails({ data }: { readonly data: Change['data'] }) {
  return (
    <details className={styles.details}>
      <summary>{m.admin_change_details()}</summary>
      <dl className={styles.facts}>
        {Object.entries(data).map(([field, value]) => (
          <div key={field}>
            <dt>{field}</dt>
            <dd>
              {isChange(value) ? (
                <>
                  <del>{show(value.from)}</del> → <ins>{show(value.to)}</ins>
                </>
              ) : (
                show(value)
              )}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
