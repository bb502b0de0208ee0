import type { StandardRow } from '@zhiheng/contract/standards/standards';
import { StatusBadge } from '../../ui/status-badge.tsx';
import { stateTones, stateWords } from './standard-words.ts';

/** How a standard stands, and what is being written beside it. */
export function StandardBadge({ standard: { state, open } }: { readonly standard: Pick<StandardRow, 'state' | 'open'> }) {
  const beside = open !== null && open !== state ? open : null;
  return (
    <span style={{ display: 'inline-flex', flexWrap: 'wrap', gap: 6 }}>
      <StatusBadge tone={stateTones[state]}>{stateWords[state]()}</StatusBadge>
      {beside === null ? null : <StatusBadge tone={stateTones[beside]}>{stateWords[beside]()}</StatusBadge>}
    </span>
  );
}
