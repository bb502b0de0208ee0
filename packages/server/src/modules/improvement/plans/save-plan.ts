import { sql } from 'kysely';
import type { Parsed } from '@zhiheng/contract/endpoint';
import type {
  createPlan as createEndpoint,
  deletePlan as deleteEndpoint,
  movePlan as moveEndpoint,
  Plan,
  PlanGoalDraft,
  PlanLineDraft,
  recordStep as stepEndpoint,
  updatePlan as updateEndpoint,
} from '@zhiheng/contract/improvement/plans';
import { planStep } from '@zhiheng/contract/improvement/plan-kind';
import { changesBetween, givenFields } from '../../../platform/changes-between.ts';
import { putAway, takeOut } from '../../../platform/database/trash.ts';
import { conflict, invalid, invalidField } from '../../../platform/errors.ts';
import { newId } from '../../../platform/identifier.ts';
import type { Call, Operation } from '../../../platform/operation.ts';
import { recordEvent } from '../../../platform/record-event.ts';
import { nextNumber } from '../projects/project-number.ts';
import { findPlan, lockRecord, type PlanRecord } from './read-plan.ts';

const entityOf = ({ id, number, title }: Pick<Plan, 'id' | 'number' | 'title'>) => ({
  kind: 'service-plan',
  id,
  label: `${number} ${title}`,
});

export async function createPlan(call: Call, { body }: Pick<Parsed<typeof createEndpoint>, 'body'>): Promise<Plan> {
  const { title, fromOn, untilOn, scope } = body;
  checkDays(fromOn, untilOn);
  const { db, orgId, now } = call;
  const [id, number] = [newId(), await nextNumber(call, 'quality-plan', 'QP')];
  await sql`
    insert into quality_plan (org_id, id, number, title, scope, from_on, until_on, created_at, updated_at)
    values (${orgId}, ${id}, ${number}, ${title}, ${scope}, ${fromOn}::date, ${untilOn}::date, ${now}, ${now})`.execute(db);
  await recordEvent(call, { type: 'plan.created', entity: entityOf({ id, number, title }), data: { fromOn, untilOn } });
  return findPlan(call, id);
}

/** No plan is longer than ten years: its months are drawn one by one. */
function checkDays(fromOn: string, untilOn: string): void {
  if (untilOn < fromOn) throw invalidField('untilOn', 'until_before_from');
  if (Number(untilOn.slice(0, 4)) - Number(fromOn.slice(0, 4)) > 10) throw invalidField('untilOn', 'range_too_long', { most: 10 });
}

type UpdateInput = Pick<Parsed<typeof updateEndpoint>, 'params' | 'body'>;

export async function updatePlan(call: Call, { params, body: { version, ...body } }: UpdateInput): Promise<Plan> {
  const record = await lockRecord(call, params.id, version);
  const { title, scope, fromOn, untilOn, goals, lines, state } = record;
  const before = { title, scope, fromOn, untilOn, goals, lines };
  const after = { ...before, ...givenFields(body) };
  const changes = changesBetween(before, after);
  if (Object.keys(changes).length === 0) return findPlan(call, params.id);
  if (state === 'closed') throw conflict('plan_closed');
  if (state === 'adopted' && 'goals' in changes) throw conflict('plan_goals_fixed');
  checkDays(after.fromOn, after.untilOn);
  await checkNamed(call, after);
  const { db, orgId, now } = call;
  await sql`
    update quality_plan set title = ${after.title}, scope = ${after.scope}, from_on = ${after.fromOn}::date, until_on = ${after.untilOn}::date,
      goals = ${JSON.stringify(after.goals)}::jsonb, lines = ${JSON.stringify(after.lines)}::jsonb, version = version + 1, updated_at = ${now}
    where org_id = ${orgId} and id = ${params.id}`.execute(db);
  await recordEvent(call, {
    type: 'plan.changed',
    entity: entityOf({ ...record, title: after.title }),
    data: { fields: Object.keys(changes) },
  });
  return findPlan(call, params.id);
}

interface Named {
  readonly goals: readonly PlanGoalDraft[];
  readonly lines: readonly PlanLineDraft[];
}

/** Refuses goals and lines that name what is not there. */
async function checkNamed({ db, orgId }: Operation, { goals, lines }: Named): Promise<void> {
  const { rows } = await sql<{ key: string }>`
    select code as key from indicator where org_id = ${orgId} and code = any(${goals.flatMap((one) => one.indicatorCode ?? [])}::text[]) and deleted_at is null
    union all select id::text from customer_need where org_id = ${orgId} and id = any(${goals.flatMap((one) => one.needIds)}::uuid[]) and deleted_at is null
    union all select id::text from account where org_id = ${orgId} and id = any(${lines.flatMap((one) => one.ownerId ?? [])}::uuid[]) and deleted_at is null
    union all select id::text from improvement_project where org_id = ${orgId} and id = any(${lines.flatMap((one) => one.projectId ?? [])}::uuid[])
      and deleted_at is null`.execute(db);
  const known = new Set([...rows.map(({ key }) => key), ...goals.map(({ id }) => id)]);
  const unknown = (key: string | null): boolean => key !== null && !known.has(key);
  const faults = [
    ...goals.flatMap((one, at) => (unknown(one.indicatorCode) ? [{ path: `goals.${at}.indicatorCode`, code: 'unknown_indicator' }] : [])),
    ...goals.flatMap((one, at) => (one.needIds.some(unknown) ? [{ path: `goals.${at}.needIds`, code: 'unknown_need' }] : [])),
    ...lines.flatMap((one, at) => (unknown(one.goalId) ? [{ path: `lines.${at}.goalId`, code: 'unknown_goal' }] : [])),
    ...lines.flatMap((one, at) => (unknown(one.ownerId) ? [{ path: `lines.${at}.ownerId`, code: 'unknown_account' }] : [])),
    ...lines.flatMap((one, at) => (unknown(one.projectId) ? [{ path: `lines.${at}.projectId`, code: 'unknown_project' }] : [])),
  ];
  if (faults.length > 0) throw invalid(faults);
}

type StepInput = Pick<Parsed<typeof stepEndpoint>, 'params' | 'body'>;
type StepName = (typeof planStep.options)[number];

/** A step is done after the ones before it, and taken back before the ones after it. */
export async function recordStep(call: Call, { params: { id, step }, body }: StepInput): Promise<Plan> {
  const record = await lockRecord(call, id, body.version);
  if (record.state === 'closed') throw conflict('plan_closed');
  checkOrder(record, step, body.done);
  const { db, orgId, now } = call;
  const stored = record.steps[step];
  const steps = { ...record.steps, [step]: { record: body.record, ...(body.done ? await signed(call, stored) : unsigned) } };
  await sql`
    update quality_plan set steps = ${JSON.stringify(steps)}::jsonb, version = version + 1, updated_at = ${now}
    where org_id = ${orgId} and id = ${id}`.execute(db);
  const isNews = body.done && (stored?.doneAt ?? null) === null;
  await recordEvent(call, { type: isNews ? 'plan.step-done' : 'plan.changed', entity: entityOf(record), data: { step, done: body.done } });
  return findPlan(call, id);
}

const unsigned = { doneAt: null, by: null };

/** Whoever did the step first stays named, with the time. */
async function signed(call: Call, stored: PlanRecord['steps'][StepName]) {
  const { now, actor } = call;
  return { doneAt: stored?.doneAt ?? now.toISOString(), by: stored?.by ?? (await readName(call, actor.accountId)) };
}

function checkOrder({ steps }: PlanRecord, step: StepName, isDone: boolean): void {
  const at = planStep.options.indexOf(step);
  const done = (one: StepName): boolean => (steps[one]?.doneAt ?? null) !== null;
  if (isDone && !planStep.options.slice(0, at).every(done)) throw conflict('plan_step_too_early');
  if (!isDone && done(step) && planStep.options.slice(at + 1).some(done)) throw conflict('plan_step_built_on');
}

async function readName({ db, orgId }: Operation, accountId: string | null): Promise<string | null> {
  const { rows } = await sql<{ name: string }>`select name from account where org_id = ${orgId} and id = ${accountId}::uuid`.execute(db);
  return rows[0]?.name ?? null;
}

export async function movePlan(call: Call, { params, body }: Pick<Parsed<typeof moveEndpoint>, 'params' | 'body'>): Promise<Plan> {
  const record = await lockRecord(call, params.id, body.version);
  if (record.state !== (body.to === 'adopted' ? 'draft' : 'adopted'))
    throw conflict('plan_no_such_step', { from: record.state, to: body.to });
  const { missing } = await findPlan(call, params.id);
  if (missing.length > 0) throw invalid(missing.map(({ code, params: detail }) => ({ path: 'to', code: `plan_${code}`, params: detail })));
  const { db, orgId, now } = call;
  await sql`
    update quality_plan set state = ${body.to}, version = version + 1, updated_at = ${now} where org_id = ${orgId} and id = ${params.id}`.execute(
    db,
  );
  await recordEvent(call, { type: body.to === 'adopted' ? 'plan.adopted' : 'plan.closed', entity: entityOf(record) });
  return findPlan(call, params.id);
}

export async function deletePlan(call: Call, { params }: Pick<Parsed<typeof deleteEndpoint>, 'params'>): Promise<{ ok: true }> {
  const record = await lockRecord(call, params.id);
  await putAway(call, 'quality_plan', params.id);
  await recordEvent(call, { type: 'plan.deleted', entity: entityOf(record) });
  return { ok: true };
}

/** Brings a plan back from the trash in the state that it had. */
export async function restorePlan(operation: Operation, id: string): Promise<void> {
  const restored = await takeOut<Pick<Plan, 'id' | 'number' | 'title'>>(operation, 'quality_plan', id);
  await recordEvent(operation, { type: 'plan.restored', entity: entityOf(restored) });
}
