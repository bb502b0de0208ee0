import { sql } from 'kysely';
import { expect, test } from 'vitest';
import * as api from '@zhiheng/contract/cases/cases';
import { recountProgress } from '@zhiheng/contract/cases/recounts';
import { eventsOf } from '../../testing/read-events.ts';
import { newOrganisation, type TestOrganisation } from '../../testing/sign-in.ts';
import { useTestServer } from '../../testing/test-server.ts';
import { openOne, publishAgreement } from './cases.factory.ts';
import { rebuildClocks, recountCases } from './recount-cases.ts';
import { sweepClocks } from './sweep-clocks.ts';

const server = useTestServer();
const read = (org: TestOrganisation, id: string) => org.call(api.getCase, { params: { id } });
const agoMinutes = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();
const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000);
const warning = { id: 'warn', name: { zh: '八成', en: '80 percent' }, at: { kind: 'percent', percent: 80 } } as const;

const clocksOf = (org: TestOrganisation) =>
  org.inside(async ({ db, orgId }) => {
    const { rows } = await sql<{ line: string }>`
      select k::text || a.alerts as line from case_clock k
      cross join (select coalesce(string_agg(step_key || at, ',' order by case_id, step_key), '') as alerts from case_alert where org_id = ${orgId}) a
      where k.org_id = ${orgId} order by k.case_id, k.target, k.cycle`.execute(db);
    return rows.map(({ line }) => line);
  });

test('a breach and each step of an escalation are recorded once, and never for a closed case', async () => {
  const org = await newOrganisation(server);
  await publishAgreement(org, { seconds: 3600, steps: [warning] });
  const [open, closed] = [await openOne(org), await openOne(org)];
  for (const status of ['resolved', 'closed'] as const) {
    const { version } = await read(org, closed.id);
    await org.call(api.updateCase, { params: { id: closed.id }, body: { version, status } });
  }
  await sweepClocks(server.root, inMinutes(47));
  expect(await eventsOf(org, 'case.escalated')).toEqual([]);
  for (let turn = 0; turn < 2; turn++) await sweepClocks(server.root, inMinutes(49));
  expect(await eventsOf(org, 'case.escalated')).toMatchObject([{ entity_id: open.id, data: { stepId: 'warn', target: 'resolution' } }]);
  expect(await eventsOf(org, 'case.clock-breached')).toEqual([]);
  await Promise.all([61, 61, 62].map((minutes) => sweepClocks(server.root, inMinutes(minutes))));
  const breaches = await eventsOf(org, 'case.clock-breached');
  expect(breaches).toMatchObject([{ entity_id: open.id, actor_kind: 'system', data: { target: 'resolution' } }]);
  expect(breaches[0]?.data).toMatchObject({ at: (await read(org, open.id)).clocks[0]?.breachedAt });
});

test('a case that came back late is told of at the save that ended it', async () => {
  const org = await newOrganisation(server);
  await publishAgreement(org, { seconds: 3600 });
  const { id } = await openOne(org);
  await sql`update clock_event set at = at - interval '2 hours' where org_id = ${org.orgId}`.execute(server.owner);
  await org.call(api.updateCase, { params: { id }, body: { version: 1, status: 'resolved' } });
  expect((await read(org, id)).clocks).toMatchObject([{ state: 'missed' }]);
  expect(await eventsOf(org, 'case.clock-breached')).toHaveLength(1);
});

test('publishing counts open cases again, and only those', async () => {
  const org = await newOrganisation(server);
  const [open, done] = [await openOne(org), await openOne(org)];
  await org.call(api.updateCase, { params: { id: done.id }, body: { version: 1, status: 'cancelled' } });
  await publishAgreement(org, { seconds: 3600 });
  await recountCases(server.root, org.orgId);
  expect((await read(org, open.id)).next).toMatchObject({ target: 'resolution', state: 'running' });
  expect((await read(org, done.id)).clocks).toEqual([]);
  await recountCases(server.root, org.orgId);
  expect(await eventsOf(org, 'cases.recounted')).toMatchObject([{ data: { cases: 1 } }]);
});

test('clocks are made again from the events to the same bytes', async () => {
  const org = await newOrganisation(server);
  await publishAgreement(org, { seconds: 3600, targets: ['first-response', 'next-reply', 'resolution'], steps: [warning] });
  const cases: { readonly id: string }[] = [];
  for (const minutes of [0, 30, 50, 90]) cases.push(await openOne(org, { openedAt: agoMinutes(minutes) }));
  const save = async (index: number, body: object) => {
    const id = cases[index]?.id ?? '';
    await org.call(api.updateCase, { params: { id }, body: { version: (await read(org, id)).version, ...body } });
  };
  await save(0, { status: 'awaiting-customer', entry: { kind: 'reply', body: 'Which one?' } });
  await save(1, { status: 'resolved' });
  await save(1, { status: 'open' });
  await save(2, { priority: 'p1' });
  await org.call(api.mergeCase, { params: { id: cases[1]?.id ?? '' }, body: { into: cases[2]?.id ?? '', version: 3 } });
  await sweepClocks(server.root);
  const before = await clocksOf(org);
  expect(before.length).toBeGreaterThan(7);
  const events = await eventsOf(org);
  expect(await rebuildClocks(server.root, org.orgId)).toBe(4);
  expect(await clocksOf(org)).toEqual(before);
  await sql`delete from case_clock where org_id = ${org.orgId}`.execute(server.owner);
  await rebuildClocks(server.root, org.orgId);
  expect(await clocksOf(org)).toEqual(before);
  expect(await eventsOf(org)).toEqual(events);
});

test('the ledger says in both languages how each clock counted, by interval and by party', async () => {
  const org = await newOrganisation(server);
  await publishAgreement(org, { seconds: 7200, steps: [warning] });
  const { id } = await openOne(org, { openedAt: agoMinutes(60) });
  await org.call(api.updateCase, { params: { id }, body: { version: 1, status: 'awaiting-customer' } });
  const { clocks } = await org.call(api.caseLedger, { params: { id } });
  expect(clocks).toMatchObject([
    {
      ...{ target: 'resolution', cycle: 1, goalSeconds: 7200, agreementName: { en: 'Standard' } },
      steps: [{ name: { en: '80 percent' }, state: 'held' }],
    },
  ]);
  const [clock] = clocks;
  if (clock === undefined) throw new Error('a clock was expected');
  expect(clock.intervals[0]).toMatchObject({ kind: 'running', party: 'team:house', partyName: { zh: '本单位' } });
  expect(clock.usedSeconds).toBeGreaterThanOrEqual(3600);
  expect(clock.usedSeconds).toBeLessThan(3660);
  expect(clock.byParty[0]).toMatchObject({ party: 'team:house', seconds: clock.usedSeconds });
  expect(clock.explanation[0]?.zh).toContain('标准');
  expect(clock.explanation.map(({ en }) => en).join(' ')).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}/);
  expect(clock.because.length).toBeGreaterThan(0);
});

test('until it is counted again after a publication, an open case says so', async () => {
  const org = await newOrganisation(server);
  await publishAgreement(org, { seconds: 3600 });
  const [open, done] = [await openOne(org), await openOne(org)];
  await org.call(api.updateCase, { params: { id: done.id }, body: { version: 1, status: 'cancelled' } });
  expect(await org.call(recountProgress)).toEqual({ openCases: 1, waiting: 0 });
  await publishAgreement(org, { seconds: 7200 });
  expect(await org.call(recountProgress)).toEqual({ openCases: 1, waiting: 1 });
  expect([(await read(org, open.id)).recounting, (await read(org, done.id)).recounting]).toEqual([true, false]);
  expect((await org.call(api.listCases)).items.find(({ id }) => id === open.id)?.recounting).toBe(true);
  await recountCases(server.root, org.orgId);
  expect(await org.call(recountProgress)).toEqual({ openCases: 1, waiting: 0 });
  expect((await read(org, open.id)).recounting).toBe(false);
});
