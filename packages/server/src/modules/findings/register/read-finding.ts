import { sql } from 'kysely';
import type { Finding, FindingEvidence } from '@zhiheng/contract/findings/findings';
import { notFound } from '../../../platform/errors.ts';
import type { Operation } from '../../../platform/operation.ts';
import { findingColumns, findingNames, findingRowOf, type FindingRecord } from './finding-rows.ts';

type Rest = Pick<Finding, 'description' | 'indicatorName' | 'reason' | 'closedBy' | 'mergedInto'> & { readonly closedAt: Date | null };
type EvidenceRecord = Omit<FindingEvidence, 'at'> & { readonly at: Date };
type HistoryRecord = Omit<Finding['history'][number], 'at'> & { readonly at: Date };

export async function findFinding(operation: Operation, id: string): Promise<Finding> {
  const { db, orgId } = operation;
  const { rows } = await sql<FindingRecord & Rest>`
    select ${findingColumns(orgId)}, f.description, i.name as "indicatorName", f.reason, f.closed_at as "closedAt", c.name as "closedBy",
      case when m.id is null then null else jsonb_build_object('id', m.id, 'number', m.number) end as "mergedInto"
    from finding f ${findingNames(orgId)}
    left join indicator i on i.org_id = ${orgId} and i.code = f.indicator
    left join account c on c.org_id = ${orgId} and c.id = f.closed_by
    left join finding m on m.org_id = ${orgId} and m.id = f.merged_into
    where f.org_id = ${orgId} and f.id = ${id}`.execute(db);
  const [row] = rows;
  if (row === undefined) throw notFound('finding');
  const { description, indicatorName, reason, closedAt, closedBy, mergedInto, ...columns } = row;
  return {
    ...findingRowOf(columns),
    ...{ description, indicatorName, reason, closedBy, mergedInto, closedAt: closedAt?.toISOString() ?? null },
    evidence: await readEvidence(operation, id),
    history: await readHistory(operation, id),
  };
}

/** What shows it, the newest first. */
async function readEvidence({ db, orgId }: Operation, findingId: string): Promise<FindingEvidence[]> {
  const { rows } = await sql<EvidenceRecord>`
    select e.id, e.kind, e.entity_id as "entityId", e.label, e.note, e.href, e.figure, e.at, a.name as by
    from finding_evidence e left join account a on a.org_id = ${orgId} and a.id = e.added_by
    where e.org_id = ${orgId} and e.finding_id = ${findingId} order by e.at desc, e.id desc`.execute(db);
  return rows.map(({ at, ...row }) => ({ ...row, at: at.toISOString() }));
}

const mostHistory = 200;

async function readHistory({ db, orgId }: Operation, findingId: string): Promise<Finding['history']> {
  const { rows } = await sql<HistoryRecord>`
    select e.type, e.at, a.name as by, e.data
    from event e left join account a on a.org_id = ${orgId} and a.id = e.actor_id
    where e.org_id = ${orgId} and e.entity_kind = 'finding' and e.entity_id = ${findingId} order by e.id desc limit ${mostHistory}`.execute(
    db,
  );
  return rows.map(({ at, ...row }) => ({ ...row, at: at.toISOString() }));
}
