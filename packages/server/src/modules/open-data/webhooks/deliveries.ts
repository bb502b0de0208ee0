import { sql, type RawBuilder } from 'kysely';
import type { Parsed, Reply } from '@zhiheng/contract/endpoint';
import type {
  listWebhookDeliveries as endpoint,
  readWebhookDelivery as readEndpoint,
  replayWebhookDelivery as replayEndpoint,
  WebhookDelivery,
} from '@zhiheng/contract/open-data/webhooks';
import { decodeCursor, encodeCursor } from '../../../platform/cursor.ts';
import { notFound } from '../../../platform/errors.ts';
import { newId } from '../../../platform/identifier.ts';
import type { Operation } from '../../../platform/operation.ts';
import { recordEvent } from '../../../platform/record-event.ts';

interface Row extends Omit<WebhookDelivery, 'at' | 'sentAt' | 'nextAt'> {
  readonly at: Date;
  readonly sentAt: Date | null;
  readonly nextAt: Date | null;
  readonly body: string;
}

interface Wanted {
  readonly which: RawBuilder<unknown>;
  readonly most: number;
}

async function readRows({ db, orgId }: Operation, { which, most }: Wanted): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select d.id, d.webhook_id as "webhookId", w.name as "webhookName", d.event_id as "eventId", d.type, d.state, d.replay, d.at, d.sent_at as "sentAt",
      case when d.state = 'waiting' then d.next_at end as "nextAt", d.attempts, d.failure, d.status, d.detail, d.body
    from webhook_delivery d join webhook w on w.org_id = ${orgId} and w.id = d.webhook_id
    where d.org_id = ${orgId} and ${which} order by d.id desc limit ${most}`.execute(db);
  return rows;
}

/** The log of what programs were told. */
export async function listWebhookDeliveries(operation: Operation, { query }: Parsed<typeof endpoint>): Promise<Reply<typeof endpoint>> {
  const which = sql`${query.webhook === undefined ? sql`true` : sql`d.webhook_id = ${query.webhook}`}
    and ${query.state === undefined ? sql`true` : sql`d.state = ${query.state}`}
    and ${query.cursor === undefined ? sql`true` : sql`d.id::text < ${decodeCursor(query.cursor, 1)[0]}`}`;
  const rows = await readRows(operation, { which, most: query.limit + 1 });
  const last = rows.length > query.limit ? rows.at(query.limit - 1) : undefined;
  return { items: rows.slice(0, query.limit).map(shown), next: last === undefined ? null : encodeCursor([last.id]) };
}

export async function readWebhookDelivery(
  operation: Operation,
  { params }: Parsed<typeof readEndpoint>,
): Promise<Reply<typeof readEndpoint>> {
  const [row] = await readRows(operation, { which: sql`d.id = ${params.id}`, most: 1 });
  if (row === undefined) throw notFound('webhook-delivery');
  return { ...shown(row), body: row.body };
}

const shown = ({ body: _, ...row }: Row): WebhookDelivery => ({
  ...row,
  at: row.at.toISOString(),
  sentAt: row.sentAt?.toISOString() ?? null,
  nextAt: row.nextAt?.toISOString() ?? null,
});

/** The same bytes under the same id: whoever has heard them knows. */
export async function replayWebhookDelivery(operation: Operation, { params }: Parsed<typeof replayEndpoint>): Promise<{ ok: true }> {
  const { db, orgId, now } = operation;
  const { rows } = await sql<{ type: string }>`
    insert into webhook_delivery (org_id, id, webhook_id, event_id, type, body, at, next_at, replay)
    select ${orgId}, ${newId()}, d.webhook_id, d.event_id, d.type, d.body, d.at, ${now},
      (select max(o.replay) + 1 from webhook_delivery o where o.org_id = ${orgId} and o.webhook_id = d.webhook_id and o.event_id = d.event_id)
    from webhook_delivery d where d.org_id = ${orgId} and d.id = ${params.id} returning type`.execute(db);
  const [again] = rows;
  if (again === undefined) throw notFound('webhook-delivery');
  await recordEvent(operation, { type: 'webhook.replayed', entity: { kind: 'webhook-delivery', id: params.id, label: again.type } });
  return { ok: true };
}
