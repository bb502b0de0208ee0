import { sql } from 'kysely';
import { eventType } from '@zhiheng/contract/events';
import type { DomainEvent, Subscriber } from '../../../platform/events/subscriber.ts';
import { newId } from '../../../platform/identifier.ts';
import type { Operation } from '../../../platform/operation.ts';
import { cloudEventOf } from './cloud-event.rules.ts';

/** Puts down what programs are to be told. */
export const webhookSubscriber: Subscriber = {
  name: 'webhooks',
  types: eventType.options,
  async handle(operation, events) {
    const { db, orgId, now } = operation;
    const { rows: webhooks } = await sql<{ id: string; types: string[]; createdAt: Date }>`
      select id, types, created_at as "createdAt" from webhook where org_id = ${orgId} and state = 'active'`.execute(db);
    if (webhooks.length === 0) return;
    const restricted = await restrictedCases(operation, events);
    const rows = events.flatMap((event) => {
      const body = cloudEventOf(event, { orgId, restricted: restricted.has(event.entityId) });
      return webhooks
        .filter(({ types, createdAt }) => (types.length === 0 || types.includes(event.type)) && event.at >= createdAt)
        .map(({ id }) => ({
          org_id: orgId,
          id: newId(),
          webhook_id: id,
          event_id: event.id,
          type: event.type,
          body,
          at: event.at,
          next_at: now,
        }));
    });
    if (rows.length === 0) return;
    await db
      .insertInto('webhook_delivery')
      .values(rows)
      .onConflict((conflict) => conflict.constraint('webhook_delivery_once').doNothing())
      .execute();
  },
};

async function restrictedCases({ db, orgId }: Operation, events: readonly DomainEvent[]): Promise<ReadonlySet<string>> {
  const ids = [...new Set(events.flatMap(({ entityKind, entityId }) => (entityKind === 'case' ? [entityId] : [])))];
  if (ids.length === 0) return new Set();
  const { rows } = await sql<{ id: string }>`
    select id from service_case where org_id = ${orgId} and restricted and id = any(${ids}::uuid[])`.execute(db);
  return new Set(rows.map(({ id }) => id));
}
