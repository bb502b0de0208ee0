import { expect, test } from 'vitest';
import { sql } from 'kysely';
import * as api from '@zhiheng/contract/cases/clock-months';
import { excludeTime } from '@zhiheng/contract/cases/exclusions';
import { createServiceContract } from '@zhiheng/contract/agreements/agreements';
import { caseLedger } from '@zhiheng/contract/cases/cases';
import { createCustomer } from '@zhiheng/contract/customers/customers';
import { eventsOf } from '../../../testing/read-events.ts';
import { newOrganisation, type TestOrganisation } from '../../../testing/sign-in.ts';
import { useTestServer } from '../../../testing/test-server.ts';
import { publishAgreement } from '../cases.factory.ts';
import { rebuildClocks } from '../index.ts';
import { dayOfMonth, monthNameOf, pastCase } from '../past-cases.factory.ts';

const server = useTestServer();
const opened = dayOfMonth(1, 10);
const month = monthNameOf(opened);

/** Promised in eight hours around the clock; resolved after seven, nine and ten. */
async function reported() {
  const org = await newOrganisation(server);
  const id = await publishAgreement(org, { seconds: 8 * 3600 });
  const cases: string[] = [];
  for (const hours of [7, 9, 10]) cases.push(await pastCase(server, org, { opened, turns: [['resolved', 60 * hours]] }));
  await rebuildClocks(server.root, org.orgId);
  return { org, id, cases };
}

const monthOf = async (org: TestOrganisation, id: string): Promise<api.ClockMonth | undefined> =>
  (await org.call(api.listClockMonths, { params: { id }, query: { months: 3 } })).items.find((item) => item.month === month);

/** Takes two hours of its work out of the clock of a case. */
const excludeTwoHours = (org: TestOrganisation, caseId: string | undefined) =>
  org.call(excludeTime, {
    params: { id: caseId ?? '' },
    body: {
      from: new Date(opened.getTime() + 3_600_000).toISOString(),
      to: new Date(opened.getTime() + 3 * 3_600_000).toISOString(),
      reason: 'Power cut',
    },
  });

test('a closed month keeps its figures; what changes later shows as a difference until somebody says why', async () => {
  const { org, id, cases } = await reported();
  const figures = { 'attainment/resolution': { value: 1 / 3, n: 3 } };
  expect(await monthOf(org, id)).toMatchObject({ state: 'open', ended: true, figures, differences: {}, restatements: [] });
  const closed = await org.call(api.closeClockMonth, { params: { id, month } });
  expect(closed).toMatchObject({ state: 'frozen', figures, closedBy: 'Ada', version: 1 });
  expect(await org.refusal(api.closeClockMonth, { params: { id, month } })).toMatchObject({ code: 'month_is_closed' });
  expect(await org.refusal(api.restateClockMonth, { params: { id, month }, body: { reason: 'x' } })).toMatchObject({
    code: 'month_is_unchanged',
  });

  // Nine hours less two are seven: met. Two of three, and two hours taken out.
  await excludeTwoHours(org, cases[1]);
  const differing = await monthOf(org, id);
  expect(differing).toMatchObject({
    ...{ state: 'differs', figures },
    differences: {
      'attainment/resolution': {
        before: { value: 1 / 3, n: 3 },
        after: { value: 2 / 3, n: 3 },
        change: expect.closeTo(1 / 3, 12) as number,
      },
      excluded: { before: null, after: { value: 7200, n: 1 }, change: null },
    },
  });
  expect(await org.refusal(api.restateClockMonth, { params: { id, month }, body: { reason: ' ' } })).toMatchObject({ status: 422 });
  const restated = await org.call(api.restateClockMonth, { params: { id, month }, body: { reason: 'Power cut at the customer' } });
  const after = { 'attainment/resolution': { value: 2 / 3, n: 3 }, excluded: { value: 7200, n: 1 } };
  expect(restated).toMatchObject({
    ...{ state: 'restated', figures: after, differences: {} },
    restatements: [{ number: 1, by: 'Ada', reason: 'Power cut at the customer', deltas: differing?.differences }],
  });
  const stored = await sql<{ figures: object }>`select figures from clock_month where org_id = ${org.orgId}`.execute(server.owner);
  expect(stored.rows).toEqual([{ figures }]);
  expect((await eventsOf(org, 'clock-month.restated'))[0]?.data).toMatchObject({ month, number: 1 });
  expect(await eventsOf(org, 'case.time-excluded')).toMatchObject([{ entity_id: cases[1], data: { reason: 'Power cut' } }]);
});

test('a second restatement stands on the first; one that leads back is told as well', async () => {
  const { org, id, cases } = await reported();
  await org.call(api.closeClockMonth, { params: { id, month } });
  await excludeTwoHours(org, cases[1]);
  await org.call(api.restateClockMonth, { params: { id, month }, body: { reason: 'first' } });
  await excludeTwoHours(org, cases[2]);
  const { restatements, figures } = await org.call(api.restateClockMonth, { params: { id, month }, body: { reason: 'second' } });
  // Ten hours less two are eight: in time to the second.
  expect(figures).toEqual({ 'attainment/resolution': { value: 1, n: 3 }, excluded: { value: 14_400, n: 2 } });
  expect(restatements.map(({ number, reason }) => [number, reason])).toEqual([
    [1, 'first'],
    [2, 'second'],
  ]);
});

test('a month that goes on cannot be closed, an open one not restated, one to come does not exist', async () => {
  const { org, id } = await reported();
  expect(await org.refusal(api.closeClockMonth, { params: { id, month: monthNameOf(new Date()) } })).toMatchObject({
    code: 'month_not_over',
  });
  expect(await org.refusal(api.restateClockMonth, { params: { id, month }, body: { reason: 'x' } })).toMatchObject({
    code: 'month_is_open',
  });
  expect(await org.refusal(api.closeClockMonth, { params: { id, month: '2099-01' } })).toMatchObject({ status: 404 });
  expect(await org.refusal(api.closeClockMonth, { params: { id, month } }, { cookie: await org.as('team-lead') })).toMatchObject({
    status: 403,
  });
});

test('a breach of a priced contract gives its credit, an open clock that is late counts without a tick', async () => {
  const { org, id, cases } = await reported();
  const { id: customerId } = await org.call(createCustomer, { body: { code: 'K-1', kind: 'organisation', name: 'Acme' } });
  const contract = { number: 'V-1', name: 'Acme', customerId, validFrom: '2020-01-01', monthlyPrice: 2000 };
  const { id: contractId } = await org.call(createServiceContract, { body: contract });
  await sql`update service_case set contract_id = ${contractId} where org_id = ${org.orgId} and id = ${cases[1]}`.execute(server.owner);
  await sql`update agreement_version set definition = definition || '{"credit": {"percentPerBreach": 2.5, "monthlyCapPercent": 10}}' where org_id = ${org.orgId}`.execute(
    server.owner,
  );
  await sql`update case_clock set state = 'running', ended_at = null, breached_at = null where org_id = ${org.orgId} and case_id = ${cases[2]}`.execute(
    server.owner,
  );
  const { figures } = (await monthOf(org, id)) ?? {};
  expect(figures).toEqual({ 'attainment/resolution': { value: 1 / 3, n: 3 }, [`credit/${contractId}`]: { value: 50, n: 1 } });
  expect((await org.call(api.listClockMonths, { params: { id } })).contracts).toEqual([{ id: contractId, number: 'V-1' }]);
});

test('the ledger of a case shows what was taken out, and by whom', async () => {
  const { org, cases } = await reported();
  await excludeTwoHours(org, cases[0]);
  const { clocks } = await org.call(caseLedger, { params: { id: cases[0] ?? '' } });
  expect(clocks[0]?.intervals).toMatchObject([
    { kind: 'running' },
    { kind: 'excluded', workingSeconds: 7200, reason: { en: 'Power cut' } },
    { kind: 'running' },
  ]);
  expect(clocks[0]?.usedSeconds).toBe(5 * 3600);
  const backwards = { from: opened.toISOString(), to: opened.toISOString(), reason: 'x' };
  expect(await org.refusal(excludeTime, { params: { id: cases[0] ?? '' }, body: backwards })).toMatchObject({
    errors: [{ path: 'to', code: 'ends_before_it_begins' }],
  });
});
