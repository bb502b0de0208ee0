import { sql } from 'kysely';
import type { ProjectAction } from '@zhiheng/contract/improvement/projects';
import { phasesOf } from '@zhiheng/contract/improvement/project-phases';
import { conflict, invalid, invalidField } from '../../../platform/errors.ts';
import type { Operation } from '../../../platform/operation.ts';
import type { ProjectRecord } from '../projects/read-project.ts';
import { hasCircle, type Dependency } from './dependency.rules.ts';

export type ActionFields = Pick<
  ProjectAction,
  'phase' | 'title' | 'note' | 'ownerId' | 'teamId' | 'startOn' | 'dueOn' | 'weight' | 'dependsOn'
>;

/** Refuses an action of a phase that the template does not have, or that names what is not there. */
export async function checkAction({ db, orgId }: Operation, project: Pick<ProjectRecord, 'template'>, action: ActionFields): Promise<void> {
  const { phase, startOn, dueOn, ownerId, teamId } = action;
  const { rows } = await sql<{ path: string; code: string }>`
    select 'ownerId' as path, 'unknown_account' as code where ${ownerId}::uuid is not null
      and not exists (select from account where org_id = ${orgId} and id = ${ownerId}::uuid and deleted_at is null)
    union all select 'teamId', 'unknown_team' where ${teamId}::uuid is not null
      and not exists (select from team where org_id = ${orgId} and id = ${teamId}::uuid and deleted_at is null)`.execute(db);
  const phases: readonly string[] = phasesOf[project.template];
  const faults = [
    ...(phases.includes(phase) ? [] : [{ path: 'phase', code: 'unknown_phase' }]),
    ...(startOn !== null && dueOn !== null && dueOn < startOn ? [{ path: 'dueOn', code: 'until_before_from' }] : []),
    ...rows,
  ];
  if (faults.length > 0) throw invalid(faults);
}

/** Sets what an action waits for: others of the same project, and never itself, not over others either. The caller holds the project. */
export async function writeDependencies(
  { db, orgId }: Operation,
  projectId: string,
  { id, dependsOn }: { id: string; dependsOn: readonly string[] },
): Promise<void> {
  await sql`delete from improvement_dependency where org_id = ${orgId} and action_id = ${id}`.execute(db);
  if (dependsOn.length === 0) return;
  if (dependsOn.includes(id)) throw conflict('action_circle');
  const { rows } = await sql<{ id: string }>`
    insert into improvement_dependency (org_id, action_id, needs_id)
    select ${orgId}, ${id}, n.id from improvement_action n
    where n.org_id = ${orgId} and n.project_id = ${projectId} and n.id = any(${dependsOn}::uuid[]) returning needs_id as id`.execute(db);
  if (rows.length < new Set(dependsOn).size) throw invalidField('dependsOn', 'unknown_action');
  const all = await sql<Dependency>`
    select l.action_id as id, l.needs_id as needs from improvement_dependency l
    join improvement_action a on a.org_id = ${orgId} and a.id = l.action_id and a.project_id = ${projectId}
    where l.org_id = ${orgId}`.execute(db);
  if (hasCircle(all.rows)) throw conflict('action_circle');
}

/** A change of an action is one of its project. */
export async function touchProject({ db, orgId, now, actor }: Operation, projectId: string): Promise<void> {
  await sql`update improvement_project set updated_at = ${now}, updated_by = ${actor.accountId}::uuid
    where org_id = ${orgId} and id = ${projectId}`.execute(db);
}
