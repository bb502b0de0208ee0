import { z } from 'zod';
import { done, endpoint } from '../endpoint.ts';
import { id, idParams, instant, pageOf, pageQuery } from '../values/page.ts';
import { indicatorCode, localText } from '../values/text.ts';
import { planLineKind, planState, planStep } from './plan-kind.ts';

const version = z.number().int();
const count = z.number().int();
const day = z.iso.date();
const words = (most: number) => z.string().trim().max(most);
const title = words(200).min(1);

/** Of the weight of all lines, what is done: of a line with a project as much as the project's actions. */
const progress = z.object({ lines: count, done: count, share: z.number().nullable() });
export const planRow = z.object({
  id,
  number: z.string(),
  title,
  state: planState,
  fromOn: day,
  untilOn: day,
  steps: count,
  goals: count,
  progress,
  updatedAt: instant,
});
export type PlanRow = z.infer<typeof planRow>;

/** What is written down of a step, and when it was done. */
const stepRecord = z.object({ step: planStep, record: words(8000), doneAt: instant.nullable(), by: z.string().nullable() });

const goalFields = z.object({
  id,
  title,
  /** what of the strategy it serves */
  strategy: words(1000),
  needIds: z.array(id).max(20),
  indicatorCode: indicatorCode.nullable(),
  baseline: z.number().nullable(),
  target: z.number().nullable(),
  /** what is to be reached by when, on the way to the target */
  stages: z.array(z.object({ on: day, value: z.number() })).max(12),
});
export type PlanGoalDraft = z.infer<typeof goalFields>;
const goal = goalFields.extend({
  indicatorName: localText.nullable(),
  needs: z.array(z.object({ id, name: z.string() })),
  /** the target is better than the baseline, in the direction of the indicator; null where that cannot be said */
  challenging: z.boolean().nullable(),
});

const lineFields = z.object({
  id,
  kind: planLineKind,
  title,
  goalId: id.nullable(),
  ownerId: id.nullable(),
  dueOn: day.nullable(),
  weight: count.min(1).max(100),
  projectId: id.nullable(),
  doneOn: day.nullable(),
});
export type PlanLineDraft = z.infer<typeof lineFields>;
const line = lineFields.extend({
  owner: z.string().nullable(),
  projectNumber: z.string().nullable(),
  share: z.number(),
  overdue: z.boolean(),
});

export const plan = planRow.omit({ steps: true, goals: true }).extend({
  scope: words(4000),
  steps: z.array(stepRecord),
  goals: z.array(goal),
  lines: z.array(line),
  /** what is still missing before it can be adopted */
  missing: z.array(z.object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) })),
  /** weight planned and weight done up to the end of each month, parts of the whole; what is still to come has no `done` */
  burnUp: z.array(z.object({ month: z.string(), planned: z.number(), done: z.number().nullable() })),
  version,
});
export type Plan = z.infer<typeof plan>;

export const listPlans = endpoint('GET /api/v1/quality-plans', {
  summary: 'Quality plans, those that changed last first',
  access: 'improvement.read',
  query: pageQuery,
  response: pageOf(planRow),
});
export const getPlan = endpoint('GET /api/v1/quality-plans/:id', {
  summary: 'A quality plan with its steps, goals, lines and progress',
  access: 'improvement.read',
  params: idParams,
  response: plan,
});
export const createPlan = endpoint('POST /api/v1/quality-plans', {
  summary: 'Begin a quality plan',
  access: 'improvement.write',
  body: z.object({ title, fromOn: day, untilOn: day, scope: words(4000).default('') }),
  response: plan,
});
/** Goals and lines that are left out of a list are taken away. */
export const updatePlan = endpoint('PATCH /api/v1/quality-plans/:id', {
  summary: 'Change a plan; goals stand still once it is adopted',
  access: 'improvement.write',
  params: idParams,
  body: z.object({
    version,
    title: title.optional(),
    scope: words(4000).optional(),
    fromOn: day.optional(),
    untilOn: day.optional(),
    goals: z.array(goalFields).max(30).optional(),
    lines: z.array(lineFields).max(200).optional(),
  }),
  response: plan,
});
export const recordStep = endpoint('PUT /api/v1/quality-plans/:id/steps/:step', {
  summary: 'Write down what came of a step, and whether it is done; steps are done in their order',
  access: 'improvement.write',
  params: z.object({ id, step: planStep }),
  body: z.object({ version, record: words(8000), done: z.boolean() }),
  response: plan,
});
export const movePlan = endpoint('POST /api/v1/quality-plans/:id/moves', {
  summary: 'Adopt a plan whose goals are measurable, or close it',
  access: 'improvement.write',
  params: idParams,
  body: z.object({ version, to: planState.extract(['adopted', 'closed']) }),
  response: plan,
});
export const deletePlan = endpoint('DELETE /api/v1/quality-plans/:id', {
  summary: 'Move a quality plan to the trash',
  access: 'improvement.write',
  params: idParams,
  response: done,
});
