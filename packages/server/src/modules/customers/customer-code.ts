import { sql } from 'kysely';
import type { Operation } from '../../platform/operation.ts';

/** A code that no customer has yet, when nobody gives one. Codes given by hand are passed over. */
export async function nextCustomerCode({ db, orgId }: Pick<Operation, 'db' | 'orgId'>): Promise<string> {
  for (;;) {
    const { rows } = await sql<{ number: number }>`
      insert into number_block as b (org_id, kind, next) values (${orgId}, 'customer', 2)
      on conflict (org_id, kind) do update set next = b.next + 1 returning next - 1 as number`.execute(db);
    const code = `K-${String(rows[0]?.number ?? 1).padStart(6, '0')}`;
    const taken = await db.selectFrom('customer').select('id').where('org_id', '=', orgId).where('code', '=', code).executeTakeFirst();
    if (taken === undefined) return code;
  }
}
