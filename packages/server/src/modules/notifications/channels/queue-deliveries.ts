import { sql } from 'kysely';
import { newId } from '../../../platform/identifier.ts';
import type { Operation } from '../../../platform/operation.ts';
import type { NoticeDraft } from '../notices.rules.ts';

/** Something for a channel that one person chose. */
export interface Chosen {
  readonly channelId: string;
  readonly accountId: string;
  readonly draft: NoticeDraft;
  /** it waits until then */
  readonly sendAt: Date;
}

interface Delivery {
  readonly channelId: string;
  readonly accountId: string | null;
  readonly draft: NoticeDraft;
  readonly sendAt: Date;
}

/** Puts down what people chose to hear in a channel. */
export const queueChosen = (operation: Operation, chosen: readonly Chosen[]): Promise<void> => queue(operation, chosen, sql`c.choosable`);

/** Puts down what is told to the rooms themselves: each thing once, and nothing that only some may see. */
export async function queueForRooms(operation: Operation, drafts: readonly NoticeDraft[]): Promise<void> {
  const { db, orgId, now } = operation;
  const { rows: rooms } = await sql<{ id: string; kinds: string[] }>`
    select id, kinds from notification_channel where org_id = ${orgId} and active and kinds <> '{}'`.execute(db);
  if (rooms.length === 0) return;
  const told = await withoutHidden(operation, drafts);
  const deliveries = rooms.flatMap(({ id, kinds }) =>
    told.filter(({ kind }) => kinds.includes(kind)).map((draft) => ({ channelId: id, accountId: null, draft, sendAt: now })),
  );
  await queue(operation, deliveries, sql`true`);
}

async function queue({ db, orgId }: Operation, deliveries: readonly Delivery[], which: ReturnType<typeof sql>): Promise<void> {
  if (deliveries.length === 0) return;
  const list = deliveries.map(({ channelId, accountId, sendAt, draft: { kind, key, at, entity, params } }) => ({
    ...{ id: newId(), channel_id: channelId, account_id: accountId, kind, key: `${kind}/${key}`, params, at, next_at: sendAt },
    ...{ entity_kind: entity.kind, entity_id: entity.id, label: entity.label },
  }));
  await sql`
    insert into notification_delivery (org_id, id, channel_id, account_id, kind, key, entity_kind, entity_id, label, params, at, next_at)
    select ${orgId}, d.id, d.channel_id, d.account_id, d.kind, d.key, d.entity_kind, d.entity_id, coalesce(s.number || ' ' || s.subject, d.label),
      d.params, d.at, d.next_at
    from jsonb_to_recordset(${JSON.stringify(list)}::jsonb) as d(id uuid, channel_id uuid, account_id uuid, kind text, key text,
      entity_kind text, entity_id text, label text, params jsonb, at timestamptz, next_at timestamptz)
    join notification_channel c on c.org_id = ${orgId} and c.id = d.channel_id and c.active and ${which}
    left join service_case s on s.org_id = ${orgId} and s.id = case when d.entity_kind = 'case' then d.entity_id::uuid end
    on conflict on constraint notification_delivery_once do nothing`.execute(db);
}

/** A room is read by many: restricted cases are not named there, and a case that is over raises no alarm. */
async function withoutHidden({ db, orgId }: Operation, drafts: readonly NoticeDraft[]): Promise<NoticeDraft[]> {
  const ids = [...new Set(drafts.flatMap(({ entity }) => (entity.kind === 'case' ? [entity.id] : [])))];
  if (ids.length === 0) return [...drafts];
  const { rows } = await sql<{ id: string; restricted: boolean; open: boolean }>`
    select id, restricted, status not in ('closed', 'cancelled', 'merged') as open from service_case
    where org_id = ${orgId} and id = any(${ids}::uuid[])`.execute(db);
  const cases = new Map(rows.map((row) => [row.id, row]));
  return drafts.filter(({ entity, alert }) => {
    if (entity.kind !== 'case') return true;
    const found = cases.get(entity.id);
    return found !== undefined && !found.restricted && (found.open || !alert);
  });
}
