import { sql } from 'kysely';
import type { Reply } from '@zhiheng/contract/endpoint';
import type { caseTags as endpoint } from '@zhiheng/contract/cases/cases';
import type { Operation } from '../../platform/operation.ts';
import { visibleTo } from './visible-cases.ts';

/** Tags of the cases that were touched last, the most used first. */
export async function listTags({ db, orgId, actor }: Operation): Promise<Reply<typeof endpoint>> {
  const { rows } = await sql<{ tag: string; cases: number }>`
    select tag, count(*)::int4 as cases from (
      select c.tags from service_case c where c.org_id = ${orgId} and ${visibleTo(actor)} order by c.updated_at desc limit 20000
    ) recent, unnest(recent.tags) tag group by tag order by cases desc, tag limit 500`.execute(db);
  return { items: rows };
}
