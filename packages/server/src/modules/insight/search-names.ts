import { sql } from 'kysely';
import type { search as endpoint } from '@zhiheng/contract/insight/board';
import type { Parsed, Reply } from '@zhiheng/contract/endpoint';
import type { Operation } from '../../platform/operation.ts';

type Endpoint = typeof endpoint;
type Item = Reply<Endpoint>['items'][number];

const most = 20;

/** Finds by part of a code or of a name in either language, among the kinds that the caller may read; exact codes first. */
export async function searchNames({ db, orgId, actor }: Operation, { query }: Pick<Parsed<Endpoint>, 'query'>): Promise<Reply<Endpoint>> {
  const text = query.q.toLowerCase();
  const permissions = [...actor.permissions];
  const { rows } = await sql<Item>`
    select kind, id, code, name from (
      select *, lower(code) as c, lower(name->>'zh') as zh, lower(name->>'en') as en
      from search_entry where org_id = ${orgId} and permission = any(${permissions}::text[])
    ) e
    where strpos(c, ${text}) > 0 or strpos(zh, ${text}) > 0 or strpos(en, ${text}) > 0
    order by case
        when ${text} in (c, zh, en) then 0
        when starts_with(c, ${text}) or starts_with(zh, ${text}) or starts_with(en, ${text}) then 1
        else 2 end,
      kind, code
    limit ${most}`.execute(db);
  return { items: rows };
}
