import { sql } from 'kysely';
import type { Operation } from '../../../platform/operation.ts';

/** The next free number of a verification, such as `V-0007`. One that is taken and not kept is a gap. */
export async function nextVerificationNumber({ db, orgId }: Operation): Promise<string> {
  const { rows } = await sql<{ number: number }>`
    insert into number_block as b (org_id, kind, next) values (${orgId}, 'verification', 2)
    on conflict (org_id, kind) do update set next = b.next + 1 returning next - 1 as number`.execute(db);
  return `V-${String(rows[0]?.number ?? 1).padStart(4, '0')}`;
}
