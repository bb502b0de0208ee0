import { expect, test } from 'vitest';
import * as findings from '@zhiheng/contract/findings/findings';
import * as api from '@zhiheng/contract/improvement/projects';
import { listTrash, restoreFromTrash, search } from '@zhiheng/contract/insight/board';
import { newId } from '../../../platform/identifier.ts';
import { eventsOf } from '../../../testing/read-events.ts';
import { newOrganisation, type TestOrganisation } from '../../../testing/sign-in.ts';
import { useTestServer } from '../../../testing/test-server.ts';
import { addAction, beginProject, changeAction, getProject, move, pilot, refusedMove } from '../improvement.factory.ts';

const server = useTestServer();
const title = { zh: '等待太久', en: 'Waits too long' };
const openFinding = (org: TestOrganisation) => org.call(findings.openFindingByHand, { body: { title, severity: 'high' } });
const findingState = async (org: TestOrganisation, id: string) => (await org.call(findings.getFinding, { params: { id } })).state;

test('without a verification a project runs only with a reason, and its end is not verified whatever the caller wants', async () => {
  const org = await newOrganisation(server);
  const finding = await openFinding(org);
  const begun = await beginProject(org, { goal: '', findingIds: [finding.id] });
  const { id } = begun;
  expect(begun).toMatchObject({ number: 'P-0001', state: 'draft', outcome: null, owner: 'Ada', findingIds: [finding.id] });
  expect((await refusedMove(org, id, { to: 'running' })).errors.map(({ code }) => code)).toEqual([
    'project_goal_missing',
    'project_actions_missing',
    'project_plan_missing',
  ]);
  await org.call(api.updateProject, { params: { id }, body: { version: begun.version, goal: 'Half the wait' } });
  const action = await addAction(org, id);
  expect((await refusedMove(org, id, { to: 'running' })).errors).toMatchObject([{ path: 'to', code: 'project_plan_missing' }]);
  for (const to of ['verifying', 'closed'] as const) expect((await refusedMove(org, id, { to })).code).toBe('project_no_such_step');

  const running = await move(org, id, { to: 'running', unverifiedReason: 'nothing to measure' });
  expect(running).toMatchObject({ state: 'running', unverifiedReason: 'nothing to measure', next: { state: 'closed' } });
  expect(await findingState(org, finding.id)).toBe('improving');
  expect((await refusedMove(org, id, { to: 'closed' })).errors).toMatchObject([{ code: 'project_actions_open', params: { count: 1 } }]);
  await changeAction(org, { id, actionId: action.id }, { state: 'done' });
  const closed = await move(org, id, { to: 'closed', ...{ outcome: 'effective' } });
  expect(closed).toMatchObject({ state: 'closed', outcome: 'not-verified', next: null });
  expect(closed.moves.map(({ from, to, outcome }) => [from, to, outcome])).toEqual([
    ['running', 'closed', 'not-verified'],
    ['draft', 'running', null],
  ]);
  expect(await findingState(org, finding.id)).toBe('open');
  expect((await refusedMove(org, id, { to: 'running', reason: 'once more' })).code).toBe('project_no_such_step');
  const log = (await eventsOf(org)).filter(({ entity_id }) => entity_id === id).map(({ type }) => type);
  expect(log).toEqual(['project.created', 'project.changed', 'action.created', 'project.started', 'action.done', 'project.closed']);
  const [event] = await eventsOf(org, 'project.closed');
  expect(event?.data).toMatchObject({ outcome: 'not-verified', findingIds: [finding.id], verificationId: null });
});

test('a stopped project lets its findings go and can begin anew', async () => {
  const org = await newOrganisation(server);
  const finding = await openFinding(org);
  const { id } = await beginProject(org, { findingIds: [finding.id] });
  await addAction(org, id);
  await move(org, id, { to: 'running', unverifiedReason: 'small' });
  expect((await refusedMove(org, id, { to: 'stopped' })).errors).toMatchObject([{ path: 'reason', code: 'reason_needed' }]);
  await move(org, id, { to: 'stopped', reason: 'no budget' });
  expect(await findingState(org, finding.id)).toBe('open');
  const stopped = await getProject(org, id);
  expect((await org.refusal(api.updateProject, { params: { id }, body: { version: stopped.version, title: 'x' } })).code).toBe(
    'project_over',
  );
  expect((await org.refusal(api.createAction, { params: { id }, body: { phase: 'do', title: 'x' } })).code).toBe('project_over');
  expect(await move(org, id, { to: 'draft', reason: 'budget came' })).toMatchObject({ state: 'draft', unverifiedReason: '' });
});

test('what is to be reached stands still once the work has begun', async () => {
  const org = await newOrganisation(server);
  const { id } = await beginProject(org);
  await addAction(org, id);
  const { version } = await move(org, id, { to: 'running', unverifiedReason: 'small' });
  for (const change of [{ goal: 'easier' }, { targetValue: 3 }])
    expect((await org.refusal(api.updateProject, { params: { id }, body: { version, ...change } })).code).toBe('project_goal_fixed');
  expect(await org.call(api.updateProject, { params: { id }, body: { version, dueOn: '2026-04-30', spent: 12.5 } })).toMatchObject({
    dueOn: '2026-04-30',
    spent: 12.5,
  });
  expect((await org.refusal(api.updateProject, { params: { id }, body: { version, title: 'late' } })).code).toBe('changed_meanwhile');
});

test('a project that contradicts itself or names what is not there is refused, field by field', async () => {
  const org = await newOrganisation(server);
  const wrong = { ...pilot, dueOn: '2025-12-31', ownerId: newId(), indicatorCode: 'nothing', findingIds: [newId()] };
  expect((await org.refusal(api.createProject, { body: wrong })).errors.map(({ path, code }) => `${path} ${code}`)).toEqual([
    'dueOn until_before_from',
    'ownerId unknown_account',
    'indicatorCode unknown_indicator',
    'findingIds.0 unknown_finding',
  ]);
  const other = await newOrganisation(server);
  const foreign = await openFinding(other);
  expect((await org.refusal(api.createProject, { body: { ...pilot, findingIds: [foreign.id] } })).errors).toMatchObject([
    { path: 'findingIds.0' },
  ]);
});

test('projects are listed, filtered, searched, exported, put away and brought back', async () => {
  const org = await newOrganisation(server);
  const first = await beginProject(org, { title: '=cmd' });
  const second = await beginProject(org, { title: 'Kinder words', template: 'agile', steps: true });
  expect((await org.call(api.listProjects, { query: { limit: 1 } })).items.map(({ id }) => id)).toEqual([second.id]);
  const page = await org.call(api.listProjects, { query: { limit: 1 } });
  expect((await org.call(api.listProjects, { query: { limit: 1, cursor: page.next ?? '' } })).items.map(({ id }) => id)).toEqual([
    first.id,
  ]);
  expect((await org.call(api.listProjects, { query: { template: 'agile' } })).items).toMatchObject([
    { progress: { actions: 5, done: 0, share: 0 } },
  ]);
  expect((await org.call(api.listProjects, { query: { q: 'kinder' } })).items).toHaveLength(1);
  expect((await org.call(api.listProjects, { query: { state: 'closed' } })).items).toEqual([]);
  expect((await org.call(search, { query: { q: 'p-0002' } })).items).toMatchObject([{ kind: 'project', id: second.id, code: 'P-0002' }]);
  const { text, projects } = await org.call(api.exportProjects, { query: { locale: 'en' } });
  expect(projects).toBe(2);
  expect(text.split('\r\n')[1]).toMatch(/^P-0001,'=cmd,pdca,draft,,Ada,2026-01-01,2026-03-31,/);
  await org.call(api.deleteProject, { params: { id: second.id } });
  expect((await org.refusal(api.getProject, { params: { id: second.id } })).code).toBe('not_found');
  expect((await org.call(listTrash)).items).toMatchObject([{ kind: 'project', label: 'P-0002 Kinder words', deletedBy: 'Ada' }]);
  await org.call(restoreFromTrash, { params: { kind: 'project', id: second.id } });
  expect(await getProject(org, second.id)).toMatchObject({ title: 'Kinder words', state: 'draft' });
});
