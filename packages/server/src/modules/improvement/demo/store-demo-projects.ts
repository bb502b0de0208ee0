import { sql } from 'kysely';
import type { ProjectState } from '@zhiheng/contract/improvement/project-kind';
import type { Locale } from '@zhiheng/contract/values/text';
import { newId } from '../../../platform/identifier.ts';
import type { Operation } from '../../../platform/operation.ts';
import { planSteps } from '../projects/plan-steps.rules.ts';
import { demoProjects } from './demo-projects.rules.ts';

type DemoProject = (typeof demoProjects)[number];
export interface DemoProjectsPlan {
  readonly locale: Locale;
  /** of the problem that the demo hides */
  readonly indicator: string | null;
}

const day = 86_400_000;
const dayAt = (now: Date, days: number): string => new Date(now.getTime() + days * day).toISOString().slice(0, 10);

/** A project that is over, one that runs, and one that waits for a verification to be registered before it may begin. */
export async function storeDemoProjects(operation: Operation, plan: DemoProjectsPlan): Promise<void> {
  const people = await readPeople(operation);
  for (const project of demoProjects) {
    const id = await storeProject(operation, project, { ...plan, ownerId: people.ownerId });
    await storeActions(operation, project, { id, locale: plan.locale, ...people });
    await storeMoves(operation, project, { id, locale: plan.locale });
    if (project.aboutProblem) await linkFindings(operation, id);
  }
}

async function storeProject(
  operation: Operation,
  project: DemoProject,
  { locale, indicator, ownerId }: DemoProjectsPlan & { ownerId: string | null },
) {
  const { db, orgId, now } = operation;
  const id = newId();
  // The numbers of real projects go on as if there had been no demo.
  const number = `P-D${demoProjects.indexOf(project) + 1}`;
  await db
    .insertInto('improvement_project')
    .values({
      ...{ org_id: orgId, id, number, template: project.template, state: project.state, owner_id: ownerId, demo: true },
      ...{ title: project.title[locale], goal: project.goal[locale], budget: project.budget, spent: project.spent },
      indicator_code: project.aboutProblem ? indicator : null,
      outcome: project.state === 'closed' ? 'not-verified' : null,
      unverified_reason: project.unverified?.[locale] ?? '',
      ...{ start_on: dayAt(now, project.from), due_on: dayAt(now, project.until), created_at: now, updated_at: now },
    })
    .execute();
  return id;
}

interface People {
  readonly ownerId: string | null;
  readonly teamIds: readonly string[];
}

/** The steps of the template; teams take turns. */
async function storeActions(
  operation: Operation,
  project: DemoProject,
  { id, locale, ownerId, teamIds }: People & { id: string; locale: Locale },
) {
  const { db, orgId, now } = operation;
  const days = { startOn: dayAt(now, project.from), dueOn: dayAt(now, project.until), locale };
  const steps = planSteps(project.template, days).map((step, at) => ({ ...step, id: newId(), state: project.steps[at] ?? 'to-do', at }));
  const actions = steps.map(({ startOn, dueOn, at, ...step }) => ({
    ...{ ...step, org_id: orgId, project_id: id, owner_id: ownerId, team_id: teamIds[at % Math.max(1, teamIds.length)] ?? null },
    ...{ start_on: startOn, due_on: dueOn, done_at: step.state === 'done' ? new Date(dueOn) : null },
    // What is late in the demo is nobody's news.
    ...{ told_late: 3, created_at: now, updated_at: now },
  }));
  await db.insertInto('improvement_action').values(actions).execute();
  const pairs = steps.slice(1).map((step, at) => ({ org_id: orgId, action_id: step.id, needs_id: steps[at]?.id ?? step.id }));
  await db.insertInto('improvement_dependency').values(pairs).execute();
}

const roads: Readonly<Record<DemoProject['state'], readonly ProjectState[]>> = {
  draft: ['draft'],
  running: ['draft', 'running'],
  closed: ['draft', 'running', 'closed'],
};

async function storeMoves(
  { db, orgId, now }: Operation,
  { state, from, until, unverified }: DemoProject,
  { id, locale }: { id: string; locale: Locale },
) {
  const road = roads[state];
  const moves = road.slice(1).map((to, at) => ({
    ...{ org_id: orgId, id: newId(), project_id: id, from_state: road[at] ?? to, to_state: to },
    ...{ outcome: to === 'closed' ? 'not-verified' : null, reason: to === 'running' ? (unverified?.[locale] ?? '') : '' },
    at: new Date(now.getTime() + (to === 'running' ? from : until) * day),
  }));
  if (moves.length > 0) await db.insertInto('improvement_move').values(moves).execute();
}

/** Findings of the demo that nobody works on yet. */
async function linkFindings({ db, orgId }: Operation, projectId: string): Promise<void> {
  await sql`
    insert into improvement_finding (org_id, project_id, finding_id)
    select ${orgId}, ${projectId}, id from finding where org_id = ${orgId} and demo and state in ('open', 'analysing') and merged_into is null
    order by severity = 'high' desc, first_seen limit 2`.execute(db);
}

/** Whoever administers the organisation, and its first teams. */
async function readPeople({ db, orgId }: Operation): Promise<People> {
  const { rows } = await sql<People>`
    select (
      select a.id from account a join account_role ar on ar.org_id = ${orgId} and ar.account_id = a.id
      join role r on r.org_id = ${orgId} and r.id = ar.role_id and r.built_in and r.code = 'administrator'
      where a.org_id = ${orgId} and a.deleted_at is null order by a.id limit 1
    ) as "ownerId", array(select id from team where org_id = ${orgId} and deleted_at is null order by code limit 2) as "teamIds"`.execute(
    db,
  );
  return rows[0] ?? { ownerId: null, teamIds: [] };
}
