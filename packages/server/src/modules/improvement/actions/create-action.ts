import { sql } from 'kysely';
import type { createAction as endpoint, Project } from '@zhiheng/contract/improvement/projects';
import type { Parsed } from '@zhiheng/contract/endpoint';
import { conflict } from '../../../platform/errors.ts';
import { newId } from '../../../platform/identifier.ts';
import type { Call, Operation } from '../../../platform/operation.ts';
import { recordEvent } from '../../../platform/record-event.ts';
import { entityOf } from '../projects/project-rows.ts';
import { findProject, lockOpen } from '../projects/read-project.ts';
import type { VerdictSource } from '../projects/verdict-source.ts';
import { checkAction, touchProject, writeDependencies } from './write-action.ts';

type Input = Pick<Parsed<typeof endpoint>, 'params' | 'body'>;

export const createAction =
  (verdicts: VerdictSource) =>
  async (call: Call, { params, body }: Input): Promise<Project> => {
    await insertAction(call, params.id, body);
    return findProject(call, params.id, verdicts);
  };

const mostActions = 300;

/** Adds an action to a project that goes on; also for what meetings decide. */
export async function insertAction(operation: Operation, projectId: string, body: Input['body']): Promise<string> {
  const project = await lockOpen(operation, projectId);
  if (project.actions >= mostActions) throw conflict('project_too_many_actions', { most: mostActions });
  const { phase, title, note = '', ownerId = null, teamId = null, startOn = null, dueOn = null, weight = 1, dependsOn = [] } = body;
  const action = { phase, title, note, ownerId, teamId, startOn, dueOn, weight, dependsOn };
  await checkAction(operation, project, action);
  const { db, orgId, now } = operation;
  const id = newId();
  await sql`
    insert into improvement_action (org_id, id, project_id, phase, title, note, owner_id, team_id, start_on, due_on, weight, created_at, updated_at)
    values (${orgId}, ${id}, ${projectId}, ${phase}, ${title}, ${note}, ${ownerId}::uuid, ${teamId}::uuid, ${startOn}::date, ${dueOn}::date,
      ${weight}, ${now}, ${now})`.execute(db);
  await writeDependencies(operation, projectId, { id, dependsOn });
  await touchProject(operation, projectId);
  await recordEvent(operation, {
    type: 'action.created',
    entity: entityOf(project),
    data: { actionId: id, title, ownerId, teamId, dueOn },
  });
  return id;
}
