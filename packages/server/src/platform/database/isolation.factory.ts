import { escapeIdentifier, type Client } from 'pg';
import { newId } from '../identifier.ts';

interface Column {
  readonly name: string;
  readonly type: string;
  /** a literal that a check of the column allows, where there is one */
  readonly allowed: string | null;
}

const byType: Readonly<Record<string, () => unknown>> = {
  uuid: newId,
  text: () => 'x',
  int2: () => 1,
  int4: () => 1,
  int8: () => 1,
  float8: () => 1,
  numeric: () => 1,
  bool: () => false,
  timestamptz: () => '2024-01-15T00:00:00Z',
  date: () => '2024-01-15',
  jsonb: () => '{}',
  bytea: () => Buffer.from([0]),
  _text: () => [],
  _int2: () => [],
  _uuid: () => [],
};

/** Tables that hold rows of organisations; partitions are reached through their parent. */
export async function tablesOf(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ table: string }>(`
    select c.relname as table from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'org_id'
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition order by 1`);
  return rows.map((row) => row.table);
}

/** Checks over several columns ask for a sense that made-up rows do not have. */
export async function dropSense(superuser: Client): Promise<void> {
  const { rows } = await superuser.query<{ drop: string }>(`
    select format('alter table %s drop constraint %I', conrelid::regclass, conname) as drop from pg_constraint
    where connamespace = 'public'::regnamespace and contype = 'c' and cardinality(conkey) > 1 and conislocal and coninhcount = 0`);
  for (const { drop } of rows) await superuser.query(drop);
}

/** One row of an organisation for any table: what must be given is made up by its type. Foreign keys must be off. */
export async function plantRow(superuser: Client, table: string, orgId: string): Promise<Record<string, unknown>> {
  const columns = await demandedColumns(superuser, table);
  const row = Object.fromEntries(columns.map(({ name, type, allowed }) => [name, name === 'org_id' ? orgId : (allowed ?? valueOf(type))]));
  await insert(superuser, table, row);
  return row;
}

export async function insert(client: Client, table: string, row: Readonly<Record<string, unknown>>): Promise<void> {
  const names = Object.keys(row);
  const places = names.map((_name, index) => `$${index + 1}`);
  await client.query(`insert into ${table} (${names.map(escapeIdentifier).join(', ')}) values (${places.join(', ')})`, Object.values(row));
}

function valueOf(type: string): unknown {
  const make = byType[type];
  if (make === undefined) throw new RangeError(`no value is known for columns of type ${type}`);
  return make();
}

async function demandedColumns(client: Client, table: string): Promise<Column[]> {
  const { rows } = await client.query<{ name: string; type: string; check: string | null }>(
    `select a.attname as name, t.typname as type,
       (select pg_get_constraintdef(k.oid) from pg_constraint k where k.conrelid = a.attrelid and k.contype = 'c' and k.conkey = array[a.attnum]) as check
     from pg_attribute a join pg_type t on t.oid = a.atttypid
     where a.attrelid = $1::regclass and a.attnum > 0 and not a.attisdropped and a.attnotnull and not a.atthasdef and a.attgenerated = ''`,
    [table],
  );
  const literal = /'([^']+)'::text|>= (\d+)/;
  return rows.map(({ name, type, check }) => {
    const [, text, least] = literal.exec(check ?? '') ?? [];
    return { name, type, allowed: text ?? least ?? null };
  });
}
