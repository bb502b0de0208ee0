import { newId } from '../../platform/identifier.ts';
import type { Operation } from '../../platform/operation.ts';

/** Id of the source with this code, made when it is new. */
export async function ensureSource({ db, orgId }: Operation, code: string, demo = false): Promise<string> {
  const known = await findSource(db, orgId, code);
  if (known !== undefined) return known.id;
  await db
    .insertInto('source')
    .values({ org_id: orgId, id: newId(), code, demo })
    .onConflict((conflict) => conflict.constraint('source_code_taken').doNothing())
    .execute();
  const made = await findSource(db, orgId, code);
  if (made === undefined) throw new Error(`source ${code} vanished`);
  return made.id;
}

const findSource = (db: Operation['db'], orgId: string, code: string) =>
  db.selectFrom('source').select('id').where('org_id', '=', orgId).where('code', '=', code).executeTakeFirst();
