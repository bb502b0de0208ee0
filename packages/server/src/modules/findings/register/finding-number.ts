import { sql } from 'kysely';
import type { Operation } from '../../../platform/operation.ts';

/** The next free number. Findings are few: one at a time. */
export async function nextFindingNumber({ db, orgId }: Operation): Promise<string> {
  const { rows } = await sql<{ taken: number }>`
    insert into number_block as b (org_id, kind, next) values (${orgId}, 'finding', 2)
    on conflict (org_id, kind) do update set next = b.next + 1 returning next - 1 as taken`.execute(db);
  return `F-${String(rows[0]?.taken ?? 1).padStart(5, '0')}`;
}
