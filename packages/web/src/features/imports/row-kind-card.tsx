import { m } from '../../paraglide/messages.js';
import { Card } from '../../ui/card.tsx';
import type { RowKind } from './mapping-draft.ts';
import type { MappingPart } from './mapping-part.ts';
import styles from './wizard.module.css';

const kinds: readonly { readonly kind: RowKind; readonly title: () => string; readonly text: () => string }[] = [
  { kind: 'records', title: m.imports_row_records, text: m.imports_row_records_text },
  { kind: 'events', title: m.imports_row_events, text: m.imports_row_events_text },
  { kind: 'observations', title: m.imports_row_observations, text: m.imports_row_observations_text },
];

export function RowKindCard({ draft, onChange }: MappingPart) {
  return (
    <Card title={m.imports_row_kind()}>
      <div className={styles.kinds} role="radiogroup" aria-label={m.imports_row_kind()}>
        {kinds.map(({ kind, title, text }) => (
          <label key={kind} className={styles.kind}>
            <input type="radio" name="rows" checked={draft.rows === kind} onChange={() => onChange({ rows: kind })} />
            <span>
              <strong>{title()}</strong>
              <span className={styles.quiet}>{text()}</span>
            </span>
          </label>
        ))}
      </div>
    </Card>
  );
}
