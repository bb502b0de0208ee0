import { sql } from 'kysely';
import type { Finding } from '@zhiheng/contract/findings/findings';
import type { FindingPriority, PriorityDefinition } from '@zhiheng/contract/findings/priority';
import type { Operation } from '../../../platform/operation.ts';

type Counted = FindingPriority['counted'];

/** Days before it was last seen. */
const lookBack = 90;

/** What the stored cases of the finding's slice say of its cost. Of the whole house nothing is counted: that would blame one finding for everything. */
export async function countCosts(operation: Operation, finding: Finding, { rates }: PriorityDefinition): Promise<Counted> {
  const { serviceId, siteId, teamId, segmentId, lastSeen } = finding;
  if ([serviceId, siteId, teamId, segmentId].every((id) => id === null)) return {};
  const complaints = await countComplaints(operation, finding);
  const until = lastSeen.slice(0, 10);
  return {
    complaints: {
      ...{ quantity: complaints, rate: rates.complaint, amount: complaints * rates.complaint, source: 'data' },
      note: `${lookBack} d – ${until}`,
    },
  };
}

async function countComplaints({ db, orgId }: Operation, { serviceId, siteId, teamId, segmentId, lastSeen }: Finding): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int4 as n from service_case c
    where c.org_id = ${orgId} and c.type = 'complaint' and c.status <> 'merged' and c.opened_at <= ${lastSeen}::timestamptz
      and c.opened_at > ${lastSeen}::timestamptz - make_interval(days => ${lookBack})
      and (${serviceId}::uuid is null or c.service_id = ${serviceId}::uuid) and (${siteId}::uuid is null or c.site_id = ${siteId}::uuid)
      and (${teamId}::uuid is null or c.team_id = ${teamId}::uuid) and (${segmentId}::uuid is null or c.segment_id = ${segmentId}::uuid)`.execute(
    db,
  );
  return rows[0]?.n ?? 0;
}
