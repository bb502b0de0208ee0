import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { createCase } from '@zhiheng/contract/cases/cases';
import * as findings from '@zhiheng/contract/findings/findings';
import * as api from '@zhiheng/contract/verification/verifications';
import { deliverEvents } from '../../testing/deliver-events.ts';
import { eventsOf } from '../../testing/read-events.ts';
import { newOrganisation } from '../../testing/sign-in.ts';
import { useTestServer } from '../../testing/test-server.ts';
import { addAction, beginProject, getProject, move, changeAction } from '../improvement/improvement.factory.ts';
import { buildWait, getVerification, look, mondayOf, planBody, register, sendWeeks, thisWeek } from './verification.factory.ts';

const server = useTestServer();
const start = thisWeek() - 12;

/** An organisation that knows thirty weeks before the start, at 40 minutes. */
async function known() {
  const org = await newOrganisation(server);
  await buildWait(org);
  await sendWeeks(org, { from: start - 30, until: start, level: 40, seed: 71 });
  return org;
}

test.each([
  ['effective', 33, 'improved'],
  ['harmful', 47, 'worsened'],
  ['not-shown', 40, 'no-change-possible'],
] as const)('the verdict is %s when the figures come in at %d minutes', async (verdict, level, reason) => {
  const org = await known();
  const registered = await register(org);
  expect(registered).toMatchObject({ number: 'V-0001', state: 'waiting', verdict: 'too-early', better: 'lower', current: { look: 0 } });
  expect(registered.baseline).toHaveLength(30);
  await look(server);
  expect(await getVerification(org, registered.id)).toMatchObject({ verdict: 'too-early', history: [] });
  await sendWeeks(org, { from: start, until: thisWeek(), level, seed: 72 });
  await look(server);
  const decided = await getVerification(org, registered.id);
  expect(decided).toMatchObject({ state: 'decided', verdict, current: { verdict, reason, n: 120, periods: 12, final: true } });
  const [low = 0, high = 0] = decided.current.interval ?? [];
  expect(low).toBeLessThan(level - 40 + 4);
  expect(high).toBeGreaterThan(level - 40 - 4);
  expect(decided.history).toHaveLength(1);
  const data = { verdict, interval: [low, high] };
  expect((await eventsOf(org, 'verification.decided')).map((event) => event.data)).toMatchObject([data]);
  const params = { id: registered.id, number: 1 };
  const again = await org.call(api.recomputeLook, { params });
  expect(again).toMatchObject({ equal: true, stored: decided.history[0]?.sha256 });
  expect(again.recomputed).toBe(again.stored);
});

test('a look that was taken stays as it is, though figures are corrected afterwards', async () => {
  const org = await known();
  const { id, baseline } = await register(org);
  await sendWeeks(org, { from: start, until: thisWeek(), level: 33, seed: 72 });
  await look(server);
  const before = await getVerification(org, id);
  await sendWeeks(org, { from: start - 30, until: thisWeek(), level: 60, seed: 99 });
  await look(server);
  const after = await getVerification(org, id);
  expect(after).toMatchObject({ baseline, history: before.history, current: before.current, planHash: before.planHash });
  expect(after.after).not.toEqual(before.after);
  expect((await org.call(api.recomputeLook, { params: { id, number: 1 } })).equal).toBe(true);
});

test('no road moves a plan: not the interface, not the application in the database, and what the owner forges is seen', async () => {
  const org = await known();
  const { id } = await register(org);
  await sendWeeks(org, { from: start, until: thisWeek(), level: 40, seed: 72 });
  await look(server);
  const roads = [
    sql`update verification set plan = replace(plan, '40', '50') where id = ${id}`,
    sql`update verification set plan_sha256 = 'x' where id = ${id}`,
    sql`update verification set start_on = start_on - 7, method = 'control-chart' where id = ${id}`,
    sql`update verification set registered_at = now() where id = ${id}`,
    sql`update verification_look set verdict = 'effective' where verification_id = ${id}`,
    sql`delete from verification_look where verification_id = ${id}`,
  ];
  for (const road of roads) await expect(road.execute(server.root)).rejects.toThrow('permission denied');
  for (const method of ['PUT', 'PATCH', 'DELETE'] as const) {
    const answer = await server.app.inject({ method, url: `/api/v1/verifications/${id}`, payload: { expectedChange: 1 } });
    expect([401, 404]).toContain(answer.statusCode);
  }
  expect((await getVerification(org, id)).verdict).toBe('not-shown');
  await sql`update verification set plan = replace(plan, '"expectedChange":4', '"expectedChange":1') where id = ${id}`.execute(
    server.owner,
  );
  expect((await org.call(api.recomputeLook, { params: { id, number: 1 } })).equal).toBe(false);
});

test('nothing is registered once its outcome can be known, nor on too short a baseline', async () => {
  const org = await known();
  const codesOf = async (more: object) =>
    (await org.refusal(api.registerVerification, { body: planBody(more) })).errors.map(({ path, code }) => [path, code]);
  expect(await codesOf({ startOn: mondayOf(start - 6) })).toEqual([['startOn', 'verification_outcome_known']]);
  expect(await codesOf({ baselineFrom: mondayOf(start - 6) })).toEqual([['baselineFrom', 'verification_baseline_short']]);
  expect(await codesOf({ baselineFrom: mondayOf(start + 1) })).toEqual([['baselineFrom', 'verification_baseline_after_start']]);
  expect(await codesOf({ method: 'comparison-unit' })).toEqual([['comparison', 'verification_comparison_missing']]);
  expect(await codesOf({ indicator: 'none' })).toEqual([['indicator', 'unknown_indicator']]);
  expect(await codesOf({ pickedAmong: 'site' })).toEqual([['pickedAmong', 'verification_not_among_peers']]);
  const preview = await org.call(api.previewVerification, { body: planBody() });
  expect(preview).toMatchObject({ problems: [], perPeriod: 10, baseline: { length: 30 } });
  expect(preview.power).toBeGreaterThan(0.8);
  expect(preview.neededPeriods).toBeGreaterThan(2);
  expect(preview.advice.find(({ method }) => method === 'before-after')).toMatchObject({ suits: true, why: 'stable' });
  expect(await eventsOf(org, 'verification.registered')).toEqual([]);
});

test('a project closes as effective only by the verdict, which a returning complaint takes back', async () => {
  const org = await known();
  const title = { zh: '热线等待时间太长', en: 'Waiting on the hotline takes far too long' };
  const finding = await org.call(findings.openFindingByHand, { body: { title, severity: 'high' } });
  const { id: projectId } = await beginProject(org, { title: 'Hotline waiting', findingIds: [finding.id] });
  const action = await addAction(org, projectId);
  const { id } = await register(org, { projectId });
  expect((await org.refusal(api.registerVerification, { body: planBody({ projectId }) })).code).toBe('verification_plan_taken');
  expect(await getProject(org, projectId)).toMatchObject({ verification: { id }, verdict: { verdict: 'too-early' } });
  await move(org, projectId, { to: 'running' });
  expect((await org.refusal(api.registerVerification, { body: planBody({ projectId }) })).code).toBe('verification_after_start');
  await changeAction(org, { id: projectId, actionId: action.id }, { state: 'done' });
  await move(org, projectId, { to: 'verifying' });
  await sendWeeks(org, { from: start, until: thisWeek(), level: 33, seed: 72 });
  await look(server);
  expect(await move(org, projectId, { to: 'closed' })).toMatchObject({ state: 'closed', outcome: 'effective' });
  const stateOf = async () => (await org.call(findings.getFinding, { params: { id: finding.id } })).state;
  expect(await stateOf()).toBe('closed');

  await org.call(createCase, { body: { type: 'complaint', subject: 'Parking', description: 'The car park was full again' } });
  await deliverEvents(server);
  expect((await getVerification(org, id)).state).toBe('decided');
  const complaint = await org.call(createCase, {
    body: { type: 'complaint', subject: 'Waiting on the hotline', description: 'Again I spent an hour waiting, it takes far too long' },
  });
  await deliverEvents(server);
  expect(await getVerification(org, id)).toMatchObject({ state: 'reopened', reopened: { reason: 'complaint', caseId: complaint.id } });
  expect(await stateOf()).toBe('open');
  expect((await eventsOf(org, 'verification.reopened')).map(({ data }) => data)).toMatchObject([{ caseId: complaint.id, projectId }]);
});

test('an effect that goes away again reopens its verification', async () => {
  const org = await newOrganisation(server);
  await buildWait(org);
  const early = thisWeek() - 40;
  await sendWeeks(org, { from: early - 30, until: early, level: 40, seed: 71 });
  const { id } = await register(org, { baselineFrom: mondayOf(early - 30), startOn: mondayOf(early) });
  await sendWeeks(org, { from: early, until: early + 12, level: 33, seed: 72 });
  await look(server);
  expect((await getVerification(org, id)).state).toBe('decided');
  await sendWeeks(org, { from: early + 12, until: early + 16, level: 33, seed: 73 });
  await look(server);
  expect((await getVerification(org, id)).state).toBe('decided');
  await sendWeeks(org, { from: early + 16, until: thisWeek(), level: 42, seed: 74 });
  await look(server);
  expect(await getVerification(org, id)).toMatchObject({ state: 'reopened', verdict: 'effective', reopened: { reason: 'returned' } });
});

test('a plan is withdrawn with a reason, stays visible and lets another be registered', async () => {
  const org = await known();
  const { id: projectId } = await beginProject(org);
  const { id } = await register(org, { projectId });
  await org.refusal(api.withdrawVerification, { params: { id }, body: { reason: ' ' } });
  const withdrawn = await org.call(api.withdrawVerification, { params: { id }, body: { reason: 'wrong indicator' } });
  expect(withdrawn).toMatchObject({ state: 'withdrawn', withdrawn: { reason: 'wrong indicator', by: 'Ada' } });
  expect((await org.refusal(api.withdrawVerification, { params: { id }, body: { reason: 'x' } })).code).toBe(
    'verification_withdrawn_already',
  );
  await register(org, { projectId });
  const { items } = await org.call(api.listVerifications, { query: { projectId } });
  expect(items.map(({ number, state }) => [number, state])).toEqual([
    ['V-0002', 'waiting'],
    ['V-0001', 'withdrawn'],
  ]);
  expect((await org.call(api.listVerifications, { query: { state: 'withdrawn' } })).items).toHaveLength(1);
});

test('two variants are compared by the observations of each, and unequal shares say nothing', async () => {
  const org = await newOrganisation(server);
  await buildWait(org);
  const { createUnit } = await import('@zhiheng/contract/organisation/organisation');
  const unit = async (code: string) =>
    (await org.call(createUnit, { params: { kind: 'sites' }, body: { code, name: { zh: code, en: code } } })).id;
  const [a, b] = [await unit('old'), await unit('fresh')];
  const body = { slice: { siteId: a }, comparison: { siteId: b }, method: 'ab-test', minimumN: 100, looks: 'sequential' };
  const { id } = await register(org, body);
  await sendWeeks(org, { from: start, until: thisWeek(), level: 40, seed: 81, site: 'old' });
  await sendWeeks(org, { from: start, until: thisWeek(), level: 35, seed: 82, site: 'fresh' });
  await look(server);
  const decided = await getVerification(org, id);
  expect(decided).toMatchObject({ verdict: 'effective', state: 'decided' });
  expect(decided.current.n).toBeLessThan(120);
  expect((await org.call(api.recomputeLook, { params: { id, number: decided.history.length } })).equal).toBe(true);
});
