import { sql } from 'kysely';
import type { SegmentRule } from '@zhiheng/contract/customers/customers';
import type { Operation } from '../../platform/operation.ts';

/** Segments that are not in the trash, in the order in which their rules are tried; those without a rule come last. */
export async function listSegmentRules({ db, orgId }: Pick<Operation, 'db' | 'orgId'>): Promise<{ items: SegmentRule[] }> {
  const { rows } = await sql<SegmentRule>`
    select s.id as "segmentId", s.name, s.code, r.level, coalesce(r.tests, '[]'::jsonb) as tests,
      (select count(*)::int4 from customer c where c.org_id = ${orgId} and c.segment_id = s.id and c.deleted_at is null) as customers
    from segment s left join segment_rule r on r.org_id = ${orgId} and r.segment_id = s.id
    where s.org_id = ${orgId} and s.deleted_at is null order by r.position nulls last, s.code`.execute(db);
  return { items: rows };
}
