import { sql } from 'kysely';
import type { SliceBy } from '@zhiheng/contract/evaluation/scores';
import type { LocalText } from '@zhiheng/contract/values/text';
import type { Operation } from '../../platform/operation.ts';

interface NamedSlice {
  readonly id: string;
  readonly name: LocalText;
}

/** Names of services, teams, sites or segments in the order of their codes; those in the trash keep their figures and their name. */
export async function nameSlices({ db, orgId }: Operation, by: SliceBy, ids: readonly string[]): Promise<NamedSlice[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<NamedSlice>`
    select id, name from ${sql.table(by)} where org_id = ${orgId} and id = any(${ids}::uuid[]) order by code`.execute(db);
  return rows;
}
