import { sql, type RawBuilder } from 'kysely';
import type { Actor } from '../../platform/operation.ts';

/** Which cases a caller may see: restricted ones are for those with the permission and those concerned. The condition speaks of `c`. */
export function visibleTo(actor: Actor): RawBuilder<unknown> {
  if (actor.kind === 'system' || actor.permissions.has('cases.restricted')) return sql`true`;
  if (actor.accountId === null) return sql`not c.restricted`;
  return sql`(not c.restricted or c.assignee_id = ${actor.accountId} or c.first_contact_id = ${actor.accountId})`;
}
