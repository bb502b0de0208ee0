import { sql } from 'kysely';
import type { Reply } from '@zhiheng/contract/endpoint';
import type { listWebhooks as endpoint, Webhook } from '@zhiheng/contract/open-data/webhooks';
import type { PostFailure } from '@zhiheng/contract/values/post-failure';
import { notFound } from '../../../platform/errors.ts';
import type { Operation } from '../../../platform/operation.ts';

interface Row extends Omit<Webhook, 'health' | 'createdAt' | 'formerSecretUntil'> {
  readonly createdAt: Date;
  readonly triedAt: Date | null;
  readonly failure: PostFailure | null;
  readonly formerSecretUntil: Date | null;
}

export async function listWebhooks(operation: Operation): Promise<Reply<typeof endpoint>> {
  return { items: await readWebhooks(operation, null) };
}

export async function readWebhook(operation: Operation, id: string): Promise<Webhook> {
  const [webhook] = await readWebhooks(operation, id);
  if (webhook === undefined) throw notFound('webhook');
  return webhook;
}

async function readWebhooks({ db, orgId, now }: Operation, id: string | null): Promise<Webhook[]> {
  const { rows } = await sql<Row>`
    select w.id, w.name, w.types, w.version, w.state, w.host, w.created_at as "createdAt", w.tried_at as "triedAt", w.failure, n.waiting, n.failed,
      case when w.former_secret_until > ${now} then w.former_secret_until end as "formerSecretUntil"
    from webhook w
    cross join lateral (
      select count(*) filter (where d.state = 'waiting')::int4 as waiting, count(*) filter (where d.state = 'failed')::int4 as failed
      from webhook_delivery d where d.org_id = ${orgId} and d.webhook_id = w.id
    ) n
    where w.org_id = ${orgId} and ${id === null ? sql`true` : sql`w.id = ${id}`} order by w.name, w.id`.execute(db);
  return rows.map(({ createdAt, triedAt, failure, formerSecretUntil, ...row }) => ({
    ...row,
    createdAt: createdAt.toISOString(),
    health: triedAt === null ? null : { at: triedAt.toISOString(), failure },
    formerSecretUntil: formerSecretUntil?.toISOString() ?? null,
  }));
}
