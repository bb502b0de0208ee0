import { sql } from 'kysely';
import type { Project, ProjectAction, updateAction as endpoint } from '@zhiheng/contract/improvement/projects';
import type { Parsed } from '@zhiheng/contract/endpoint';
import { changesBetween, givenFields } from '../../../platform/changes-between.ts';
import { changedMeanwhile, conflict, notFound } from '../../../platform/errors.ts';
import type { Call, Operation } from '../../../platform/operation.ts';
import { recordEvent } from '../../../platform/record-event.ts';
import { entityOf } from '../projects/project-rows.ts';
import { findProject, lockOpen } from '../projects/read-project.ts';
import type { VerdictSource } from '../projects/verdict-source.ts';
import { readActions } from './read-actions.ts';
import { checkAction, touchProject, writeDependencies } from './write-action.ts';

type Input = Pick<Parsed<typeof endpoint>, 'params' | 'body'>;
type Action = ReturnType<typeof fieldsOf>;

export const updateAction =
  (verdicts: VerdictSource) =>
  async (call: Call, { params, body: { version, ...body } }: Input): Promise<Project> => {
    const project = await lockOpen(call, params.id);
    const stored = await findAction(call, params);
    if (stored.version !== version) throw changedMeanwhile();
    const before = fieldsOf(stored);
    const after = { ...before, ...givenFields(body) };
    const changes = changesBetween(before, after);
    if (Object.keys(changes).length === 0) return findProject(call, params.id, verdicts);
    await checkAction(call, project, after);
    if ('dependsOn' in changes) await writeDependencies(call, params.id, { id: stored.id, dependsOn: after.dependsOn });
    await writeAction(call, stored, after);
    if (after.state === 'done' && before.state !== 'done') await checkNothingWaits(call, params);
    await touchProject(call, params.id);
    const type = after.state === 'done' && before.state !== 'done' ? 'action.done' : 'action.changed';
    await recordEvent(call, { type, entity: entityOf(project), data: { actionId: stored.id, title: after.title, ...changes } });
    return findProject(call, params.id, verdicts);
  };

async function findAction(operation: Operation, { id, actionId }: Input['params']): Promise<ProjectAction> {
  const action = (await readActions(operation, id)).find((one) => one.id === actionId);
  if (action === undefined) throw notFound('action');
  return action;
}

const fieldsOf = ({ phase, title, note, ownerId, teamId, startOn, dueOn, weight, dependsOn, state }: ProjectAction) => ({
  ...{ phase, title, note, ownerId, teamId, startOn, dueOn, weight, dependsOn, state },
});

/** A later deadline is told anew when it passes. */
async function writeAction({ db, orgId, now }: Operation, { id }: ProjectAction, after: Action): Promise<void> {
  await sql`
    update improvement_action set phase = ${after.phase}, title = ${after.title}, note = ${after.note}, owner_id = ${after.ownerId}::uuid,
      team_id = ${after.teamId}::uuid, start_on = ${after.startOn}::date, weight = ${after.weight}, state = ${after.state},
      told_late = case when due_on is distinct from ${after.dueOn}::date then 0 else told_late end, due_on = ${after.dueOn}::date,
      done_at = case when ${after.state} = 'done' then coalesce(done_at, ${now}) end, version = version + 1, updated_at = ${now}
    where org_id = ${orgId} and id = ${id}`.execute(db);
}

/** Nothing is done before what it waits for. */
async function checkNothingWaits(operation: Operation, params: Input['params']): Promise<void> {
  const { waitsFor } = await findAction(operation, params);
  if (waitsFor.length > 0) throw conflict('action_waits', { count: waitsFor.length });
}
