import { sql, type RawBuilder } from 'kysely';
import type { Parsed, Reply } from '@zhiheng/contract/endpoint';
import type { listPlans as endpoint, Plan, PlanGoalDraft, PlanLineDraft, PlanRow } from '@zhiheng/contract/improvement/plans';
import { planStep } from '@zhiheng/contract/improvement/plan-kind';
import { decodeCursor, encodeCursor } from '../../../platform/cursor.ts';
import { houseDay } from '../../../platform/database/house-day.ts';
import { changedMeanwhile, invalidField, notFound } from '../../../platform/errors.ts';
import type { Call, Operation } from '../../../platform/operation.ts';
import { burnUpOf } from './burn-up.rules.ts';
import { isChallenging, missingIn } from './goal.rules.ts';

type Step = Plan['steps'][number];
export interface PlanRecord extends Pick<PlanRow, 'id' | 'number' | 'title' | 'state' | 'fromOn' | 'untilOn'> {
  readonly scope: string;
  readonly steps: Readonly<Partial<Record<Step['step'], Omit<Step, 'step'>>>>;
  readonly goals: readonly PlanGoalDraft[];
  readonly lines: readonly PlanLineDraft[];
  readonly updatedAt: Date;
  readonly version: number;
}

const columns = sql`p.id, p.number, p.title, p.state, to_char(p.from_on, 'YYYY-MM-DD') as "fromOn", to_char(p.until_on, 'YYYY-MM-DD') as "untilOn",
  p.scope, p.steps, p.goals, p.lines, p.updated_at as "updatedAt", p.version`;

/** Throws 404 when it is in the trash. */
export async function readRecord({ db, orgId }: Operation, id: string): Promise<PlanRecord> {
  const { rows } = await sql<PlanRecord>`
    select ${columns} from quality_plan p where p.org_id = ${orgId} and p.id = ${id} and p.deleted_at is null`.execute(db);
  const [row] = rows;
  if (row === undefined) throw notFound('plan');
  return row;
}

/** Held until the transaction ends; `version`, where somebody has read it. */
export async function lockRecord(operation: Operation, id: string, version?: number): Promise<PlanRecord> {
  await sql`select from quality_plan where org_id = ${operation.orgId} and id = ${id} for no key update`.execute(operation.db);
  const record = await readRecord(operation, id);
  if (version !== undefined && record.version !== version) throw changedMeanwhile();
  return record;
}

/** A plan as its page shows it. */
export async function findPlan(operation: Operation, id: string): Promise<Plan> {
  const { updatedAt, ...record } = await readRecord(operation, id);
  const today = await houseDay(operation, operation.now);
  const [lines, portions] = [await readLines(operation, id, today), await readPortions(operation, id)];
  const steps = planStep.options.map((step) => ({ step, ...(record.steps[step] ?? { record: '', doneAt: null, by: null }) }));
  return {
    ...{ ...record, steps, lines, updatedAt: updatedAt.toISOString() },
    goals: await readGoals(operation, record.goals),
    progress: progressOf(lines),
    missing: record.state === 'draft' ? missingIn(steps, record.goals, lines.length) : [],
    burnUp: burnUpOf(portions, record, today),
  };
}

function progressOf(lines: readonly { readonly weight: number; readonly share: number }[]): Plan['progress'] {
  const whole = lines.reduce((sum, { weight }) => sum + weight, 0);
  const done = lines.reduce((sum, { weight, share }) => sum + weight * share, 0);
  return { lines: lines.length, done: lines.filter(({ share }) => share === 1).length, share: whole === 0 ? null : done / whole };
}

const linesOf = sql`jsonb_to_recordset(p.lines) as l(id uuid, kind text, title text, "goalId" uuid, "ownerId" uuid, "dueOn" date, weight int4,
  "projectId" uuid, "doneOn" date)`;

/** A line with a project is as far as the actions of the project are; any other is done or not. */
async function readLines({ db, orgId }: Operation, id: string, today: string): Promise<Plan['lines']> {
  const { rows } = await sql<Plan['lines'][number]>`
    select l.id, l.kind, l.title, l."goalId", l."ownerId", o.name as owner, to_char(l."dueOn", 'YYYY-MM-DD') as "dueOn", l.weight, l."projectId",
      j.number as "projectNumber", to_char(l."doneOn", 'YYYY-MM-DD') as "doneOn", f.share,
      f.share < 1 and coalesce(l."dueOn" < ${today}::date, false) as overdue
    from quality_plan p cross join ${linesOf}
    left join account o on o.org_id = ${orgId} and o.id = l."ownerId"
    left join improvement_project j on j.org_id = ${orgId} and j.id = l."projectId" and j.deleted_at is null
    cross join lateral (
      select case when j.id is null then (l."doneOn" is not null)::int4::float8 else coalesce((
        select sum(a.weight) filter (where a.state = 'done')::float8 / nullif(sum(a.weight), 0)::float8
        from improvement_action a where a.org_id = ${orgId} and a.project_id = j.id), 0) end as share
    ) f
    where p.org_id = ${orgId} and p.id = ${id} order by l."dueOn" nulls last, l.title`.execute(db);
  return rows;
}

/** The lines themselves, and of those with a project the actions of it, each with its part of the weight of the line. */
async function readPortions({ db, orgId }: Operation, id: string) {
  const { rows } = await sql<{ weight: number; dueOn: string | null; doneOn: string | null }>`
    select case when a.id is null then l.weight::float8 else l.weight * a.weight::float8 / sum(a.weight) over (partition by l.id) end as weight,
      to_char(coalesce(a.due_on, l."dueOn"), 'YYYY-MM-DD') as "dueOn",
      to_char(case when a.id is null then l."doneOn" else (a.done_at at time zone z.time_zone)::date end, 'YYYY-MM-DD') as "doneOn"
    from quality_plan p join organisation z on z.org_id = p.org_id cross join ${linesOf}
    left join improvement_project j on j.org_id = ${orgId} and j.id = l."projectId" and j.deleted_at is null
    left join improvement_action a on a.org_id = ${orgId} and a.project_id = j.id
    where p.org_id = ${orgId} and p.id = ${id}`.execute(db);
  return rows;
}

async function readGoals({ db, orgId }: Operation, goals: readonly PlanGoalDraft[]): Promise<Plan['goals']> {
  const codes = goals.flatMap(({ indicatorCode }) => indicatorCode ?? []);
  const needs = goals.flatMap(({ needIds }) => needIds);
  const indicators = await sql<{ code: string; name: Plan['goals'][number]['indicatorName']; direction: string }>`
    select code, name, direction from indicator where org_id = ${orgId} and code = any(${codes}::text[])`.execute(db);
  const named = await sql<{ id: string; name: string }>`
    select id, name from customer_need where org_id = ${orgId} and id = any(${needs}::uuid[])`.execute(db);
  return goals.map((goal) => {
    const indicator = indicators.rows.find(({ code }) => code === goal.indicatorCode);
    return {
      ...goal,
      indicatorName: indicator?.name ?? null,
      needs: named.rows.filter(({ id }) => goal.needIds.includes(id)),
      challenging: isChallenging(indicator?.direction ?? null, goal.baseline, goal.target),
    };
  });
}

type Query = Parsed<typeof endpoint>['query'];

export async function listPlans(call: Call, { query }: { readonly query: Query }): Promise<Reply<typeof endpoint>> {
  const { db, orgId } = call;
  const { rows } = await sql<PlanRecord>`
    select ${columns} from quality_plan p where p.org_id = ${orgId} and p.deleted_at is null and ${after(query.cursor)}
    order by p.updated_at desc, p.id desc limit ${query.limit + 1}`.execute(db);
  const today = await houseDay(call, call.now);
  const items: PlanRow[] = [];
  for (const record of rows.slice(0, query.limit)) items.push(rowOf(record, await readLines(call, record.id, today)));
  const last = rows.at(query.limit - 1);
  return { items, next: rows.length > query.limit && last !== undefined ? encodeCursor([last.updatedAt.toISOString(), last.id]) : null };
}

function rowOf({ id, number, title, state, fromOn, untilOn, steps, goals, updatedAt }: PlanRecord, lines: Plan['lines']): PlanRow {
  return {
    ...{ id, number, title, state, fromOn, untilOn },
    steps: Object.values(steps).filter((step) => step.doneAt !== null).length,
    goals: goals.length,
    progress: progressOf(lines),
    updatedAt: updatedAt.toISOString(),
  };
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function after(cursor: string | undefined): RawBuilder<unknown> {
  if (cursor === undefined) return sql`true`;
  const [at = '', id = ''] = decodeCursor(cursor, 2);
  if (Number.isNaN(Date.parse(at)) || !uuid.test(id)) throw invalidField('cursor', 'cursor');
  return sql`(p.updated_at, p.id) < (${new Date(at)}::timestamptz, ${id}::uuid)`;
}
