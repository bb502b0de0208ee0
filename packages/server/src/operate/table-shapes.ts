import type { Client } from 'pg';

export interface TableShape {
  readonly table: string;
  /** columns that travel; numbers of transactions belong to their own cluster and are made anew */
  readonly columns: readonly string[];
}

/** All tables of ours, partitions through their parent, each after those it refers to. */
export async function tablesInOrder(client: Client): Promise<TableShape[]> {
  const tables = await client.query<{ table: string; columns: string[]; refers_to: string[] }>(`
    select c.relname::text as table,
      array(select a.attname::text from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
        and a.atttypid <> 'xid8'::regtype order by a.attnum) as columns,
      array(select distinct f.confrelid::regclass::text from pg_constraint f
        where f.conrelid = c.oid and f.contype = 'f' and f.confrelid <> c.oid) as refers_to
    from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition and c.relname <> 'schema_migration'
    order by c.relname`);
  const ordered: TableShape[] = [];
  const waiting = [...tables.rows];
  while (waiting.length > 0) {
    const ready = waiting.findIndex((row) => row.refers_to.every((other) => ordered.some((done) => done.table === other)));
    const [row] = waiting.splice(ready, 1);
    if (ready < 0 || row === undefined) throw new Error('tables refer to each other in a circle');
    ordered.push({ table: row.table, columns: row.columns });
  }
  return ordered;
}

/** Months that have a partition. */
export async function observationMonths(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ month: string }>(`
    select to_char(to_date(right(c.relname, 6), 'YYYYMM'), 'YYYY-MM-DD') as month
    from pg_inherits i join pg_class c on c.oid = i.inhrelid where i.inhparent = 'observation'::regclass order by 1`);
  return rows.map((row) => row.month);
}
