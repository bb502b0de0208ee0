import { sql } from 'kysely';
import type { createProject as endpoint, Project } from '@zhiheng/contract/improvement/projects';
import type { Parsed } from '@zhiheng/contract/endpoint';
import type { Locale } from '@zhiheng/contract/values/text';
import { newId } from '../../../platform/identifier.ts';
import type { Call, Operation } from '../../../platform/operation.ts';
import { recordEvent } from '../../../platform/record-event.ts';
import { checkProject } from './check-project.ts';
import { planSteps } from './plan-steps.rules.ts';
import { nextNumber } from './project-number.ts';
import { entityOf } from './project-rows.ts';
import { findProject } from './read-project.ts';
import type { VerdictSource } from './verdict-source.ts';
import { writeLinks } from './write-links.ts';

type Body = Parsed<typeof endpoint>['body'];

export const createProject =
  (verdicts: VerdictSource) =>
  async (call: Call, { body }: Pick<Parsed<typeof endpoint>, 'body'>): Promise<Project> => {
    const id = await insertProject(call, body);
    return findProject(call, id, verdicts);
  };

/** Begins a project; also for modules that stand above and for what turns into one. */
export async function insertProject(operation: Operation, body: Body): Promise<string> {
  const { db, orgId, now, actor } = operation;
  const { title, template, goal = '', indicatorCode = null, targetValue = null, ownerId = actor.accountId, startOn, dueOn } = body;
  const { budget = null, spent = 0, findingIds = [], causes = [] } = body;
  await checkProject(operation, { startOn, dueOn, ownerId, indicatorCode, findingIds });
  const [id, number] = [newId(), await nextNumber(operation, 'project', 'P')];
  await sql`
    insert into improvement_project (org_id, id, number, title, template, goal, indicator_code, target_value, owner_id, start_on, due_on, budget, spent,
      created_at, updated_at, updated_by)
    values (${orgId}, ${id}, ${number}, ${title}, ${template}, ${goal}, ${indicatorCode}, ${targetValue}, ${ownerId}::uuid, ${startOn}::date,
      ${dueOn}::date, ${budget}, ${spent}, ${now}, ${now}, ${actor.accountId}::uuid)`.execute(db);
  await writeLinks(operation, id, { findingIds, causes });
  if (body.steps) await insertSteps(operation, id, body);
  await recordEvent(operation, { type: 'project.created', entity: entityOf({ id, number, title }), data: { template, findingIds } });
  return id;
}

/** Each step of the template waits for the one before. */
async function insertSteps(operation: Operation, projectId: string, { template, startOn, dueOn }: Body): Promise<void> {
  const { db, orgId, now } = operation;
  const locale = await readLocale(operation);
  const steps = planSteps(template, { startOn, dueOn, locale }).map((step) => ({ ...step, id: newId() }));
  await sql`
    insert into improvement_action (org_id, id, project_id, phase, title, start_on, due_on, weight, created_at, updated_at)
    select ${orgId}, s.id, ${projectId}, s.phase, s.title, s."startOn", s."dueOn", s.weight, ${now}, ${now}
    from jsonb_to_recordset(${JSON.stringify(steps)}::jsonb)
      as s(id uuid, phase text, title text, "startOn" date, "dueOn" date, weight int4)`.execute(db);
  const pairs = steps.slice(1).map(({ id }, at) => ({ id, needs: steps[at]?.id }));
  await sql`
    insert into improvement_dependency (org_id, action_id, needs_id)
    select ${orgId}, d.id, d.needs from jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb) as d(id uuid, needs uuid)`.execute(db);
}

/** The language of whoever begins the project, else that of the house. */
async function readLocale({ db, orgId, actor }: Operation): Promise<Locale> {
  const { rows } = await sql<{ locale: Locale }>`
    select coalesce(a.locale, o.locale) as locale from organisation o
    left join account a on a.org_id = ${orgId} and a.id = ${actor.accountId}::uuid where o.org_id = ${orgId}`.execute(db);
  return rows[0]?.locale ?? 'zh';
}
