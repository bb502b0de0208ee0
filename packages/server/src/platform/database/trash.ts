import { sql } from 'kysely';
import { notFound } from '../errors.ts';
import type { Operation } from '../operation.ts';
import type { DB } from './schema.gen.ts';

/** Tables whose rows can lie in the trash. */
type Trashable = { [Table in keyof DB]: 'deleted_at' extends keyof DB[Table] ? Table : never }[keyof DB];

/** Puts a row into the trash that the caller has locked. */
export async function putAway({ db, orgId, now }: Operation, table: Trashable, id: string): Promise<void> {
  await sql`update ${sql.table(table)} set deleted_at = ${now} where org_id = ${orgId} and id = ${id}`.execute(db);
}

/** Takes a row out of the trash as it was, and says which; what does not lie there is not found. */
export async function takeOut<Row>({ db, orgId }: Operation, table: Trashable, id: string): Promise<Row> {
  const { rows } = await sql<Row>`
    update ${sql.table(table)} set deleted_at = null where org_id = ${orgId} and id = ${id} and deleted_at is not null returning *`.execute(
    db,
  );
  const [row] = rows;
  if (row === undefined) throw notFound(table);
  return row;
}
