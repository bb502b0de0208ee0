import { sql, type RawBuilder } from 'kysely';
import type { Parsed, Reply } from '@zhiheng/contract/endpoint';
import type { change, listChanges as endpoint } from '@zhiheng/contract/organisation/organisation';
import type { z } from 'zod';
import { decodeCursor, encodeCursor } from '../../platform/cursor.ts';
import type { Call } from '../../platform/operation.ts';

type Query = Parsed<typeof endpoint>['query'];
type Change = z.output<typeof change>;
interface Row extends Omit<Change, 'at'> {
  readonly at: Date;
}

/** Newest first. People and keys that acted are named as they are called today. */
export async function listChanges({ db, orgId }: Call, { query }: Parsed<typeof endpoint>): Promise<Reply<typeof endpoint>> {
  const { rows } = await sql<Row>`
    select e.id, e.at, coalesce(a.name, k.name) as actor, e.type, e.entity_kind as "entityKind", e.entity_id as "entityId", e.label, e.data
    from event e
    left join account a on e.actor_kind = 'account' and a.org_id = e.org_id and a.id = e.actor_id
    left join api_key k on e.actor_kind = 'api-key' and k.org_id = e.org_id and k.id = e.actor_id
    where e.org_id = ${orgId} and ${sql.join(conditions(query), sql` and `)}
    order by e.id desc limit ${query.limit + 1}`.execute(db);
  const items = rows.slice(0, query.limit).map((row) => ({ ...row, at: row.at.toISOString() }));
  const last = rows.length > query.limit ? items.at(-1) : undefined;
  return { items, next: last === undefined ? null : encodeCursor([last.id]) };
}

function conditions(query: Query): RawBuilder<unknown>[] {
  const { entityKind, entityId, actorId, type, from, to, cursor } = query;
  const after = cursor === undefined ? undefined : decodeCursor(cursor, 1)[0];
  return [
    sql`true`,
    ...(entityKind === undefined ? [] : [sql`e.entity_kind = ${entityKind}`]),
    ...(entityId === undefined ? [] : [sql`e.entity_id = ${entityId}`]),
    ...(actorId === undefined ? [] : [sql`e.actor_id = ${actorId}`]),
    ...(type === undefined ? [] : [sql`e.type = ${type}`]),
    ...(from === undefined ? [] : [sql`e.at >= ${from}`]),
    ...(to === undefined ? [] : [sql`e.at < ${to}`]),
    ...(after === undefined ? [] : [sql`e.id < ${after}`]),
  ];
}
