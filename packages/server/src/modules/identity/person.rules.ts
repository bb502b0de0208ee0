import { AppError } from '../../platform/errors.ts';
import type { Actor } from '../../platform/operation.ts';

/** The account behind a call. An API key is nobody: what belongs to a person is closed to it. */
export function personOf(actor: Actor): string {
  if (actor.accountId === null) throw new AppError(403, 'persons_only');
  return actor.accountId;
}
