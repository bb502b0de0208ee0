import { sql } from 'kysely';
import type { Parsed, Reply } from '@zhiheng/contract/endpoint';
import type { Delivery, listDeliveries as endpoint, retryDelivery as retryEndpoint } from '@zhiheng/contract/notifications/channels';
import { decodeCursor, encodeCursor } from '../../../platform/cursor.ts';
import { conflict, notFound } from '../../../platform/errors.ts';
import type { Operation } from '../../../platform/operation.ts';
import { recordEvent } from '../../../platform/record-event.ts';

interface Row extends Omit<Delivery, 'at' | 'sentAt' | 'nextAt'> {
  readonly at: Date;
  readonly sentAt: Date | null;
  readonly nextAt: Date | null;
}

/** The log of what went out. */
export async function listDeliveries({ db, orgId }: Operation, { query }: Parsed<typeof endpoint>): Promise<Reply<typeof endpoint>> {
  const { rows } = await sql<Row>`
    select d.id, d.channel_id as "channelId", c.name as "channelName", d.kind, d.label, a.name as person, d.state, d.at, d.sent_at as "sentAt",
      case when d.state = 'waiting' then d.next_at end as "nextAt", d.attempts, d.failure, d.status, d.detail
    from notification_delivery d join notification_channel c on c.org_id = ${orgId} and c.id = d.channel_id
    left join account a on a.org_id = ${orgId} and a.id = d.account_id
    where d.org_id = ${orgId} and ${query.channel === undefined ? sql`true` : sql`d.channel_id = ${query.channel}`}
      and ${query.state === undefined ? sql`true` : sql`d.state = ${query.state}`}
      and ${query.cursor === undefined ? sql`true` : sql`d.id::text < ${decodeCursor(query.cursor, 1)[0]}`}
    order by d.id desc limit ${query.limit + 1}`.execute(db);
  const last = rows.length > query.limit ? rows.at(query.limit - 1) : undefined;
  return { items: rows.slice(0, query.limit).map(shown), next: last === undefined ? null : encodeCursor([last.id]) };
}

const shown = (row: Row): Delivery => ({
  ...row,
  at: row.at.toISOString(),
  sentAt: row.sentAt?.toISOString() ?? null,
  nextAt: row.nextAt?.toISOString() ?? null,
});

/** A message that was given up is tried again, from the beginning. */
export async function retryDelivery(operation: Operation, { params }: Parsed<typeof retryEndpoint>): Promise<{ ok: true }> {
  const { db, orgId, now } = operation;
  const { rows } = await sql<{ state: string; label: string }>`
    select state, label from notification_delivery where org_id = ${orgId} and id = ${params.id} for update`.execute(db);
  const [found] = rows;
  if (found === undefined) throw notFound('notification-delivery');
  if (found.state !== 'failed') throw conflict('delivery_not_failed');
  await sql`
    update notification_delivery set state = 'waiting', attempts = 0, next_at = ${now}, failure = null, status = null, detail = ''
    where org_id = ${orgId} and id = ${params.id}`.execute(db);
  const entity = { kind: 'notification-delivery', id: params.id, label: found.label };
  await recordEvent(operation, { type: 'notification-delivery.retried', entity });
  return { ok: true };
}
