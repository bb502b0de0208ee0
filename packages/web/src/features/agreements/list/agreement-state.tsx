import type { Agreement } from '@zhiheng/contract/agreements/agreements';
import { m } from '../../../paraglide/messages.js';
import { StatusBadge } from '../../../ui/status-badge.tsx';
import styles from './agreement-state.module.css';

const isToCome = (instant: string): boolean => Date.parse(instant) > Date.now();

/** In force or not yet, and whether a next version is being written. */
export function AgreementState({ agreement: { version, effectiveFrom, draft } }: { readonly agreement: Agreement }) {
  const later = effectiveFrom !== null && isToCome(effectiveFrom);
  return (
    <span className={styles.badges}>
      {version === 0 ? null : (
        <StatusBadge tone={later ? 'note' : 'good'}>{later ? m.agreements_state_later() : m.agreements_state_in_force()}</StatusBadge>
      )}
      {draft === null ? null : <StatusBadge tone="near">{m.agreements_state_draft()}</StatusBadge>}
    </span>
  );
}
