import { sql } from 'kysely';
import type { Operation } from '../../../platform/operation.ts';

/** The next number of a study, such as FS-0001. Taken in the transaction of the study; studies are rare enough to wait for each other. */
export async function nextStudyCode({ db, orgId }: Pick<Operation, 'db' | 'orgId'>): Promise<string> {
  const { rows } = await sql<{ number: number }>`
    insert into number_block as b (org_id, kind, next) values (${orgId}, 'field-study', 2)
    on conflict (org_id, kind) do update set next = b.next + 1 returning next - 1 as number`.execute(db);
  return `FS-${String(rows[0]?.number ?? 1).padStart(4, '0')}`;
}
