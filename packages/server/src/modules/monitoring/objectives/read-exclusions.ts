import { sql } from 'kysely';
import type { ObjectiveExclusion } from '@zhiheng/contract/monitoring/objectives';
import type { Operation } from '../../../platform/operation.ts';

type Row = Omit<ObjectiveExclusion, 'from' | 'to' | 'enteredAt' | 'decidedAt'> & {
  readonly from: Date;
  readonly to: Date;
  readonly enteredAt: Date;
  readonly decidedAt: Date | null;
};

/** Exclusions of an objective, the newest time first. */
export async function readExclusions({ db, orgId }: Pick<Operation, 'db' | 'orgId'>, objectiveId: string): Promise<ObjectiveExclusion[]> {
  const { rows } = await sql<Row>`
    select e.id, e.from_at as "from", e.to_at as "to", e.reason, jsonb_build_object('id', p.id, 'name', p.name) as "enteredBy",
      e.entered_at as "enteredAt", e.state, d.name as "decidedBy", e.decided_at as "decidedAt", e.note
    from objective_exclusion e
    join account p on p.org_id = ${orgId} and p.id = e.entered_by
    left join account d on d.org_id = ${orgId} and d.id = e.decided_by
    where e.org_id = ${orgId} and e.objective_id = ${objectiveId} order by e.from_at desc, e.id desc`.execute(db);
  return rows.map((row) => ({
    ...row,
    ...{ from: row.from.toISOString(), to: row.to.toISOString() },
    ...{ enteredAt: row.enteredAt.toISOString(), decidedAt: row.decidedAt?.toISOString() ?? null },
  }));
}
