import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { createCalendar } from '@zhiheng/contract/agreements/calendars';
import * as api from '@zhiheng/contract/monitoring/objectives';
import type { Reply } from '@zhiheng/contract/endpoint';
import { eventsOf } from '../../../testing/read-events.ts';
import { newOrganisation, type TestOrganisation } from '../../../testing/sign-in.ts';
import { useTestServer } from '../../../testing/test-server.ts';
import { rebuildObjectives } from '../index.ts';
import { buildPortal, day, draftOf, observe, publishOne, refresh } from '../monitoring.factory.ts';

const server = useTestServer();
const minute = 60_000;
const minutesAgo = (n: number): Date => new Date(Math.floor(Date.now() / minute) * minute - n * minute);
const read = (org: TestOrganisation, id: string) => org.call(api.getObjective, { params: { id } });
const measured = ({ status }: Pick<Reply<typeof api.getObjective>, 'status'>) => {
  if (status?.kind !== 'measured') throw new Error('nothing is measured');
  return status;
};

test('from a draft to a figure: attainment, budget, coverage by hand', async () => {
  const org = await newOrganisation(server);
  const serviceId = await buildPortal(org);
  const method = { kind: 'occurrences', slice: 3600 } as const;
  const draft = draftOf(serviceId, { method, window: { kind: 'rolling', unit: 'day', count: 1 } });
  const begun = await org.call(api.createObjective, { body: { code: 'up', name: { zh: '可用', en: 'Up' }, draft } });
  expect(begun).toMatchObject({ version: 0, revision: 1, definition: null, hasDraft: true, status: null });
  await org.call(api.publishObjective, { params: { id: begun.id }, body: { revision: 1 } });
  // 600 of 610 in three hours of which one has no reading: 1 % of 610 may be bad.
  const hour = (n: number) => new Date((Math.floor(Date.now() / 3_600_000) - n) * 3_600_000);
  await observe(org, [
    { at: hour(5), good: 300, n: 300 },
    { at: hour(3), good: 300, n: 310 },
    { at: new Date(Date.now() - 3 * day), good: 0, n: 999 },
  ]);
  await refresh(server);
  const [row] = (await org.call(api.listObjectives)).items;
  const status = measured(row!);
  expect(status).toMatchObject({ good: 600, n: 610, attainment: 600 / 610, met: false, coverage: { measured: 2 } });
  expect(status.budget).toMatchObject({ allowed: expect.closeTo(6.1, 9), spent: 10, left: expect.closeTo(-3.9, 9) });
  // The last day begins within an hour: 23 or 24 whole hours lie in it.
  expect(status.coverage.expected).toBeGreaterThanOrEqual(23);
  expect(status.coverage.expected).toBeLessThanOrEqual(24);
  const page = await read(org, begun.id);
  expect(page.burnDown[0]).toMatchObject({ left: 1 });
  expect(page.burnDown.at(-1)?.left).toBeCloseTo(1 - 10 / 6.1, 9);
  expect(page.days.filter((one) => one.status.kind === 'measured').reduce((sum, one) => sum + measured(one).n, 0)).toBe(1609);
  expect((await eventsOf(org)).map(({ type }) => type).filter((type) => type.startsWith('objective.'))).toEqual([
    'objective.created',
    'objective.published',
  ]);
});

test('what is published never changes; a new version judges what comes after it', async () => {
  const org = await newOrganisation(server);
  const serviceId = await buildPortal(org);
  const { id, revision } = await publishOne(org, serviceId);
  const draft = draftOf(serviceId, { target: 0.9 });
  const saved = await org.call(api.saveObjectiveDraft, { params: { id }, body: { revision, draft } });
  expect(saved).toMatchObject({ version: 1, hasDraft: true, definition: { target: 0.99 } });
  expect((await org.refusal(api.saveObjectiveDraft, { params: { id }, body: { revision, draft } })).code).toBe('changed_meanwhile');
  await org.call(api.publishObjective, { params: { id }, body: { revision: saved.revision } });
  expect((await org.refusal(api.publishObjective, { params: { id }, body: { revision: saved.revision + 1 } })).code).toBe('no_draft');
  const { versions } = await read(org, id);
  expect(versions.map(({ version, definition }) => [version, definition.target])).toEqual([
    [2, 0.9],
    [1, 0.99],
  ]);
  await refresh(server);
  const { items } = await org.call(api.objectiveHistory, { params: { id } });
  expect(items.map(({ target }) => target)).toEqual([0.9, ...items.slice(1).map(() => 0.99)]);
  expect(items.length).toBeGreaterThan(1);
  const rewritten = sql`update objective_version set definition = '{}' where org_id = ${org.orgId}`.execute(server.root);
  await expect(rewritten).rejects.toThrow(/permission denied/);
});

test('an outage is left out when a second person agrees, and the figure is restated openly', async () => {
  const org = await newOrganisation(server);
  const { id } = await publishOne(org, await buildPortal(org));
  await observe(org, [
    { at: minutesAgo(300), good: 980, n: 980 },
    { at: minutesAgo(200), good: 0, n: 20 },
  ]);
  await refresh(server);
  expect(measured(await read(org, id))).toMatchObject({ good: 980, n: 1000, met: false });
  const span = { from: minutesAgo(201).toISOString(), to: minutesAgo(199).toISOString(), reason: '约定的升级 agreed upgrade' };
  const entered = await org.call(api.excludeTime, { params: { id }, body: span });
  expect(entered).toMatchObject({ ...span, state: 'pending', enteredBy: { name: 'Ada' } });
  const params = { id: entered.id };
  expect((await org.refusal(api.decideExclusion, { params, body: { approve: true } })).code).toBe('second_person_needed');
  expect(measured(await read(org, id))).toMatchObject({ n: 1000, attainment: 0.98 });
  const second = { cookie: await org.as('quality-manager') };
  expect(await org.call(api.decideExclusion, { params, body: { approve: true, note: 'yes' } }, second)).toMatchObject({
    state: 'approved',
  });
  const page = await read(org, id);
  expect(measured(page)).toMatchObject({ good: 980, n: 980, met: true, attainment: 1, attainmentWithoutExclusions: 0.98 });
  expect(page.restatements).toMatchObject([{ exclusionId: entered.id, before: { good: 980, n: 1000 }, after: { good: 980, n: 980 } }]);
  expect((await org.refusal(api.decideExclusion, { params, body: { approve: false } }, second)).code).toBe('decided_already');
  expect((await eventsOf(org, 'objective.restated'))[0]?.data).toMatchObject({ before: { n: 1000 }, after: { n: 980 } });
  const { items } = await org.call(api.objectiveHistory, { params: { id }, query: { months: 2 } });
  expect(items.some(({ restated }) => restated)).toBe(true);
});

test('what is rejected changes nothing, and impossible spans are refused', async () => {
  const org = await newOrganisation(server);
  const { id } = await publishOne(org, await buildPortal(org));
  await observe(org, [{ at: minutesAgo(90), good: 1, n: 2 }]);
  await refresh(server);
  const body = { from: minutesAgo(100).toISOString(), to: minutesAgo(80).toISOString(), reason: 'x' };
  const { id: exclusion } = await org.call(api.excludeTime, { params: { id }, body });
  const second = { cookie: await org.as('quality-manager') };
  await org.call(api.decideExclusion, { params: { id: exclusion }, body: { approve: false } }, second);
  expect(measured(await read(org, id))).toMatchObject({ good: 1, n: 2 });
  const wrong = await org.refusal(api.excludeTime, { params: { id }, body: { ...body, from: body.to, to: '2026-01-01T00:00:30Z' } });
  expect(wrong.errors.map(({ path, code }) => [path, code])).toEqual([
    ['to', 'whole_minutes'],
    ['to', 'before_the_beginning'],
  ]);
});

// 2 % of the budget of 30 days in an hour is 14.4 times too fast; 1 % may be bad, so more than 14.4 % of an hour.
test('a budget that burns too fast raises one alert, which ends by itself', async () => {
  const org = await newOrganisation(server);
  const { id } = await publishOne(org, await buildPortal(org));
  const alerts = async () =>
    (await org.call(api.listObjectiveAlerts)).items.map(({ stretch, recoveredAt }) => [stretch, recoveredAt === null]);
  const fast = async () => (await alerts()).filter(([stretch]) => stretch === 3600);
  await observe(org, [{ at: minutesAgo(30), good: 85, n: 85 }]);
  await observe(org, [{ at: minutesAgo(2), good: 0, n: 14 }]);
  await refresh(server);
  expect(await fast()).toEqual([]);
  await observe(org, [{ at: minutesAgo(1), good: 0, n: 1 }]);
  const later = (minutes: number) => new Date(Date.now() + minutes * minute);
  await refresh(server, later(1.1));
  await refresh(server, later(2.2));
  expect(await fast()).toEqual([[3600, true]]);
  await refresh(server, later(8));
  expect(await fast()).toEqual([[3600, false]]);
  const said = (await eventsOf(org)).filter(
    ({ type, data }) => /alerted|recovered/.test(type) && (data as { stretch: number }).stretch === 3600,
  );
  expect(said.map(({ type }) => type)).toEqual(['objective.alerted', 'objective.recovered']);
  expect((await read(org, id)).alerts).toHaveLength((await alerts()).length);
});

test('two failures of a quiet service call nobody', async () => {
  const org = await newOrganisation(server);
  const { id } = await publishOne(org, await buildPortal(org));
  await observe(org, [{ at: minutesAgo(1), good: 0, n: 2 }]);
  await refresh(server);
  expect((await read(org, id)).burning.map(({ kind }) => kind)).toEqual(['quiet', 'quiet', 'quiet']);
  expect((await org.call(api.listObjectiveAlerts)).items).toEqual([]);
});

test('with a calendar only its hours are promised', async () => {
  const org = await newOrganisation(server);
  const serviceId = await buildPortal(org);
  const week = Array.from({ length: 7 }, () => [{ from: '09:00', to: '18:00' }]);
  const definition = { zone: 'Asia/Shanghai', week, makeUpHours: [], overrides: [] };
  const calendar = await org.call(createCalendar, { body: { code: 'office', name: { zh: '办公', en: 'Office' }, definition } });
  const method = { kind: 'occurrences', slice: 3600 } as const;
  const { id } = await publishOne(org, serviceId, { calendarId: calendar.id, method, window: { kind: 'rolling', unit: 'day', count: 7 } });
  const shanghai = new Intl.DateTimeFormat('sv', { timeZone: 'Asia/Shanghai' });
  const noon = new Date(`${shanghai.format(Date.now() - 2 * day)}T12:00+08:00`);
  await observe(org, [
    { at: noon, good: 9, n: 10 },
    { at: new Date(noon.getTime() + 8 * 3_600_000), good: 0, n: 10 },
  ]);
  await refresh(server);
  const status = measured(await read(org, id));
  expect(status).toMatchObject({ good: 9, n: 10 });
  // Seven days of nine hours, cut at an hour of today and of a week ago.
  expect(Math.abs(status.coverage.expected - 63)).toBeLessThanOrEqual(1);
});

test('the projection is made again from the observations, to the same figures', async () => {
  const org = await newOrganisation(server);
  const { id } = await publishOne(org, await buildPortal(org));
  await observe(
    org,
    Array.from({ length: 200 }, (_, index) => ({ at: minutesAgo(7 * index), good: index % 9, n: 9 })),
  );
  const now = new Date();
  await refresh(server, now);
  const minutes = async () =>
    (await sql`select minute, good, total from objective_minute where org_id = ${org.orgId} order by 1`.execute(server.owner)).rows;
  const [before, page] = [await minutes(), await read(org, id)];
  expect(before).toHaveLength(200);
  await sql`update objective_minute set good = 0 where org_id = ${org.orgId}`.execute(server.owner);
  expect(await rebuildObjectives(server.root, org.orgId, now)).toBe(1);
  expect(await minutes()).toEqual(before);
  expect(measured(await read(org, id))).toMatchObject({ good: measured(page).good, n: measured(page).n });
  expect(await eventsOf(org, 'objective.alerted')).toHaveLength(page.alerts.length);
});

test('a retired objective is judged no more, and can be taken up again', async () => {
  const org = await newOrganisation(server);
  const { id } = await publishOne(org, await buildPortal(org));
  await org.call(api.retireObjective, { params: { id }, body: { retired: true } });
  expect((await org.call(api.listObjectives)).items).toEqual([]);
  expect((await org.call(api.listObjectives, { query: { retired: 'true' } })).items).toMatchObject([{ id }]);
  await observe(org, [{ at: minutesAgo(1), good: 0, n: 99 }]);
  await refresh(server, new Date(Date.now() + day));
  expect((await org.call(api.listObjectiveAlerts)).items).toEqual([]);
  await org.call(api.retireObjective, { params: { id }, body: { retired: false } });
  await refresh(server);
  expect((await org.call(api.listObjectiveAlerts)).items.length).toBeGreaterThan(0);
});

test('what cannot be judged is refused with its field', async () => {
  const org = await newOrganisation(server);
  const serviceId = await buildPortal(org);
  const nobody = '0197d000-0000-7000-8000-000000000000';
  const refused = async (more: object) => {
    const body = { code: 'x', name: { zh: '甲', en: 'A' }, draft: draftOf(serviceId, more) };
    return (await org.refusal(api.createObjective, { body })).errors.map(({ path, code }) => `${path}: ${code}`);
  };
  expect(await refused({ serviceId: nobody })).toEqual(['draft.serviceId: unknown_service']);
  expect(await refused({ calendarId: nobody })).toEqual(['draft.calendarId: unknown_calendar']);
  expect(await refused({ source: { kind: 'probe', probeId: nobody, latencyMs: null } })).toEqual(['draft.source.probeId: unknown_probe']);
  expect(await refused({ source: { kind: 'indicator', code: 'answered', limit: { op: 'lte', value: 1 } } })).toEqual([
    'draft.source.limit: share_needs_no_limit',
  ]);
  expect(await refused({ since: '2999-01-01T00:00:00Z' })).toEqual(['draft.since: in_the_future']);
});
