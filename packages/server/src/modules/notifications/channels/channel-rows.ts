import { sql } from 'kysely';
import type { Reply } from '@zhiheng/contract/endpoint';
import type { Channel, listChannels as endpoint } from '@zhiheng/contract/notifications/channels';
import type { PostFailure } from '@zhiheng/contract/values/post-failure';
import { notFound } from '../../../platform/errors.ts';
import type { Operation } from '../../../platform/operation.ts';

interface Row extends Omit<Channel, 'health'> {
  readonly triedAt: Date | null;
  readonly failure: PostFailure | null;
}

export async function listChannels(operation: Operation): Promise<Reply<typeof endpoint>> {
  return { items: await readChannels(operation, null) };
}

export async function readChannel(operation: Operation, id: string): Promise<Channel> {
  const [channel] = await readChannels(operation, id);
  if (channel === undefined) throw notFound('notification-channel');
  return channel;
}

async function readChannels({ db, orgId }: Operation, id: string | null): Promise<Channel[]> {
  const { rows } = await sql<Row>`
    select c.id, c.kind, c.name, c.language, c.kinds, c.choosable, c.active, c.version, c.host, c.sealed_secret is not null as "hasSecret",
      c.tried_at as "triedAt", c.failure, n.waiting, n.failed
    from notification_channel c
    cross join lateral (
      select count(*) filter (where d.state = 'waiting')::int4 as waiting, count(*) filter (where d.state = 'failed')::int4 as failed
      from notification_delivery d where d.org_id = ${orgId} and d.channel_id = c.id
    ) n
    where c.org_id = ${orgId} and ${id === null ? sql`true` : sql`c.id = ${id}`} order by c.name, c.id`.execute(db);
  return rows.map(({ triedAt, failure, ...row }) => ({ ...row, health: triedAt === null ? null : { at: triedAt.toISOString(), failure } }));
}
