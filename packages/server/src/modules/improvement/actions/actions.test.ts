import { expect, test } from 'vitest';
import * as api from '@zhiheng/contract/improvement/projects';
import { newId } from '../../../platform/identifier.ts';
import { eventsOf } from '../../../testing/read-events.ts';
import { newOrganisation } from '../../../testing/sign-in.ts';
import { useTestServer } from '../../../testing/test-server.ts';
import { addAction, beginProject, changeAction, getProject, move } from '../improvement.factory.ts';
import { tellLateActions } from './tell-late.ts';

const server = useTestServer();
const none = { id: '', waitsFor: [] as readonly string[], version: 0 };

test('the steps of a template wait for each other, and progress is their weight that is done', async () => {
  const org = await newOrganisation(server);
  const { id, actions } = await beginProject(org, { steps: true });
  const [first = none, second = none] = actions;
  expect(actions.map(({ dependsOn }) => dependsOn.length)).toEqual([0, 1, 1, 1, 1]);
  expect(second.waitsFor).toEqual([first.id]);
  const version = second.version;
  const params = { id, actionId: second.id };
  expect((await org.refusal(api.updateAction, { params, body: { version, state: 'done' } })).code).toBe('action_waits');
  const { progress } = await changeAction(org, { id, actionId: first.id }, { state: 'done' });
  expect(progress).toEqual({ actions: 5, done: 1, overdue: progress.overdue, share: 2 / 11 });
  expect((await changeAction(org, { id, actionId: second.id }, { state: 'done' })).progress.share).toBe(3 / 11);
  expect((await org.refusal(api.deleteAction, { params: { id, actionId: first.id } })).code).toBe('action_is_done');
});

test('no circle, over others either; nothing of another project; a date before its predecessor is told', async () => {
  const org = await newOrganisation(server);
  const [{ id }, other] = [await beginProject(org), await beginProject(org)];
  const a = await addAction(org, id, { title: 'a', startOn: '2026-01-01', dueOn: '2026-01-20' });
  const b = await addAction(org, id, { title: 'b', startOn: '2026-01-10', dueOn: '2026-01-25', dependsOn: [a.id] });
  const c = await addAction(org, id, { title: 'c', startOn: '2026-01-26', dependsOn: [b.id] });
  expect(b.beforePredecessor).toEqual([a.id]);
  expect(c.beforePredecessor).toEqual([]);
  for (const dependsOn of [[c.id], [a.id]])
    expect((await org.refusal(api.updateAction, { params: { id, actionId: a.id }, body: { version: 1, dependsOn } })).code).toBe(
      'action_circle',
    );
  const foreign = await addAction(org, other.id);
  expect(
    (await org.refusal(api.updateAction, { params: { id, actionId: a.id }, body: { version: 1, dependsOn: [foreign.id] } })).errors,
  ).toMatchObject([{ path: 'dependsOn', code: 'unknown_action' }]);
  expect((await getProject(org, id)).actions.map(({ dependsOn }) => dependsOn)).toEqual([[], [a.id], [b.id]]);
  const wrong = { phase: 'define', title: 'x', startOn: '2026-02-02', dueOn: '2026-02-01', ownerId: newId(), teamId: newId() };
  expect((await org.refusal(api.createAction, { params: { id }, body: wrong })).errors.map(({ path }) => path)).toEqual([
    'phase',
    'dueOn',
    'ownerId',
    'teamId',
  ]);
  await org.call(api.deleteAction, { params: { id, actionId: b.id } });
  expect((await getProject(org, id)).actions.map(({ title, dependsOn }) => [title, dependsOn])).toEqual([
    ['a', []],
    ['c', []],
  ]);
});

test('a late action is told once at each level, to nobody while the project does not run, and anew when its day was moved', async () => {
  const org = await newOrganisation(server);
  const { id } = await beginProject(org);
  const { id: actionId } = await addAction(org, id, { dueOn: '2026-03-10', ownerId: org.accountId });
  const told = async (day: string) => {
    await tellLateActions(server.root, new Date(`${day}T04:00:00Z`));
    const late = (await eventsOf(org)).filter(({ type }) => type === 'action.overdue' || type === 'action.escalated');
    return late.map(({ type, data }) => `${type.slice(7)} ${String((data as { level: number }).level)}`);
  };
  expect(await told('2026-03-20')).toEqual([]);
  await move(org, id, { to: 'running', unverifiedReason: 'small' });
  expect(await told('2026-03-10')).toEqual([]);
  expect(await told('2026-03-11')).toEqual(['overdue 1']);
  expect(await told('2026-03-13')).toEqual(['overdue 1']);
  expect(await told('2026-03-14')).toEqual(['overdue 1', 'escalated 2']);
  expect(await told('2026-03-18')).toEqual(['overdue 1', 'escalated 2', 'escalated 3']);
  expect(await told('2026-05-18')).toHaveLength(3);
  await changeAction(org, { id, actionId }, { dueOn: '2026-06-01' });
  expect(await told('2026-06-20')).toEqual(['overdue 1', 'escalated 2', 'escalated 3', 'escalated 3']);
  await changeAction(org, { id, actionId }, { dueOn: '2026-07-01', state: 'done' });
  expect(await told('2026-08-20')).toHaveLength(4);
});
