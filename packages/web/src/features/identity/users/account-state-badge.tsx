import type { Account } from '@zhiheng/contract/identity/accounts';
import { m } from '../../../paraglide/messages.js';
import { StatusBadge, type Tone } from '../../../ui/status-badge.tsx';

export const accountStateWords = {
  active: m.admin_state_active,
  invited: m.admin_state_invited,
  disabled: m.admin_state_disabled,
} as const satisfies Record<Account['state'], () => string>;

const tones = { active: 'good', invited: 'note', disabled: 'idle' } as const satisfies Record<Account['state'], Tone>;

export function AccountStateBadge({ state }: { readonly state: Account['state'] }) {
  return <StatusBadge tone={tones[state]}>{accountStateWords[state]()}</StatusBadge>;
}
