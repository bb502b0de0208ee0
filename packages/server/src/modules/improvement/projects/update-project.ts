import { sql } from 'kysely';
import type { Project, updateProject as endpoint } from '@zhiheng/contract/improvement/projects';
import type { Parsed } from '@zhiheng/contract/endpoint';
import { changesBetween, givenFields } from '../../../platform/changes-between.ts';
import { conflict } from '../../../platform/errors.ts';
import type { Call } from '../../../platform/operation.ts';
import { recordEvent } from '../../../platform/record-event.ts';
import { checkProject } from './check-project.ts';
import { entityOf } from './project-rows.ts';
import { findProject, lockVersion, type ProjectRecord } from './read-project.ts';
import type { VerdictSource } from './verdict-source.ts';
import { writeLinks } from './write-links.ts';

type Input = Pick<Parsed<typeof endpoint>, 'params' | 'body'>;

export const updateProject =
  (verdicts: VerdictSource) =>
  async (call: Call, { params, body: { version, ...body } }: Input): Promise<Project> => {
    const record = await lockVersion(call, params.id, version);
    const before = fieldsOf(record);
    const after = { ...before, ...givenFields(body) };
    const changes = changesBetween(before, after);
    checkMayChange(record, Object.keys(changes));
    if (Object.keys(changes).length === 0) return findProject(call, params.id, verdicts);
    await checkProject(call, after);
    const { db, orgId, now, actor } = call;
    await sql`
      update improvement_project set title = ${after.title}, goal = ${after.goal}, indicator_code = ${after.indicatorCode},
        target_value = ${after.targetValue}, owner_id = ${after.ownerId}::uuid, start_on = ${after.startOn}::date, due_on = ${after.dueOn}::date,
        budget = ${after.budget}, spent = ${after.spent}, version = version + 1, updated_at = ${now}, updated_by = ${actor.accountId}::uuid
      where org_id = ${orgId} and id = ${params.id}`.execute(db);
    await writeLinks(call, params.id, after);
    await recordEvent(call, { type: 'project.changed', entity: entityOf({ ...record, title: after.title }), data: changes });
    return findProject(call, params.id, verdicts);
  };

const fieldsOf = ({
  title,
  goal,
  indicatorCode,
  targetValue,
  ownerId,
  startOn,
  dueOn,
  budget,
  spent,
  findingIds,
  causes,
}: ProjectRecord) => ({
  ...{ title, goal, indicatorCode, targetValue, ownerId, startOn, dueOn, budget, spent, findingIds, causes },
});

/** What is to be reached stands still once the work has begun; what was spent is known only afterwards. */
function checkMayChange({ state }: ProjectRecord, fields: readonly string[]): void {
  if ((state === 'closed' || state === 'stopped') && fields.some((field) => field !== 'spent')) throw conflict('project_over');
  const fixed = ['goal', 'indicatorCode', 'targetValue'];
  if (state !== 'draft' && fields.some((field) => fixed.includes(field))) throw conflict('project_goal_fixed');
}
