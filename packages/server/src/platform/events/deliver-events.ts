import { sql } from 'kysely';
import type { Db } from '../database/connect.ts';
import { inOrganisation, type Tx } from '../database/in-organisation.ts';
import { systemActor, type Operation } from '../operation.ts';
import type { DomainEvent, Subscriber } from './subscriber.ts';

/** One transaction hands over so many events. */
const batchSize = 500;
/** So often an event that was set aside is tried; after that it lies there for a person to look at. */
const mostAttempts = 6;

interface Turn {
  readonly subscriber: string;
  readonly orgId: string;
}

/** Hands every subscriber what it has not read yet, in every organisation. Several processes may do so at the same time. */
export async function deliverEvents(root: Db, subscribers: readonly Subscriber[]): Promise<void> {
  if (subscribers.length === 0) return;
  const names = subscribers.map(({ name }) => name);
  const named = (wanted: string) => subscribers.filter(({ name }) => name === wanted);
  const { rows: news } = await sql<Turn>`
    select subscriber, org_id as "orgId" from organisations_with_events(${names})`.execute(root);
  for (const { subscriber: name, orgId } of news)
    for (const subscriber of named(name)) while ((await deliverBatch(root, orgId, subscriber)) === batchSize);
  const { rows: failed } = await sql<Turn>`
    select subscriber, org_id as "orgId" from organisations_with_event_failures(${names}, ${new Date()})`.execute(root);
  for (const { subscriber: name, orgId } of failed) for (const subscriber of named(name)) await retryFailures(root, orgId, subscriber);
}

/** How many events were passed. A batch that fails is handed over one by one, so that one bad event stops no other. */
async function deliverBatch(root: Db, orgId: string, subscriber: Subscriber): Promise<number> {
  try {
    return await deliver(root, orgId, { subscriber, most: batchSize });
  } catch (error) {
    process.emitWarning(`subscriber ${subscriber.name}: ${String(error)}`);
  }
  for (let passed = 0; passed < batchSize; passed++) if ((await deliverOne(root, orgId, subscriber)) === 0) return passed;
  return batchSize;
}

async function deliverOne(root: Db, orgId: string, subscriber: Subscriber): Promise<number> {
  try {
    return await deliver(root, orgId, { subscriber, most: 1 });
  } catch (error) {
    return deliver(root, orgId, { subscriber: settingAside(subscriber, error), most: 1 });
  }
}

interface Delivery {
  readonly subscriber: Subscriber;
  readonly most: number;
}

const deliver = (root: Db, orgId: string, { subscriber, most }: Delivery): Promise<number> =>
  inOrganisation(root, orgId, async (db) => {
    const cursor = await lockCursor(db, orgId, subscriber.name);
    if (cursor === null) return 0;
    const { rows } = await sql<DomainEvent & { xid: string }>`
      select id, at, type, actor_kind as "actorKind", actor_id as "actorId", entity_kind as "entityKind", entity_id as "entityId", label, data, xid::text as xid
      from events_after(${cursor.xid}::xid8, ${cursor.event_id}, ${most})`.execute(db);
    const last = rows.at(-1);
    if (last === undefined) return 0;
    const wanted = rows.filter(({ type }) => subscriber.types.includes(type));
    if (wanted.length > 0) await subscriber.handle(systemOperation(db, orgId), wanted);
    await db
      .updateTable('event_cursor')
      .set({ xid: last.xid, event_id: last.id })
      .where('org_id', '=', orgId)
      .where('subscriber', '=', subscriber.name)
      .execute();
    return rows.length;
  });

const systemOperation = (db: Tx, orgId: string): Operation => ({ db, orgId, actor: systemActor, now: new Date() });

/** Null when another process is at it. */
async function lockCursor(db: Tx, orgId: string, subscriber: string): Promise<{ xid: string; event_id: string } | null> {
  await db
    .insertInto('event_cursor')
    .values({ org_id: orgId, subscriber })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const cursor = await db
    .selectFrom('event_cursor')
    .select([sql<string>`xid::text`.as('xid'), 'event_id'])
    .where('org_id', '=', orgId)
    .where('subscriber', '=', subscriber)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
  return cursor ?? null;
}

const delayOf = (attempts: number): number => 60_000 * 4 ** (attempts - 1);

/** In the place of a subscriber that failed: notes the event, and the cursor passes it. */
const settingAside = ({ name, types }: Subscriber, error: unknown): Subscriber => ({
  name,
  types,
  async handle({ db, orgId, now }, events) {
    const rows = events.map(({ id }) => ({
      org_id: orgId,
      subscriber: name,
      event_id: id,
      next_at: new Date(now.getTime() + delayOf(1)),
      reason: String(error).slice(0, 500),
    }));
    await db.insertInto('event_failure').values(rows).execute();
  },
});

type Failure = DomainEvent & { readonly attempts: number };

async function retryFailures(root: Db, orgId: string, subscriber: Subscriber): Promise<void> {
  for (let failure: Failure | null = null; ; failure = null) {
    try {
      await inOrganisation(root, orgId, async (db) => {
        const operation = systemOperation(db, orgId);
        failure = await lockFailure(operation, subscriber.name);
        if (failure === null) return;
        await subscriber.handle(operation, [failure]);
        await forget(operation, subscriber.name, failure.id);
      });
    } catch (error) {
      const failed = failure as Failure | null;
      if (failed === null) throw error;
      await inOrganisation(root, orgId, (db) => postpone(systemOperation(db, orgId), subscriber.name, { failure: failed, error }));
    }
    if (failure === null) return;
  }
}

async function lockFailure({ db, orgId, now }: Operation, subscriber: string): Promise<Failure | null> {
  const { rows } = await sql<Failure>`
    select e.id, e.at, e.type, e.actor_kind as "actorKind", e.actor_id as "actorId", e.entity_kind as "entityKind", e.entity_id as "entityId", e.label, e.data, f.attempts
    from event_failure f join event e on e.org_id = f.org_id and e.id = f.event_id
    where f.org_id = ${orgId} and f.subscriber = ${subscriber} and f.next_at <= ${now} order by f.event_id limit 1
    for update of f skip locked`.execute(db);
  return rows[0] ?? null;
}

async function forget({ db, orgId }: Operation, subscriber: string, eventId: string): Promise<void> {
  await db
    .deleteFrom('event_failure')
    .where('org_id', '=', orgId)
    .where('subscriber', '=', subscriber)
    .where('event_id', '=', eventId)
    .execute();
}

async function postpone(
  { db, orgId, now }: Operation,
  subscriber: string,
  { failure, error }: { failure: Failure; error: unknown },
): Promise<void> {
  const attempts = failure.attempts + 1;
  await db
    .updateTable('event_failure')
    .set({
      attempts,
      reason: String(error).slice(0, 500),
      next_at: attempts >= mostAttempts ? sql<Date>`'infinity'::timestamptz` : new Date(now.getTime() + delayOf(attempts)),
    })
    .where('org_id', '=', orgId)
    .where('subscriber', '=', subscriber)
    .where('event_id', '=', failure.id)
    .execute();
}
