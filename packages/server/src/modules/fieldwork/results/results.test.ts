import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { getRaterAgreement } from '@zhiheng/contract/fieldwork/agreement';
import { getFieldResults } from '@zhiheng/contract/fieldwork/results';
import { moveFieldSession, updateFieldSession } from '@zhiheng/contract/fieldwork/sessions';
import { reopenFieldSheet } from '@zhiheng/contract/fieldwork/sheets';
import { createFieldStudy, deleteFieldStudy, publishGuide, type FieldStudy } from '@zhiheng/contract/fieldwork/studies';
import { restoreFromTrash } from '@zhiheng/contract/insight/board';
import { createUnit } from '@zhiheng/contract/organisation/organisation';
import { deliverEvents } from '../../../testing/deliver-events.ts';
import { newOrganisation, type TestOrganisation } from '../../../testing/sign-in.ts';
import { useTestServer } from '../../../testing/test-server.ts';
import { answersOf, hold, newPerson, openStudy, planSession, rate, type Person } from '../fieldwork.factory.ts';
import { rebuildSessionObservations } from '../outflow/observe-sessions.ts';

const server = useTestServer();

interface Visits {
  readonly raters: readonly [Person, Person];
  readonly ratings: readonly (readonly [number, number])[];
  readonly siteId?: string;
}

/** Ratings of two raters in each session: of the first statement; the others are 3. */
async function rated(org: TestOrganisation, study: FieldStudy, { raters, ratings, ...more }: Visits) {
  const made = [];
  for (const [at, pair] of ratings.entries()) {
    const session = await hold(org, await planSession(org, study, { at, raterIds: raters.map(({ id }) => id), ...more }));
    for (const [who, kind] of pair.entries()) await rate(org, session, { ...(raters[who] ?? raters[0]), answers: answersOf(kind, 3, 3) });
    made.push(session);
  }
  return made;
}

const pairs = [
  [1, 2],
  [2, 2],
  [3, 4],
  [4, 4],
  [5, 5],
  [5, 3],
] as const;
const scoreOf = (kind: number): number => (25 * (kind - 1) + 50 + 50) / 3;
const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

test('scores by session, place and month, with n and interval, against the study before', async () => {
  const org = await newOrganisation(server);
  const raters = [await newPerson(org), await newPerson(org)] as const;
  const earlier = await openStudy(org);
  const before = [
    [1, 1],
    [2, 2],
    [1, 3],
  ] as const;
  await rated(org, earlier, { raters, ratings: before });
  const site = await org.call(createUnit, { params: { kind: 'sites' }, body: { code: 'east', name: { zh: '东', en: 'East' } } });
  const copy = await org.call(createFieldStudy, {
    body: { name: { zh: '二', en: 'Two' }, kind: 'mystery-visit', copyOf: earlier.id, wanted: 9 },
  });
  const study = await org.call(publishGuide, { params: { id: copy.id }, body: { version: copy.version } });
  await rated(org, study, { raters, ratings: pairs.slice(0, 4), siteId: site.id });
  await rated(org, study, { raters, ratings: pairs.slice(4) });
  await planSession(org, study);
  const found = await org.call(getFieldResults, { params: { id: study.id } });
  expect(found.funnel).toEqual({ wanted: 9, planned: 1, held: 6, cancelled: 0, sheetsExpected: 12, sheetsSubmitted: 12 });
  const values = pairs.map(([a, b]) => (scoreOf(a) + scoreOf(b)) / 2);
  const mean = meanOf(values);
  const deviation = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / 5);
  // Student's t with five degrees of freedom, 97.5 %: 2.570581835636314
  const half = (2.570581835636314 * deviation) / Math.sqrt(6);
  expect(found.score?.figure).toEqual({
    ...{ n: 6, sufficient: true, needed: 5, mean: expect.closeTo(mean, 9) as number },
    ...{ low: expect.closeTo(mean - half, 9) as number, high: expect.closeTo(mean + half, 9) as number },
  });
  const meanBefore = meanOf([scoreOf(1), scoreOf(2), (scoreOf(1) + scoreOf(3)) / 2]);
  expect(found).toMatchObject({ previous: { kind: 'study', name: { zh: 'Visits' } } });
  expect(found.score?.previous).toMatchObject({
    n: 3,
    mean: expect.closeTo(meanBefore, 9) as number,
    difference: expect.closeTo(mean - meanBefore, 9) as number,
  });
  expect(found.sites.map(({ name, figure }) => [name?.en ?? null, figure.n])).toEqual([
    ['East', 4],
    [null, 2],
  ]);
  expect(found.items.find(({ key }) => key === 'items.kind')?.figure).toMatchObject({
    n: 6,
    mean: expect.closeTo(meanOf(pairs.flat()), 9) as number,
  });
  expect(found.months).toMatchObject([{ month: '2026-01', figure: { n: 6 } }]);
  const query = { from: '2026-01-08', until: '2026-01-10' };
  const period = await org.call(getFieldResults, { params: { id: study.id }, query });
  expect(period).toMatchObject({
    previous: { kind: 'period', from: '2026-01-05', until: '2026-01-07' },
    score: { figure: { n: 1 }, previous: { n: 5 } },
  });
});

test('how far raters agree is told by item and by measure, the least agreed first', async () => {
  const org = await newOrganisation(server);
  const raters = [await newPerson(org), await newPerson(org)] as const;
  const study = await openStudy(org);
  await rated(org, study, { raters, ratings: pairs });
  const found = await org.call(getRaterAgreement, { params: { id: study.id } });
  expect(found).toMatchObject({ sessions: 6, hidden: 0, raters: [{ sheets: 6 }, { sheets: 6 }] });
  const kind = found.items.find(({ key }) => key === 'items.kind');
  expect(kind).toMatchObject({
    level: 'ordinal',
    n: 6,
    ratings: 12,
    equal: 0.5,
    coefficient: { kind: 'kappa', value: expect.closeTo(kappaByHand(pairs, 5), 12) as number },
  });
  expect(kind?.widest.map(({ number }) => number)).toEqual([6, 3, 1]);
  expect(found.items[0]?.key).toBe('items.kind');
  expect(found.items.find(({ key }) => key === 'items.fast')).toMatchObject({ equal: 1, coefficient: { state: 'undetermined' } });
  expect(found.items.find(({ key }) => key === 'badge')).toMatchObject({
    level: 'nominal',
    n: 0,
    equal: null,
    coefficient: { state: 'insufficient' },
  });
  const score = found.measures.find(({ key }) => key === 'score');
  expect(score).toMatchObject({
    coefficient: { kind: 'alpha' },
    icc: { kind: 'icc2', value: expect.closeTo(iccByHand(pairs), 12) as number },
  });
});

/** 1 minus observed over expected squared distance, which is the quadratic kappa: Cohen (1968). */
function kappaByHand(rows: readonly (readonly [number, number])[], levels: number): number {
  const distance = (a: number, b: number) => (a - b) ** 2 / (levels - 1) ** 2;
  const observed = meanOf(rows.map(([a, b]) => distance(a, b)));
  const expected = meanOf(rows.flatMap(([a]) => rows.map(([, b]) => distance(a, b))));
  return 1 - observed / expected;
}

/** Two-way analysis of variance written out, after Shrout and Fleiss (1979); a linear scale changes nothing. */
function iccByHand(rows: readonly (readonly [number, number])[]): number {
  const [n, k] = [rows.length, 2];
  const all = meanOf(rows.flat());
  const raters = [meanOf(rows.map(([a]) => a)), meanOf(rows.map(([, b]) => b))];
  const between = (k * rows.reduce((sum, row) => sum + (meanOf(row) - all) ** 2, 0)) / (n - 1);
  const judges = (n * raters.reduce((sum, mean) => sum + (mean - all) ** 2, 0)) / (k - 1);
  const left = rows.flatMap((row) => row.map((value, at) => (value - meanOf(row) - (raters[at] ?? 0) + all) ** 2));
  const error = left.reduce((sum, value) => sum + value, 0) / ((n - 1) * (k - 1));
  return (between - error) / (between + (k - 1) * error + (k * (judges - error)) / n);
}

const observed = async (org: TestOrganisation) => {
  const { rows } = await sql<{ key: string; value: number; at: Date; site: string | null }>`
    select o.record_key as key, o.value, o.at, s.site_id as site from observation o
    join indicator i on i.org_id = o.org_id and i.id = o.indicator_id and i.code = 'fieldwork_score'
    join subject s on s.org_id = o.org_id and s.id = o.subject_id where o.org_id = ${org.orgId} order by o.record_key`.execute(
    server.owner,
  );
  return rows;
};

test('a session flows out when all have rated, is corrected, withdrawn and comes back; a rebuild finds nothing to mend', async () => {
  const org = await newOrganisation(server);
  const raters = [await newPerson(org), await newPerson(org)] as const;
  const study = await openStudy(org);
  const [first] = await rated(org, study, { raters, ratings: [[4, 5]] });
  if (first === undefined) throw new Error('no session');
  const half = await hold(org, await planSession(org, study, { raterIds: raters.map(({ id }) => id) }));
  await rate(org, half, raters[0]);
  await deliverEvents(server);
  const value = Math.round(((scoreOf(4) + scoreOf(5)) / 2) * 10);
  expect(await observed(org)).toEqual([{ key: first.id, value, at: new Date(first.startsAt), site: null }]);
  const site = await org.call(createUnit, { params: { kind: 'sites' }, body: { code: 'east', name: { zh: '东', en: 'East' } } });
  const change = { version: first.version, siteId: site.id, startsAt: '2025-11-05T02:00:00.000Z' };
  const moved = await org.call(updateFieldSession, { params: { id: first.id }, body: change });
  await deliverEvents(server);
  const standing = [{ key: first.id, value, at: new Date(change.startsAt), site: site.id }];
  expect(await observed(org)).toEqual(standing);
  expect(await rebuildSessionObservations(server.root, org.orgId)).toBe(0);
  await sql`delete from observation where org_id = ${org.orgId}`.execute(server.owner);
  expect(await rebuildSessionObservations(server.root, org.orgId)).toBe(1);
  expect(await observed(org)).toEqual(standing);
  const again = await org.call(moveFieldSession, {
    params: { id: first.id },
    body: { version: moved.version, to: 'planned', reason: 'x' },
  });
  await deliverEvents(server);
  expect(await observed(org)).toEqual([]);
  await org.call(moveFieldSession, { params: { id: first.id }, body: { version: again.version, to: 'held' } });
  await org.call(deleteFieldStudy, { params: { id: study.id } });
  await deliverEvents(server);
  expect(await observed(org)).toEqual([]);
  await org.call(restoreFromTrash, { params: { kind: 'field-study', id: study.id } });
  await deliverEvents(server);
  expect(await observed(org)).toEqual(standing);
  const sheets = await server.owner.selectFrom('field_sheet').select(['id', 'version']).where('session_id', '=', first.id).execute();
  await org.call(reopenFieldSheet, { params: { id: sheets[0]?.id ?? '' }, body: { version: sheets[0]?.version ?? 0, reason: 'x' } });
  await deliverEvents(server);
  expect(await observed(org)).toEqual([]);
});
