import { sql } from 'kysely';
import type { deleteAction as endpoint, Project } from '@zhiheng/contract/improvement/projects';
import type { Parsed } from '@zhiheng/contract/endpoint';
import { conflict, notFound } from '../../../platform/errors.ts';
import type { Call } from '../../../platform/operation.ts';
import { recordEvent } from '../../../platform/record-event.ts';
import { entityOf } from '../projects/project-rows.ts';
import { findProject, lockOpen } from '../projects/read-project.ts';
import type { VerdictSource } from '../projects/verdict-source.ts';
import { touchProject } from './write-action.ts';

/** What was done stays: progress is read from it. */
export const deleteAction =
  (verdicts: VerdictSource) =>
  async (call: Call, { params }: Pick<Parsed<typeof endpoint>, 'params'>): Promise<Project> => {
    const { db, orgId } = call;
    const project = await lockOpen(call, params.id);
    const { rows } = await sql<{ title: string; state: string }>`
      select title, state from improvement_action where org_id = ${orgId} and project_id = ${params.id} and id = ${params.actionId}`.execute(
      db,
    );
    const [action] = rows;
    if (action === undefined) throw notFound('action');
    if (action.state === 'done') throw conflict('action_is_done');
    await sql`delete from improvement_action where org_id = ${orgId} and id = ${params.actionId}`.execute(db);
    await touchProject(call, params.id);
    await recordEvent(call, {
      type: 'action.deleted',
      entity: entityOf(project),
      data: { actionId: params.actionId, title: action.title },
    });
    return findProject(call, params.id, verdicts);
  };
