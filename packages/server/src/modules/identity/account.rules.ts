import type { Account } from '@zhiheng/contract/identity/accounts';
import { conflict } from '../../platform/errors.ts';

type State = Account['state'];

/** Somebody who never set a password has nothing to be active with: enabled again, they are invited as before. */
export function nextState(account: { readonly state: State; readonly hasPassword: boolean }, asked: 'active' | 'disabled'): State {
  if (asked === 'disabled') return 'disabled';
  if (account.state === 'invited') throw conflict('not_activated_yet');
  return account.hasPassword ? 'active' : 'invited';
}

type Standing = Pick<Account, 'state' | 'roles'>;
const administers = ({ state, roles }: Standing): boolean => state === 'active' && roles.includes('administrator');

export const stopsAdministering = (before: Standing, after: Standing): boolean => administers(before) && !administers(after);
