import { sql } from 'kysely';
import { expect, test } from 'vitest';
import * as api from '@zhiheng/contract/cases/cases';
import type { CountedFrom } from '@zhiheng/contract/measurement/counted-from';
import { createIndicator, figureRecount, updateIndicator } from '@zhiheng/contract/measurement/indicators';
import { newOrganisation, type TestOrganisation } from '../../../testing/sign-in.ts';
import { useTestServer } from '../../../testing/test-server.ts';
import { openOne, publishAgreement } from '../cases.factory.ts';
import { sweepClocks } from '../sweep-clocks.ts';
import { rebuildObservations } from './rebuild-observations.ts';
import { sweepDays } from './sweep-days.ts';

const server = useTestServer();
type Counted = Omit<CountedFrom, 'kind'>;

const shapes = {
  duration: { unit: 'h', direction: 'lower' },
  share: { unit: '%', direction: 'higher' },
  count: { unit: '1', direction: 'lower' },
  number: { unit: '/5', direction: 'higher' },
} as const;

async function count(org: TestOrganisation, measure: keyof typeof shapes, wanted: Record<string, Counted>): Promise<void> {
  for (const [code, source] of Object.entries(wanted)) {
    const more = {
      dimension: 'responsiveness',
      perspective: 'technical',
      decimals: 0,
      aggregate: measure === 'count' ? 'sum' : 'mean',
    } as const;
    const countedFrom = { kind: 'cases' as const, ...source };
    await org.call(createIndicator, { body: { code, name: { zh: code, en: code }, measure, ...shapes[measure], ...more, countedFrom } });
  }
}

/** What stands, as lines: key, indicator, hours since the epoch, value and n. */
const standing = (org: TestOrganisation) =>
  org.inside(async ({ db, orgId }) => {
    const { rows } = await sql<{ key: string; code: string; value: number; n: number; at: Date }>`
      select o.record_key as key, i.code, o.value, o.n, o.at from observation o join indicator i on i.id = o.indicator_id
      where o.org_id = ${orgId} order by i.code, o.at, o.record_key`.execute(db);
    return rows;
  });
const figures = async (org: TestOrganisation) => (await standing(org)).map(({ key, code, value, n }) => `${key} ${code} ${value}/${n}`);

/** Rollups and deltas added up must say the same as the observations. */
const added = (org: TestOrganisation) =>
  org.inside(async ({ db, orgId }) => {
    const { rows } = await sql<{ code: string; n: number; total: string }>`
      select i.code, sum(r.n)::int8 as n, sum(r.total)::text as total from (
        select indicator_id, n, total from rollup where org_id = ${orgId} and grain = 'month'
        union all select indicator_id, n, total from rollup_delta where org_id = ${orgId} and grain = 'month') r
      join indicator i on i.id = r.indicator_id group by i.code having sum(r.n) <> 0 order by i.code`.execute(db);
    return rows.map(({ code, n, total }) => `${code} ${n} ${Number(total)}`);
  });

const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();
async function change(org: TestOrganisation, id: string, body: object): Promise<void> {
  const { version } = await org.call(api.getCase, { params: { id } });
  await org.call(api.updateCase, { params: { id }, body: { version, ...body } });
}
const reply = { kind: 'reply', body: 'x' } as const;

test('what a case says is written with its save, corrected when it comes back, and taken away with it', async () => {
  const org = await newOrganisation(server);
  await publishAgreement(org, { seconds: 3600, targets: ['first-response', 'resolution'] });
  await count(org, 'duration', { response: { quantity: 'response-time' }, resolution: { quantity: 'resolution-time' } });
  await count(org, 'share', {
    reopened: { quantity: 'reopened' },
    kept: { quantity: 'attainment' },
    late: { quantity: 'attainment', types: ['complaint'] },
  });
  const { id, number } = await openOne(org, { openedAt: minutesAgo(90) });
  // Both promises were broken half an hour ago, in the same second.
  expect(await figures(org)).toEqual([`${number} kept 0/2`]);
  await change(org, id, { entry: reply });
  await change(org, id, { status: 'resolved' });
  const first = await standing(org);
  expect(first.map(({ code, n }) => [code, n])).toEqual([
    ['kept', 2],
    ['reopened', 1],
    ['resolution', 1],
    ['response', 1],
  ]);
  for (const { code, value } of first.filter(({ code }) => code.startsWith('res')))
    expect([code, Math.round(value / 60)]).toEqual([code, 90]);
  expect(first.find(({ code }) => code === 'reopened')?.value).toBe(0);
  await change(org, id, { status: 'open' });
  expect((await figures(org)).slice(0, 2)).toEqual([`${number} kept 0/2`, `${number} reopened 1/1`]);
  expect((await standing(org)).map(({ code }) => code)).toEqual(['kept', 'reopened', 'response']);
  await change(org, id, { status: 'cancelled' });
  expect(await figures(org)).toEqual([]);
  expect(await added(org)).toEqual([]);
});

test('a promise that passes is counted by the sweep, once', async () => {
  const org = await newOrganisation(server);
  await publishAgreement(org, { seconds: 3600 });
  await count(org, 'share', { kept: { quantity: 'attainment', targets: ['resolution'] } });
  const { number } = await openOne(org);
  expect(await figures(org)).toEqual([]);
  for (let turn = 0; turn < 2; turn++) await sweepClocks(server.root, new Date(Date.now() + 3_700_000));
  expect(await figures(org)).toEqual([`${number} kept 0/1`]);
});

test('first contact, parties and filters', async () => {
  const org = await newOrganisation(server);
  await count(org, 'share', { first: { quantity: 'first-contact' } });
  await count(org, 'duration', {
    customer: { quantity: 'held-by', party: 'customer' },
    urgent: { quantity: 'resolution-time', priorities: ['p1'] },
  });
  const [straight, asked] = [await openOne(org, { priority: 'p1' }), await openOne(org)];
  await change(org, straight.id, { entry: reply, status: 'resolved' });
  await change(org, asked.id, { entry: reply, status: 'awaiting-customer' });
  await sql`update clock_event set at = at - interval '2 hours' where org_id = ${org.orgId} and case_id = ${asked.id}`.execute(
    server.owner,
  );
  await change(org, asked.id, { status: 'resolved' });
  const lines = (await standing(org)).map(
    ({ key, code, value }) => `${key} ${code} ${code === 'first' ? value : Math.round(value / 3600)}`,
  );
  expect(lines).toEqual([
    `${straight.number} customer 0`,
    `${asked.number} customer 2`,
    `${straight.number} first 1`,
    `${asked.number} first 0`,
    `${straight.number} urgent 0`,
  ]);
});

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000);

test('days are counted when they are over, from the ledgers', async () => {
  const org = await newOrganisation(server);
  await count(org, 'count', { complaints: { quantity: 'opened', types: ['complaint'] } });
  await count(org, 'number', { backlog: { quantity: 'backlog' } });
  await count(org, 'duration', { age: { quantity: 'backlog-age' } });
  await count(org, 'share', { answered: { quantity: 'answered-in-time' }, settled: { quantity: 'settled-in-time' } });
  const openedAt = minutesAgo(5);
  const [quick, slow] = [await openOne(org, { type: 'complaint', openedAt }), await openOne(org, { type: 'complaint', openedAt })];
  await change(org, quick.id, { entry: reply });
  await change(org, slow.id, { cause: 'service', remedy: 'x' });
  await sweepDays(server.root, inDays(3));
  const rows = await standing(org);
  const valuesOf = (wanted: string) => rows.filter(({ code }) => code === wanted).map(({ value, n }) => `${value}/${n}`);
  // Two were opened on the first day, none on the next two. Both are open at the end of each of the three days.
  expect(valuesOf('complaints')).toEqual(['2/1', '0/1', '0/1']);
  expect(valuesOf('backlog')).toEqual(['2/1', '2/1', '2/1']);
  expect(
    rows.flatMap(({ code, n, value, at }) =>
      code === 'age' ? [[n, Math.abs(value - (at.getTime() - Date.parse(openedAt)) / 1000) < 2]] : [],
    ),
  ).toEqual([
    [2, true],
    [2, true],
    [2, true],
  ]);
  // A day after the opening one of two had an answer, two days after it none was settled.
  expect(valuesOf('answered')).toEqual(['1/2']);
  expect(valuesOf('settled')).toEqual(['0/2']);
  expect((await rebuildObservations(server.root, org.orgId, inDays(3))).changed).toBe(0);
  // A complaint that is entered late changes the days since it came; what is resolved stays counted where it was open.
  const late = await openOne(org, { type: 'complaint', openedAt });
  await sql`update service_case set updated_at = ${inDays(3.5)} where org_id = ${org.orgId} and id = ${late.id}`.execute(server.owner);
  await sweepDays(server.root, inDays(4));
  const again = (await standing(org)).filter(({ code }) => code === 'backlog').map(({ value }) => value);
  expect(again).toEqual([3, 3, 3, 3]);
});

const walks = {
  duration: ['response-time', 'resolution-time', 'working-resolution-time'],
  share: ['attainment', 'reopened', 'first-contact', 'promises-kept'],
} as const;

test('after random walks a rebuild from nothing makes the same rows and the same sums', async () => {
  const org = await newOrganisation(server);
  await publishAgreement(org, { seconds: 1800, targets: ['first-response', 'resolution'] });
  for (const measure of ['duration', 'share'] as const) {
    await count(org, measure, Object.fromEntries(walks[measure].map((quantity) => [quantity.replaceAll('-', '_'), { quantity }])));
  }
  await count(org, 'number', { backlog: { quantity: 'backlog' } });
  const later = inDays(3);
  // Park and Miller's generator: the same walk every time.
  let seed = 20_261_121;
  const draw = (below: number): number => (seed = (seed * 48_271) % 2_147_483_647) % below;
  const cases = [];
  for (let at = 0; at < 8; at++)
    cases.push(await openOne(org, { openedAt: minutesAgo(draw(100)), type: at % 2 === 0 ? 'incident' : 'question' }));
  for (let step = 0; step < 60; step++) {
    const { id } = cases[draw(cases.length)] ?? cases[0]!;
    const { transitions, version } = await org.call(api.getCase, { params: { id } });
    const status = transitions[draw(transitions.length + 1)];
    await org
      .refusal(api.updateCase, {
        params: { id },
        body: { version, ...(draw(2) === 0 && { entry: reply }), ...(status !== undefined && { status }) },
      })
      .catch(() => undefined);
  }
  await sweepDays(server.root, later);
  const [rows, sums] = [await standing(org), await added(org)];
  expect(rows.length).toBeGreaterThan(30);
  expect((await rebuildObservations(server.root, org.orgId, later)).changed).toBe(0);
  for (const table of ['observation', 'rollup', 'rollup_delta'])
    await sql`delete from ${sql.table(table)} where org_id = ${org.orgId}`.execute(server.owner);
  await rebuildObservations(server.root, org.orgId, later);
  expect(await standing(org)).toEqual(rows);
  expect(await added(org)).toEqual(sums);
});

test('whoever changes what is counted sees how far the counting anew is', async () => {
  const org = await newOrganisation(server);
  const far = () => org.call(figureRecount);
  expect(await far()).toEqual({ running: false, done: 0, total: null });
  for (let nth = 0; nth < 3; nth++) await openOne(org);
  await count(org, 'count', { incidents: { quantity: 'opened', types: ['incident'] } });
  // The job of the change has run by now.
  expect(await far()).toEqual({ running: false, done: 3, total: 3 });

  const before = new Date();
  const countedFrom = { kind: 'cases', quantity: 'opened' } as const;
  await org.call(updateIndicator, { params: { code: 'incidents' }, body: { version: 1, countedFrom } });
  // What began before the change does not count what it changed.
  await rebuildObservations(server.root, org.orgId, before);
  expect(await far()).toEqual({ running: true, done: 3, total: 3 });
  await rebuildObservations(server.root, org.orgId);
  expect((await far()).running).toBe(false);
});
