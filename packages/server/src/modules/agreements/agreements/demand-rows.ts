import { sql } from 'kysely';
import type { Operation } from '../../../platform/operation.ts';

export type Named = 'business_calendar' | 'service_contract' | 'customer' | 'segment' | 'service' | 'team' | 'supplier';

const form = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Those of the ids that no row in use has. What is no id at all is among them. */
export async function unknownIds(
  { db, orgId }: Pick<Operation, 'db' | 'orgId'>,
  table: Named,
  ids: readonly string[],
): Promise<Set<string>> {
  const wanted = ids.filter((id) => form.test(id));
  if (wanted.length === 0) return new Set(ids);
  const { rows } = await sql<{ id: string }>`
    select id from ${sql.table(table)} where org_id = ${orgId} and id = any(${wanted}::uuid[]) and deleted_at is null`.execute(db);
  const known = new Set(rows.map(({ id }) => id));
  return new Set(ids.filter((id) => !known.has(id)));
}
