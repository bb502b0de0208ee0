import { sql } from 'kysely';
import type { Project } from '@zhiheng/contract/improvement/projects';
import { houseDay } from '../../../platform/database/house-day.ts';
import { changedMeanwhile, conflict, notFound } from '../../../platform/errors.ts';
import type { Operation } from '../../../platform/operation.ts';
import { readActions } from '../actions/read-actions.ts';
import { projectRowOf, projectsFrom, rowColumns, type ProjectRowRecord } from './project-rows.ts';
import { nextState, obstaclesTo } from './state.rules.ts';
import type { VerdictSource } from './verdict-source.ts';

type Own = Pick<
  Project,
  | 'goal'
  | 'findings'
  | 'indicatorCode'
  | 'indicatorName'
  | 'targetValue'
  | 'budget'
  | 'spent'
  | 'findingIds'
  | 'causes'
  | 'unverifiedReason'
  | 'version'
>;
/** What is stored of a project itself. */
export type ProjectRecord = ProjectRowRecord & Own & { readonly verificationId: string | null };

/** Throws 404 when it is in the trash. */
export async function readRecord(operation: Operation, id: string): Promise<ProjectRecord> {
  const { db, orgId, now } = operation;
  const today = await houseDay(operation, now);
  const { rows } = await sql<ProjectRecord>`
    select ${rowColumns(today)}, p.goal, p.indicator_code as "indicatorCode", i.name as "indicatorName", p.target_value as "targetValue",
      p.budget, p.spent, p.unverified_reason as "unverifiedReason", p.verification_id as "verificationId", p.version,
      array(select finding_id from improvement_finding where org_id = ${orgId} and project_id = p.id order by finding_id) as "findingIds",
      (select coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'number', f.number, 'title', f.title, 'state', f.state) order by f.number), '[]')
        from improvement_finding l join finding f on f.org_id = ${orgId} and f.id = l.finding_id
        where l.org_id = ${orgId} and l.project_id = p.id) as findings,
      (select coalesce(jsonb_agg(jsonb_build_object('analysisId', analysis_id, 'nodeId', node_id) order by analysis_id, node_id), '[]')
        from improvement_cause where org_id = ${orgId} and project_id = p.id) as causes
    from ${projectsFrom(operation, today)} left join indicator i on i.org_id = ${orgId} and i.code = p.indicator_code
    where p.org_id = ${orgId} and p.id = ${id} and p.deleted_at is null`.execute(db);
  const [row] = rows;
  if (row === undefined) throw notFound('project');
  return row;
}

/** The same, held until the transaction ends. */
export async function lockRecord(operation: Operation, id: string): Promise<ProjectRecord> {
  await sql`select from improvement_project where org_id = ${operation.orgId} and id = ${id} for no key update`.execute(operation.db);
  return readRecord(operation, id);
}

/** For a change by somebody who has read `version`. */
export async function lockVersion(operation: Operation, id: string, version: number): Promise<ProjectRecord> {
  const record = await lockRecord(operation, id);
  if (record.version !== version) throw changedMeanwhile();
  return record;
}

/** For work on a project that goes on. */
export async function lockOpen(operation: Operation, id: string): Promise<ProjectRecord> {
  const record = await lockRecord(operation, id);
  if (record.state === 'closed' || record.state === 'stopped') throw conflict('project_over');
  return record;
}

/** A project as its page shows it. */
export async function findProject(operation: Operation, id: string, verdicts: VerdictSource): Promise<Project> {
  const { verificationId: _, ...record } = await readRecord(operation, id);
  const {
    goal,
    findings,
    indicatorCode,
    indicatorName,
    targetValue,
    budget,
    spent,
    findingIds,
    causes,
    unverifiedReason,
    version,
    ...row
  } = record;
  const [plan, verdict] = [await verdicts.planOf(operation, id), await verdicts.verdictOf(operation, id)];
  const to = nextState(record);
  return {
    ...projectRowOf(row),
    ...{ goal, findings, indicatorCode, indicatorName, targetValue, budget, spent, findingIds, causes, unverifiedReason, version },
    verification: plan === null ? null : { id: plan.id, registeredAt: plan.registeredAt.toISOString() },
    verdict: verdict === null ? null : { ...verdict, at: verdict.at.toISOString(), interval: verdict.interval && [...verdict.interval] },
    actions: await readActions(operation, id),
    next: to === null ? null : { state: to, missing: obstaclesTo(record, { plan, verdict, unverifiedReason: '' }) },
    moves: await readMoves(operation, id),
    history: await readHistory(operation, id),
  };
}

async function readMoves({ db, orgId }: Operation, projectId: string): Promise<Project['moves']> {
  const { rows } = await sql<Omit<Project['moves'][number], 'at'> & { readonly at: Date }>`
    select m.from_state as "from", m.to_state as "to", m.outcome, m.reason, m.at, a.name as by
    from improvement_move m left join account a on a.org_id = ${orgId} and a.id = m.moved_by
    where m.org_id = ${orgId} and m.project_id = ${projectId} order by m.id desc`.execute(db);
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}

/** The newest entries of the log of a project and its actions. */
async function readHistory({ db, orgId }: Operation, projectId: string): Promise<Project['history']> {
  const { rows } = await sql<Omit<Project['history'][number], 'at'> & { readonly at: Date }>`
    select e.type, e.at, a.name as by, e.data from event e left join account a on a.org_id = ${orgId} and a.id = e.actor_id
    where e.org_id = ${orgId} and e.entity_kind = 'project' and e.entity_id = ${projectId} order by e.id desc limit 100`.execute(db);
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}
