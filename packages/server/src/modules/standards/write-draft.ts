import { sql } from 'kysely';
import type { StandardVersion } from '@zhiheng/contract/standards/standards';
import type { Operation } from '../../platform/operation.ts';

/** Writes the open version, and notes who wrote: none of them may approve it. */
export async function writeDraft(
  { db, orgId, now, actor }: Operation,
  standardId: string,
  { number, clauses, reason }: Pick<StandardVersion, 'number' | 'clauses' | 'reason'>,
): Promise<void> {
  const writers = actor.accountId === null ? [] : [actor.accountId];
  await sql`
    insert into standard_version (org_id, standard_id, number, state, clauses, reason, writers, saved_at)
    values (${orgId}, ${standardId}, ${number}, 'draft', ${JSON.stringify(clauses)}::jsonb, ${reason}, ${writers}::uuid[], ${now})
    on conflict (org_id, standard_id, number) do update set clauses = excluded.clauses, reason = excluded.reason, saved_at = excluded.saved_at,
      writers = array(select distinct w from unnest(standard_version.writers || excluded.writers) w order by w)`.execute(db);
}
