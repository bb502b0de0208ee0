import { sql } from 'kysely';
import { invalidField } from '../errors.ts';
import type { Operation } from '../operation.ts';

/** Tables whose rows may hang below another row of the same table by `parent_id`. */
export type TreeTable = 'team' | 'site' | 'segment' | 'service' | 'case_category';

interface Place {
  /** the row that moves; leave out while it is being made */
  readonly id?: string;
  readonly parentId: string | null;
}

/** Refuses a parent that is not there, or that hangs below the row itself. Moves in one tree follow each other until the transaction ends. */
export async function placeInTree(
  { db, orgId }: Pick<Operation, 'db' | 'orgId'>,
  table: TreeTable,
  { id, parentId }: Place,
): Promise<void> {
  if (parentId === null) return;
  await sql`select pg_advisory_xact_lock(hashtextextended(${`tree:${table}:${orgId}`}, 0))`.execute(db);
  const { rows } = await sql<{ id: string; deleted: boolean }>`
    with recursive above as (
      select id, parent_id, deleted_at from ${sql.table(table)} where org_id = ${orgId} and id = ${parentId}
      union
      select t.id, t.parent_id, t.deleted_at from ${sql.table(table)} t join above on t.id = above.parent_id where t.org_id = ${orgId}
    ) select id, deleted_at is not null as deleted from above`.execute(db);
  if (!rows.some((row) => row.id === parentId && !row.deleted)) throw invalidField('parentId', 'unknown_parent');
  if (rows.some((row) => row.id === id)) throw invalidField('parentId', 'circular');
}

/** What hung below a row that goes to the trash hangs below its parent from now on. */
export async function liftChildren({ db, orgId }: Pick<Operation, 'db' | 'orgId'>, table: TreeTable, id: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`tree:${table}:${orgId}`}, 0))`.execute(db);
  await sql`update ${sql.table(table)} child set parent_id = gone.parent_id from ${sql.table(table)} gone
    where child.org_id = ${orgId} and child.parent_id = ${id} and gone.org_id = ${orgId} and gone.id = ${id}`.execute(db);
}

/** A row that comes back hangs where it hung, or at the top when that place is gone. */
export async function takeOutOfTrash(
  { db, orgId }: Pick<Operation, 'db' | 'orgId'>,
  table: TreeTable,
  id: string,
): Promise<{ label: string } | null> {
  const { rows } = await sql<{ label: string }>`
    update ${sql.table(table)} back set deleted_at = null,
      parent_id = (select id from ${sql.table(table)} p where p.org_id = ${orgId} and p.id = back.parent_id and p.deleted_at is null)
    where org_id = ${orgId} and id = ${id} and deleted_at is not null returning name ->> 'zh' as label`.execute(db);
  return rows[0] ?? null;
}
