import type { Standard } from '@zhiheng/contract/standards/standards';
import { m } from '../../paraglide/messages.js';
import styles from './standards.module.css';

/** What is under way beside what holds: written, waiting, or sent back. */
export function OpenVersionNote({ standard: { versions } }: { readonly standard: Standard }) {
  const open = versions.find(({ state }) => state !== 'approved');
  if (open === undefined) return null;
  const { number: n, state, returned } = open;
  return (
    <p className={styles.note} role="status">
      {state === 'waiting' ? m.standards_waits_note({ n }) : m.standards_draft_note({ n })}
      {returned === '' ? null : <strong>{m.standards_returned_note({ reason: returned })}</strong>}
    </p>
  );
}
