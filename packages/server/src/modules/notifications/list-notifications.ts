import { sql, type RawBuilder } from 'kysely';
import type { Parsed, Reply } from '@zhiheng/contract/endpoint';
import type {
  countNotifications,
  listNotifications as endpoint,
  Notification,
  readNotifications,
} from '@zhiheng/contract/notifications/notifications';
import { decodeCursor, encodeCursor } from '../../platform/cursor.ts';
import { AppError } from '../../platform/errors.ts';
import type { Call } from '../../platform/operation.ts';
import { visibleTo } from '../cases/index.ts';

interface Row extends Omit<Notification, 'at'> {
  readonly at: Date;
}

/** Only people are told something. */
export function accountOf({ actor }: Pick<Call, 'actor'>): string {
  if (actor.accountId === null) throw new AppError(403, 'account_needed');
  return actor.accountId;
}

/** What one was told, and may still see: a case that was closed to the caller meanwhile is gone from here. It speaks of `n` and `c`. */
function ownOf(call: Call): RawBuilder<unknown> {
  const cases = call.actor.permissions.has('cases.read') ? sql`c.id is not null and ${visibleTo(call.actor)}` : sql`false`;
  return sql`n.org_id = ${call.orgId} and n.account_id = ${accountOf(call)} and (n.entity_kind <> 'case' or (${cases}))`;
}
const withCase = (orgId: string): RawBuilder<unknown> =>
  sql`left join service_case c on c.org_id = ${orgId} and c.id = case when n.entity_kind = 'case' then n.entity_id::uuid end`;

export async function listNotifications(call: Call, { query }: Parsed<typeof endpoint>): Promise<Reply<typeof endpoint>> {
  const { db, orgId } = call;
  const after = query.cursor === undefined ? sql`true` : sql`n.id::text < ${decodeCursor(query.cursor, 1)[0]}`;
  const { rows } = await sql<Row>`
    select n.id, n.at, n.kind, n.entity_kind as "entityKind", n.entity_id as "entityId", coalesce(c.number || ' ' || c.subject, n.label) as label,
      case when b.name is null then n.params - 'by' else n.params || jsonb_build_object('by', b.name) end as params, n.read_at is not null as read
    from notification n ${withCase(orgId)}
    left join account b on b.org_id = ${orgId} and b.id = (n.params ->> 'by')::uuid
    where ${ownOf(call)} and ${query.unread === true ? sql`n.read_at is null` : sql`true`} and ${after}
    order by n.id desc limit ${query.limit + 1}`.execute(db);
  const items = rows.slice(0, query.limit).map((row) => ({ ...row, at: row.at.toISOString() }));
  const last = rows.length > query.limit ? items.at(-1) : undefined;
  return { items, next: last === undefined ? null : encodeCursor([last.id]) };
}

export async function countUnread(call: Call): Promise<Reply<typeof countNotifications>> {
  const { rows } = await sql<{ unread: number }>`
    select count(*)::int4 as unread from notification n ${withCase(call.orgId)} where ${ownOf(call)} and n.read_at is null`.execute(
    call.db,
  );
  return { unread: rows[0]?.unread ?? 0 };
}

/** Read is read: what is marked again keeps its first moment. */
export async function markRead(call: Call, { body }: Parsed<typeof readNotifications>): Promise<Reply<typeof readNotifications>> {
  const which = body.ids === undefined ? sql`true` : sql`id = any(${body.ids}::uuid[])`;
  await sql`update notification set read_at = ${call.now}
    where org_id = ${call.orgId} and account_id = ${accountOf(call)} and read_at is null and ${which}`.execute(call.db);
  return countUnread(call);
}
