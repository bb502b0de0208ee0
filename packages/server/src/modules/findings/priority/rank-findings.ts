import { sql } from 'kysely';
import type { Reply } from '@zhiheng/contract/endpoint';
import type { FindingPriority, rankFindings as endpoint } from '@zhiheng/contract/findings/priority';
import type { Operation } from '../../../platform/operation.ts';
import { isActive } from '../register/filter-findings.ts';
import { isOverdue } from '../register/finding-rows.ts';
import { costScoreOf, totalOf } from './cost.rules.ts';
import { getPriorityModel } from './priority-model.ts';
import { priorityOf } from './priority-of.ts';
import { listCapacities } from './team-capacities.ts';

type Ranked = Reply<typeof endpoint>['items'][number];
type Row = Omit<Ranked, 'costTotal' | 'costScore'> & { readonly costs: FindingPriority['costs']; readonly total: number };

const mostRanked = 200;

/** What is not scored comes last, the gravest first. */
export async function rankFindings(operation: Operation): Promise<Reply<typeof endpoint>> {
  const { db, orgId } = operation;
  const model = await getPriorityModel(operation);
  const { rows } = await sql<Row>`
    select f.id, f.number, f.title, f.state, f.severity, f.kind, a.name as owner, to_char(f.due_on, 'YYYY-MM-DD') as "dueOn",
      ${isOverdue(orgId)} as overdue, f.scores, f.costs, ${priorityOf(orgId)} as priority, count(*) over ()::int4 as total
    from finding f left join account a on a.org_id = ${orgId} and a.id = f.owner_id
    where f.org_id = ${orgId} and f.merged_into is null and ${isActive}
    order by priority desc nulls last, array_position(array['high', 'medium', 'low'], f.severity), f.last_seen desc limit ${mostRanked}`.execute(
    db,
  );
  return {
    model,
    items: rows.map(({ costs, total: _total, ...row }) => {
      const costTotal = totalOf(costs);
      return { ...row, costTotal, costScore: costTotal === null ? null : costScoreOf(costTotal, model.costBands) };
    }),
    total: rows[0]?.total ?? 0,
    capacities: await listCapacities(operation),
  };
}
