import { sql } from 'kysely';
import type { LocalText } from '@zhiheng/contract/values/text';
import type { Operation } from '../../../platform/operation.ts';
import { dimensions } from '../results/cell.rules.ts';
import type { PlaceNames } from './axis.rules.ts';

/** Services, sites, teams and segments, those that were deleted too: answers still belong to them. */
export async function readPlaces({ db, orgId }: Operation): Promise<PlaceNames> {
  const found = { service: [], site: [], team: [], segment: [] } as { -readonly [K in keyof PlaceNames]: PlaceNames[K] };
  for (const dimension of dimensions) {
    const { rows } = await sql<{ key: string; name: LocalText }>`
      select id as key, name from ${sql.table(dimension)} where org_id = ${orgId} order by code, id`.execute(db);
    found[dimension] = rows;
  }
  return found;
}
