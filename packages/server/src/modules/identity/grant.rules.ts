import type { Permission } from '@zhiheng/contract/identity/permission';
import { AppError } from '../../platform/errors.ts';
import type { Actor } from '../../platform/operation.ts';

const firstMissing = (actor: Actor, permissions: readonly Permission[]): Permission | undefined =>
  actor.kind === 'system' ? undefined : permissions.find((permission) => !actor.permissions.has(permission));

/** Nobody gives what they do not have themselves. */
export function refuseGrantBeyond(actor: Actor, permissions: readonly Permission[]): void {
  const permission = firstMissing(actor, permissions);
  if (permission !== undefined) throw new AppError(403, 'may_not_grant', { params: { permission } });
}

/** Whoever may do more than the caller is not the caller's to change: a new password for them would be a way up. */
export function refuseMorePowerful(actor: Actor, permissions: readonly Permission[]): void {
  const permission = firstMissing(actor, permissions);
  if (permission !== undefined) throw new AppError(403, 'more_powerful_account', { params: { permission } });
}
