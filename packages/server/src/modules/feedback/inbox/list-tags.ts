import { sql } from 'kysely';
import type { Reply } from '@zhiheng/contract/endpoint';
import type { feedbackTags as endpoint } from '@zhiheng/contract/feedback/feedback';
import type { Operation } from '../../../platform/operation.ts';

const mostTags = 200;

export async function listTags({ db, orgId }: Operation): Promise<Reply<typeof endpoint>> {
  const { rows } = await sql<{ tag: string; n: number }>`
    select tag, count(*)::int4 as n from feedback f cross join unnest(f.tags) tag
    where f.org_id = ${orgId} group by tag order by n desc, tag limit ${mostTags}`.execute(db);
  return { items: rows };
}
