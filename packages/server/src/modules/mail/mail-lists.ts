import { sql, type RawBuilder } from 'kysely';
import { decodeCursor } from '../../platform/cursor.ts';
import { invalidField } from '../../platform/errors.ts';
import type { Actor } from '../../platform/operation.ts';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Ids follow time: the page after a row is what has a smaller one. */
export function afterCursor(cursor: string | undefined, id: RawBuilder<unknown>): RawBuilder<unknown> {
  if (cursor === undefined) return sql`true`;
  const [last = ''] = decodeCursor(cursor, 1);
  if (!uuid.test(last)) throw invalidField('cursor', 'cursor');
  return sql`${id} < ${last}`;
}

/** Mail of restricted cases is for those who may see these. The condition speaks of `c`. */
export const visibleCase = (actor: Actor): RawBuilder<unknown> =>
  actor.permissions.has('cases.restricted') ? sql`true` : sql`not coalesce(c.restricted, false)`;
