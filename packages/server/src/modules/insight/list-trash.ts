import { sql } from 'kysely';
import type { listTrash as endpoint } from '@zhiheng/contract/insight/board';
import type { Reply } from '@zhiheng/contract/endpoint';
import type { Operation } from '../../platform/operation.ts';

type Item = Reply<typeof endpoint>['items'][number];
type Row = Omit<Item, 'deletedAt'> & { readonly deletedAt: Date };

/** What was deleted and can come back, newest first, named in the language of the reader. */
export async function listTrash({ db, orgId, actor }: Operation): Promise<Reply<typeof endpoint>> {
  const { rows } = await sql<Row>`
    with reader as (
      select coalesce(a.locale, o.locale) as locale from organisation o
      left join account a on a.org_id = ${orgId} and a.id = ${actor.accountId}::uuid
      where o.org_id = ${orgId}
    )
    select t.kind, t.id, t.name->>r.locale as label, t.deleted_at as "deletedAt", d.name as "deletedBy"
    from trash_item t cross join reader r
    left join lateral (
      select e.actor_id from event e
      where e.org_id = ${orgId} and e.entity_kind = t.kind and e.entity_id = t.id::text and e.type like '%.deleted'
      order by e.id desc limit 1
    ) l on true
    left join account d on d.org_id = ${orgId} and d.id = l.actor_id
    where t.org_id = ${orgId} order by t.deleted_at desc, t.id`.execute(db);
  return { items: rows.map((row) => ({ ...row, deletedAt: row.deletedAt.toISOString() })) };
}
