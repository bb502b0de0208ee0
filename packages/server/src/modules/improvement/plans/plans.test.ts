import { expect, test } from 'vitest';
import { createNeed } from '@zhiheng/contract/feedback/needs';
import { planStep } from '@zhiheng/contract/improvement/plan-kind';
import * as api from '@zhiheng/contract/improvement/plans';
import { listTrash, restoreFromTrash } from '@zhiheng/contract/insight/board';
import { newId } from '../../../platform/identifier.ts';
import { eventsOf } from '../../../testing/read-events.ts';
import { newOrganisation, type TestOrganisation } from '../../../testing/sign-in.ts';
import { useTestServer } from '../../../testing/test-server.ts';
import { buildIndicator } from '../../measurement/measurement.factory.ts';
import { addAction, beginProject, changeAction } from '../improvement.factory.ts';

const server = useTestServer();
const year = { title: '2026', fromOn: '2026-01-01', untilOn: '2026-12-31' };
const goalOf = (more: object = {}) => ({
  ...{ id: newId(), title: 'Shorter wait', strategy: '', needIds: [] as string[], indicatorCode: 'wait' as string | null },
  ...{ baseline: 40, target: 30 as number | null, stages: [{ on: '2026-06-30', value: 35 }] },
  ...more,
});
const lineOf = (more: object = {}) => ({
  ...{ id: newId(), kind: 'training' as const, title: 'Teach', goalId: null, ownerId: null, dueOn: '2026-03-31', weight: 1 },
  ...{ projectId: null as string | null, doneOn: null as string | null },
  ...more,
});
const get = (org: TestOrganisation, id: string) => org.call(api.getPlan, { params: { id } });
async function update(org: TestOrganisation, id: string, body: object) {
  const { version } = await get(org, id);
  return org.call(api.updatePlan, { params: { id }, body: { version, ...body } });
}
async function step(org: TestOrganisation, id: string, name: api.Plan['steps'][number]['step']) {
  const { version } = await get(org, id);
  return org.call(api.recordStep, { params: { id, step: name }, body: { version, record: 'x', done: true } });
}

test('a plan is adopted when its steps, measurable goals and lines are there; its goals then stand still', async () => {
  const org = await newOrganisation(server);
  await org.inside((operation) => buildIndicator(operation));
  const need = await org.call(createNeed, { body: { kind: 'need', name: 'Less waiting', importance: 5 } });
  const { id, missing } = await org.call(api.createPlan, { body: year });
  expect(missing.map(({ code }) => code)).toEqual(['steps_open', 'goals_missing', 'lines_missing']);
  const early = { params: { id, step: 'analyse' as const }, body: { version: 1, record: '', done: true } };
  expect((await org.refusal(api.recordStep, early)).code).toBe('plan_step_too_early');
  for (const name of planStep.options.slice(0, 5)) await step(org, id, name);
  const { version } = await get(org, id);
  const back = { params: { id, step: 'serve' as const }, body: { version, record: '', done: false } };
  expect((await org.refusal(api.recordStep, back)).code).toBe('plan_step_built_on');
  await update(org, id, { goals: [goalOf({ target: null })], lines: [lineOf()] });
  expect((await get(org, id)).missing.map(({ code }) => code)).toEqual(['goal_not_measurable', 'goal_serves_nobody']);
  const refused = await org.refusal(api.movePlan, { params: { id }, body: { version: version + 1, to: 'adopted' } });
  expect(refused.errors).toMatchObject([{ path: 'to', code: 'plan_goal_not_measurable', params: { what: 'Shorter wait' } }, {}]);
  const { goals } = await update(org, id, { goals: [goalOf({ needIds: [need.id] })] });
  expect(goals).toMatchObject([{ challenging: true, needs: [{ name: 'Less waiting' }] }]);
  const adopted = await org.call(api.movePlan, { params: { id }, body: { version: version + 2, to: 'adopted' } });
  expect((await org.refusal(api.updatePlan, { params: { id }, body: { version: adopted.version, goals: [] } })).code).toBe(
    'plan_goals_fixed',
  );
  await org.call(api.movePlan, { params: { id }, body: { version: adopted.version, to: 'closed' } });
  expect((await org.refusal(api.updatePlan, { params: { id }, body: { version: adopted.version + 1, title: 'x' } })).code).toBe(
    'plan_closed',
  );
  const log = (await eventsOf(org)).filter(({ entity_id }) => entity_id === id).map(({ type }) => type);
  expect(log.filter((type) => type === 'plan.step-done')).toHaveLength(5);
  expect(log.slice(-2)).toEqual(['plan.adopted', 'plan.closed']);
});

test('progress and burn-up come from the actions of projects and from lines that are done', async () => {
  const org = await newOrganisation(server);
  const project = await beginProject(org);
  const action = await addAction(org, project.id, { weight: 1, dueOn: '2026-02-10' });
  await addAction(org, project.id, { weight: 3, dueOn: '2026-04-10' });
  await changeAction(org, { id: project.id, actionId: action.id }, { state: 'done' });
  const { id } = await org.call(api.createPlan, { body: { ...year, untilOn: '2026-04-30' } });
  const lines = [lineOf({ projectId: project.id, weight: 2 }), lineOf({ doneOn: '2026-01-20', weight: 2 })];
  const plan = await update(org, id, { lines });
  expect(plan.lines.map(({ share, projectNumber }) => [share, projectNumber]).sort()).toEqual([
    [0.25, 'P-0001'],
    [1, null],
  ]);
  expect(plan.progress).toEqual({ lines: 2, done: 1, share: 0.625 });
  expect(plan.burnUp.map(({ month, planned }) => [month, planned])).toEqual([
    ['2026-01', 0],
    ['2026-02', 0.125],
    ['2026-03', 0.625],
    ['2026-04', 1],
  ]);
  expect(plan.burnUp[0]?.done).toBe(0.5);
});

test('what is not there is refused; a plan goes to the trash and comes back', async () => {
  const org = await newOrganisation(server);
  const { id } = await org.call(api.createPlan, { body: year });
  expect((await org.refusal(api.createPlan, { body: { ...year, untilOn: '2025-01-01' } })).errors).toMatchObject([{ path: 'untilOn' }]);
  const body = {
    version: 1,
    goals: [goalOf({ needIds: [newId()] })],
    lines: [lineOf({ goalId: newId(), ownerId: newId(), projectId: newId() })],
  };
  expect((await org.refusal(api.updatePlan, { params: { id }, body })).errors.map(({ path }) => path)).toEqual([
    'goals.0.indicatorCode',
    'goals.0.needIds',
    'lines.0.goalId',
    'lines.0.ownerId',
    'lines.0.projectId',
  ]);
  await org.call(api.deletePlan, { params: { id } });
  expect((await org.call(listTrash)).items).toMatchObject([{ kind: 'service-plan', label: 'QP-0001 2026' }]);
  await org.call(restoreFromTrash, { params: { kind: 'service-plan', id } });
  expect((await org.call(api.listPlans)).items).toMatchObject([{ number: 'QP-0001', steps: 0, progress: { share: null } }]);
});
