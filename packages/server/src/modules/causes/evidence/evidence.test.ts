import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { mannWhitneyTest, welchTest } from '@zhiheng/stats/comparison';
import { createCase } from '@zhiheng/contract/cases/cases';
import * as api from '@zhiheng/contract/causes/causes';
import type { EvidenceRequest } from '@zhiheng/contract/causes/evidence';
import { createUnit } from '@zhiheng/contract/organisation/organisation';
import { sendObservations } from '@zhiheng/contract/measurement/observations';
import { eventsOf } from '../../../testing/read-events.ts';
import { newOrganisation, type TestOrganisation } from '../../../testing/sign-in.ts';
import { useTestServer } from '../../../testing/test-server.ts';
import { buildIndicator } from '../../measurement/measurement.factory.ts';
import { beginAnalysis, node } from '../causes.factory.ts';

const server = useTestServer();
const east = [31, 35, 28, 40, 44, 39, 30, 36];
const west = [22, 19, 25, 27, 18, 24, 21, 20];
const march = { from: '2026-03-01', to: '2026-03-31', label: '' };

/** Waiting times of two sites in March, in minutes, and how often each answered in time. */
async function observed(org: TestOrganisation) {
  const [eastId, westId] = await Promise.all(
    ['east', 'west'].map(
      async (code) =>
        (await org.call(createUnit, { params: { kind: 'sites' }, body: { code, name: { zh: code, en: code }, parentId: null } })).id,
    ),
  );
  await org.inside(async (operation) => {
    await buildIndicator(operation, { code: 'wait' });
    await buildIndicator(operation, { code: 'in_time', measure: 'share', unit: '%', direction: 'higher', limits: null });
  });
  const row = (site: string, value: number, at: number) => ({
    indicator: 'wait',
    at: `2026-03-${String(at + 2).padStart(2, '0')}T03:00:00Z`,
    value,
    site,
  });
  const rows = [...east.map((value, at) => row('east', value, at)), ...west.map((value, at) => row('west', value, at))];
  const shares = [
    { indicator: 'in_time', at: '2026-03-05T03:00:00Z', value: 48, n: 80, site: 'east' },
    { indicator: 'in_time', at: '2026-03-05T03:00:00Z', value: 56, n: 70, site: 'west' },
  ];
  const batch = await org.call(sendObservations, { body: [...rows, ...shares] });
  expect(batch).toMatchObject({ stored: 18, quarantined: 0 });
  return { east: { ...march, siteId: eastId ?? '' }, west: { ...march, siteId: westId ?? '' } };
}

async function withCause(org: TestOrganisation) {
  const { id, tree } = await beginAnalysis(org);
  const causes = [node('staff', 'problem'), node('route', 'problem')];
  await org.call(api.saveTree, { params: { id }, body: { version: 1, tree: [...tree, ...causes] } });
  return { id };
}

const trial = (org: TestOrganisation, request: object) => org.call(api.tryCauseEvidence, { body: { request: request as EvidenceRequest } });

test("a figure carries n and interval: Student's interval of the mean, held against a number", async () => {
  const org = await newOrganisation(server);
  const groups = await observed(org);
  const request = { kind: 'figure', indicator: 'wait', group: groups.east, claim: 'above', reference: 30 };
  const found = await trial(org, request);
  // 35.375 ± 2.364624 · √(211.875 / 7 / 8), with the tabulated t of 7 degrees of freedom.
  expect(found).toMatchObject({ says: 'supports', n: 8, unit: 'min' });
  expect(found.estimate).toBeCloseTo(35.375, 10);
  expect(found.interval?.[0]).toBeCloseTo(30.7755, 3);
  expect(found.interval?.[1]).toBeCloseTo(39.9745, 3);
  expect((await trial(org, { ...request, reference: 33 })).says).toBe('open');
  expect((await trial(org, { ...request, reference: 50 })).says).toBe('refutes');
});

test("Welch's test and Mann and Whitney's on two sites agree with the tests on the values themselves", async () => {
  const org = await newOrganisation(server);
  const groups = await observed(org);
  const request = { kind: 'test', of: { kind: 'indicator', code: 'wait' }, groups: [groups.east, groups.west], claim: 'first-higher' };
  const welch = await trial(org, { ...request, method: 'welch' });
  const direct = welchTest(east, west);
  if (direct.kind !== 'welch-test') throw new Error('a result was expected');
  expect(welch).toMatchObject({
    says: 'supports',
    n: 16,
    groups: [
      { n: 8, value: 35.375 },
      { n: 8, value: 22 },
    ],
  });
  expect(welch.estimate).toBeCloseTo(direct.difference, 9);
  expect(welch.interval?.[0]).toBeCloseTo(direct.interval[0], 9);
  expect(welch.p).toBeCloseTo(direct.p, 12);
  const ranks = await trial(org, { ...request, method: 'mann-whitney' });
  const byValues = mannWhitneyTest(east, west);
  if (byValues.kind !== 'mann-whitney-test') throw new Error('a result was expected');
  expect([ranks.statistic, ranks.p, ranks.says]).toEqual([byValues.u, byValues.exactP, 'supports']);
  expect((await trial(org, { ...request, method: 'welch', claim: 'first-lower' })).says).toBe('refutes');
});

test('shares are compared in percentage points with the interval of Newcombe (1998), table II (a)', async () => {
  const org = await newOrganisation(server);
  const groups = await observed(org);
  const request = {
    kind: 'test',
    of: { kind: 'indicator', code: 'in_time' },
    method: 'two-proportions',
    groups: [groups.west, groups.east],
  };
  const found = await trial(org, { ...request, claim: 'first-higher' });
  expect(found.says).toBe('supports');
  expect(found.estimate).toBeCloseTo(20, 9);
  expect(found.interval?.[0]).toBeCloseTo(5.24, 2);
  expect(found.interval?.[1]).toBeCloseTo(33.39, 2);
  const wrong = await org.refusal(api.tryCauseEvidence, { body: { request: { ...request, method: 'welch', claim: 'differ' } as never } });
  expect(wrong.errors).toMatchObject([{ path: 'request.method', code: 'test_does_not_fit' }]);
});

test('shares of cases, and a table of their priorities', async () => {
  const org = await newOrganisation(server);
  const open = async (priority: 'p1' | 'p3', count: number) => {
    for (let at = 0; at < count; at++) await org.call(createCase, { body: { type: 'incident', subject: `${priority} ${at}`, priority } });
  };
  await open('p1', 10);
  await sql`update service_case set opened_at = '2026-02-10T03:00:00Z' where org_id = ${org.orgId}`.execute(server.owner);
  await open('p3', 9);
  await open('p1', 1);
  await sql`update service_case set opened_at = '2026-03-10T03:00:00Z' where org_id = ${org.orgId} and opened_at > '2026-03-01'`.execute(
    server.owner,
  );
  const february = { from: '2026-02-01', to: '2026-02-28', label: '' };
  const request = { kind: 'test', of: { kind: 'cases', field: 'priority', value: 'p1' }, groups: [february, march] };
  const shares = await trial(org, { ...request, method: 'two-proportions', claim: 'first-higher' });
  expect(shares).toMatchObject({
    says: 'supports',
    groups: [
      { n: 10, value: 100 },
      { n: 10, value: 10 },
    ],
  });
  const table = await trial(org, { ...request, method: 'chi-square', claim: 'differ' });
  // Of [[10, 0], [1, 9]]: 20 · (10·9 − 0·1)² / (10 · 10 · 11 · 9).
  expect([table.statistic?.toFixed(3), table.df, table.says, table.interval]).toEqual(['16.364', 1, 'supports', null]);
  const nothing = await org.refusal(api.tryCauseEvidence, {
    body: {
      request: {
        ...request,
        groups: [february, { ...march, from: '2025-01-01', to: '2025-01-02' }],
        method: 'two-proportions',
        claim: 'differ',
      } as never,
    },
  });
  expect([nothing.code, nothing.params]).toEqual(['evidence_too_few', { what: 0, least: 1 }]);
});

test('a cause is supported by what is linked to it, the stored figures stay, and can be worked out again', async () => {
  const org = await newOrganisation(server);
  const groups = await observed(org);
  const { id } = await withCause(org);
  const params = { id };
  const request = {
    kind: 'test',
    of: { kind: 'indicator', code: 'wait' },
    method: 'welch',
    groups: [groups.east, groups.west],
    claim: 'first-higher',
    margin: 0,
  } as never;
  const linked = await org.call(api.addCauseEvidence, { params, body: { nodeId: 'staff', request, note: '东区排班' } });
  expect(linked.states).toEqual({ staff: 'supported', route: 'open' });
  const [evidence] = linked.evidence;
  const one = { ...params, evidenceId: evidence?.id ?? '' };
  expect(await org.call(api.recomputeCauseEvidence, { params: one })).toMatchObject({ same: true });
  await org.call(sendObservations, { body: [{ indicator: 'wait', at: '2026-03-20T03:00:00Z', value: 300, site: 'west' }] });
  const again = await org.call(api.recomputeCauseEvidence, { params: one });
  expect([again.same, again.stored.n, again.now.n]).toEqual([false, 16, 17]);
  expect((await org.call(api.getAnalysis, { params })).states).toMatchObject({ staff: 'supported' });
  expect((await org.refusal(api.addCauseEvidence, { params, body: { nodeId: 'problem', request } })).errors).toMatchObject([
    { code: 'unknown_cause' },
  ]);
  const without = await org.call(api.withdrawCauseEvidence, { params: one });
  expect([without.evidence, without.states]).toEqual([[], { staff: 'open', route: 'open' }]);
  const types = (await eventsOf(org)).map(({ type }) => type).filter((type) => type.startsWith('cause-evidence'));
  expect(types).toEqual(['cause-evidence.added', 'cause-evidence.withdrawn']);
});

test('what cannot be evidence says why', async () => {
  const org = await newOrganisation(server);
  const groups = await observed(org);
  const figure = { kind: 'figure', indicator: 'wait', group: groups.east, claim: 'above', reference: 30 };
  const refusal = async (request: object) => org.refusal(api.tryCauseEvidence, { body: { request: request as EvidenceRequest } });
  expect((await refusal({ ...figure, indicator: 'no_such' })).errors).toMatchObject([
    { path: 'request.indicator', code: 'unknown_indicator' },
  ]);
  expect((await refusal({ ...figure, group: { ...groups.east, from: '2025-03-01', to: '2025-03-02' } })).code).toBe(
    'evidence_nothing_measured',
  );
  expect((await refusal({ ...figure, group: { ...groups.east, from: '2026-03-02', to: '2026-03-02' } })).code).toBe(
    'evidence_without_interval',
  );
  expect((await refusal({ ...figure, group: { ...groups.east, to: '2026-02-01' } })).errors).toMatchObject([
    { path: 'request.group.to', code: 'ends_before_start' },
  ]);
});
