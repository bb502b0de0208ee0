import { sql } from 'kysely';
import type { Reply } from '@zhiheng/contract/endpoint';
import type { listThemes as endpoint } from '@zhiheng/contract/feedback/themes';
import type { Operation } from '../../../platform/operation.ts';

type Themes = Reply<typeof endpoint>;

/** Retired ones too, after the others: what was judged by them is still shown with their name. */
export async function listThemes({ db, orgId }: Operation): Promise<Themes> {
  const { rows } = await sql<Themes['items'][number]>`
    with said as (
      select t.id, count(*)::int4 as n, count(*) filter (where f.polarity = 'negative')::int4 as negative
      from feedback f cross join unnest(f.theme_ids) t (id) where f.org_id = ${orgId} group by t.id)
    select t.id, t.code, t.name, t.words, t.retired, coalesce(s.n, 0) as n, coalesce(s.negative, 0) as negative
    from feedback_theme t left join said s on s.id = t.id where t.org_id = ${orgId} order by t.retired, t.position, t.id`.execute(db);
  return { items: rows };
}
