import { sql } from 'kysely';
import type { Reply } from '@zhiheng/contract/endpoint';
import { openTable, type OpenTable } from '@zhiheng/contract/open-data/open-table';
import type { DescribedTable, listOpenTables as endpoint } from '@zhiheng/contract/open-data/tables';
import type { Operation } from '../../../platform/operation.ts';

/** What the database itself says of the views: their comments are the documentation. */
export async function describeTables({ db }: Pick<Operation, 'db'>): Promise<DescribedTable[]> {
  const { rows } = await sql<DescribedTable>`
    select c.relname as name, obj_description(c.oid, 'pg_class') as meaning,
      jsonb_agg(jsonb_build_object('name', a.attname, 'type', format_type(a.atttypid, null), 'meaning', coalesce(col_description(c.oid, a.attnum), ''))
        order by a.attnum) as columns
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
    where c.relnamespace = 'open_data'::regnamespace and c.relkind = 'v' group by c.oid, c.relname`.execute(db);
  return rows.toSorted((one, other) => orderOf(one.name) - orderOf(other.name));
}

const orderOf = (name: OpenTable): number => openTable.options.indexOf(name);

export async function listOpenTables(operation: Operation): Promise<Reply<typeof endpoint>> {
  return { items: await describeTables(operation) };
}
