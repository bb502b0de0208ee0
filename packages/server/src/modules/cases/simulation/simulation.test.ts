import { sql } from 'kysely';
import { expect, test, vi } from 'vitest';
import { createServiceContract, getAgreement } from '@zhiheng/contract/agreements/agreements';
import { getCalendar } from '@zhiheng/contract/agreements/calendars';
import type { AgreementDefinition } from '@zhiheng/contract/agreements/policy';
import { updateCase } from '@zhiheng/contract/cases/cases';
import * as api from '@zhiheng/contract/cases/simulation';
import { createCustomer } from '@zhiheng/contract/customers/customers';
import { eventsOf } from '../../../testing/read-events.ts';
import { newOrganisation, type TestOrganisation } from '../../../testing/sign-in.ts';
import { useTestServer } from '../../../testing/test-server.ts';
import { publishAgreement } from '../cases.factory.ts';
import { dayOfMonth, monthNameOf, pastCase } from '../past-cases.factory.ts';
import { simulationWorker, sweepSimulations } from './simulate.ts';

const server = useTestServer();
const hours = (count: number) => count * 3600;
const month = monthNameOf(dayOfMonth(1, 10));

interface Change {
  readonly seconds: number;
  readonly credit?: AgreementDefinition['credit'];
}

/** What is in force, with another goal. */
async function draftOf(org: TestOrganisation, agreementId: string, { seconds, credit = null }: Change): Promise<AgreementDefinition> {
  const { published } = await org.call(getAgreement, { params: { id: agreementId } });
  if (published === null) throw new Error('published was expected');
  const targets = published.targets.map((target) => ({ ...target, goal: { kind: 'working-time' as const, seconds } }));
  return { ...published, targets, credit };
}

/** Resolved after three, five and ten hours around the clock, and one that is still open; all of the tenth of last month. */
async function past(org: TestOrganisation): Promise<Record<'quick' | 'middling' | 'slow' | 'open', string>> {
  const opened = dayOfMonth(1, 10);
  return {
    quick: await pastCase(server, org, { opened, turns: [['resolved', 180]] }),
    middling: await pastCase(server, org, {
      opened,
      turns: [
        ['awaiting-customer', 60],
        ['open', 120],
        ['resolved', 360],
      ],
    }),
    slow: await pastCase(server, org, { opened, turns: [['resolved', 600]] }),
    open: await pastCase(server, org, { opened: dayOfMonth(1, 11) }),
  };
}

test('eight hours become four: who would have breached, month by month, and what it would have cost', async () => {
  const org = await newOrganisation(server);
  const agreementId = await publishAgreement(org, { seconds: hours(8) });
  const { id: customerId } = await org.call(createCustomer, { body: { code: 'K-1', kind: 'organisation', name: 'Acme' } });
  const contract = await org.call(createServiceContract, {
    body: { number: 'V-1', name: 'Acme', customerId, validFrom: '2020-01-01', monthlyPrice: 1000 },
  });
  const cases = await past(org);
  await sql`update service_case set contract_id = ${contract.id} where org_id = ${org.orgId}`.execute(server.owner);
  const definition = await draftOf(org, agreementId, { seconds: hours(4), credit: { percentPerBreach: 6, monthlyCapPercent: 15 } });
  const { id } = await org.call(api.startSimulation, { body: { agreementId, definition } });
  const done = await org.call(api.getSimulation, { params: { id } });
  expect(done).toMatchObject({ state: 'done', cases: 4, casesRead: 4, agreementName: { en: 'Standard' }, createdBy: 'Ada', definition });
  // Eight hours: quick and middling in time, slow and open not. Four: only quick; 5 h of work in middling.
  const figures = { before: { met: 2, breached: 2, n: 4, share: 0.5 }, after: { met: 1, breached: 3, n: 4, share: 0.25 } };
  expect(done.result?.targets).toEqual([{ target: 'resolution', ...figures }]);
  expect(done.result?.months).toEqual([{ month, target: 'resolution', ...figures }]);
  expect(done.result).toMatchObject({ newlyBreached: 1, spared: 0, added: 0, dropped: 0, movedDeadlines: 0 });
  // What is in force gives nothing back; three times six per cent are capped at fifteen.
  expect(done.result?.credits).toEqual([{ contractId: contract.id, number: 'V-1', name: 'Acme', before: 0, after: 150 }]);
  const { items } = await org.call(api.listSimulatedCases, { params: { id } });
  const due = new Date(dayOfMonth(1, 10).getTime() + 5 * 3_600_000).toISOString();
  expect(items).toMatchObject([{ caseId: cases.middling, before: { kind: 'met' }, after: { kind: 'breached', at: due } }]);
  expect((await eventsOf(org, 'simulation.finished'))[0]?.data).toMatchObject({ newlyBreached: 1, spared: 0 });
});

test('twelve hours spare the slow one; nothing in force is touched', async () => {
  const org = await newOrganisation(server);
  const agreementId = await publishAgreement(org, { seconds: hours(8) });
  const cases = await past(org);
  const before = await sql`select * from case_clock where org_id = ${org.orgId} order by case_id`.execute(server.owner);
  const definition = await draftOf(org, agreementId, { seconds: hours(12) });
  const { id } = await org.call(api.startSimulation, { body: { agreementId, definition, months: 2 } });
  const spared = await org.call(api.listSimulatedCases, { params: { id }, query: { change: 'spared' } });
  expect(spared.items.map(({ caseId }) => caseId)).toEqual([cases.slow]);
  expect((await sql`select * from case_clock where org_id = ${org.orgId} order by case_id`.execute(server.owner)).rows).toEqual(
    before.rows,
  );
});

test('a draft of a calendar is tried as if it had always been so: two days closed spare who was slow on them', async () => {
  const org = await newOrganisation(server);
  const agreementId = await publishAgreement(org, { seconds: hours(8) });
  const cases = await past(org);
  const { published } = await org.call(getAgreement, { params: { id: agreementId } });
  if (published === null) throw new Error('published was expected');
  const calendar = await org.call(getCalendar, { params: { id: published.calendarId } });
  const overrides = [10, 11].map((day) => ({ date: `${month}-${day}`, kind: 'closure' as const }));
  const tried = { id: calendar.id, definition: { ...calendar.definition, overrides } };
  const { id } = await org.call(api.startSimulation, { body: { agreementId, calendar: tried } });
  const done = await org.call(api.getSimulation, { params: { id } });
  expect(done).toMatchObject({ state: 'done', calendar: { id: calendar.id, name: calendar.name } });
  const figures = { before: { met: 2, breached: 2, n: 4, share: 0.5 }, after: { met: 3, breached: 1, n: 4, share: 0.75 } };
  expect(done.result?.targets).toEqual([{ target: 'resolution', ...figures }]);
  expect(done.result).toMatchObject({ newlyBreached: 0, spared: 1 });
  const { items } = await org.call(api.listSimulatedCases, { params: { id }, query: { change: 'spared' } });
  expect(items).toMatchObject([{ caseId: cases.slow }]);
  expect((await org.call(getCalendar, { params: { id: calendar.id } })).definition).toEqual(calendar.definition);

  const nowhere = { ...calendar.definition, zone: 'Mars/Olympus' };
  const refusal = (of: { readonly id: string; readonly definition: typeof nowhere }) =>
    org.refusal(api.startSimulation, { body: { agreementId, calendar: of } });
  expect(await refusal({ id: calendar.id, definition: nowhere })).toMatchObject({ status: 422 });
  expect(await refusal({ id: agreementId, definition: calendar.definition })).toMatchObject({ status: 404 });
});

test('a draft that narrows the scope drops the promise; a month that is not asked for is not read', async () => {
  const org = await newOrganisation(server);
  const agreementId = await publishAgreement(org, { seconds: hours(8) });
  await past(org);
  const old = await pastCase(server, org, {
    opened: dayOfMonth(5, 10),
    turns: [
      ['resolved', 180],
      ['closed', 181],
    ],
  });
  const definition = { ...(await draftOf(org, agreementId, { seconds: hours(8) })), scope: { priority: ['p1'] } };
  const { id } = await org.call(api.startSimulation, { body: { agreementId, definition, months: 2 } });
  const { cases, result } = await org.call(api.getSimulation, { params: { id } });
  expect({ cases, dropped: result?.dropped }).toEqual({ cases: 4, dropped: 4 });
  const all = await org.call(api.startSimulation, { body: { agreementId, definition } });
  expect((await org.call(api.getSimulation, { params: { id: all.id } })).result?.dropped).toBe(5);
  expect(old).not.toBe('');
});

test('a draft with a fault is refused, and so is a simulation without a draft', async () => {
  const org = await newOrganisation(server);
  const agreementId = await publishAgreement(org, { seconds: hours(8) });
  const definition = { ...(await draftOf(org, agreementId, { seconds: hours(8) })), targets: [] };
  expect(await org.refusal(api.startSimulation, { body: { agreementId, definition } })).toMatchObject({ status: 422 });
  await sql`update agreement set version = 0 where org_id = ${org.orgId}`.execute(server.owner);
  expect(await org.refusal(api.startSimulation, { body: { agreementId } })).toMatchObject({ status: 409, code: 'nothing_to_simulate' });
});

/** Queues a simulation that nobody begins. */
async function queued(org: TestOrganisation, agreementId: string): Promise<string> {
  const lost = vi.spyOn(server.platform.jobs, 'send').mockResolvedValue();
  const { id, state } = await org.call(api.startSimulation, { body: { agreementId } });
  lost.mockRestore();
  expect(state).toBe('queued');
  return id;
}

test('what nobody works on is taken up again; cancelled it stays cancelled', async () => {
  const org = await newOrganisation(server);
  const agreementId = await publishAgreement(org, { seconds: hours(8) });
  await past(org);
  const [lost, unwanted] = [await queued(org, agreementId), await queued(org, agreementId)];
  await org.call(api.cancelSimulation, { params: { id: unwanted } });
  await sql`update simulation set created_at = now() - interval '1 hour' where org_id = ${org.orgId}`.execute(server.owner);
  await sweepSimulations(server.platform);
  expect(await org.call(api.getSimulation, { params: { id: lost } })).toMatchObject({ state: 'done', casesRead: 4 });
  await simulationWorker(server)({ orgId: org.orgId, id: unwanted });
  expect(await org.call(api.getSimulation, { params: { id: unwanted } })).toMatchObject({ state: 'cancelled', result: null });
  expect(await org.refusal(api.cancelSimulation, { params: { id: lost } })).toMatchObject({ code: 'simulation_is_over' });
  const { items, next } = await org.call(api.listSimulations, { query: { agreementId, limit: 1 } });
  expect(items.map(({ id }) => id)).toEqual([unwanted]);
  const rest = await org.call(api.listSimulations, { query: { agreementId, limit: 1, cursor: next ?? '' } });
  expect(rest.items.map(({ id }) => id)).toEqual([lost]);
});

test('a worker that died goes on behind its last batch, and begins anew when something was published since', async () => {
  const org = await newOrganisation(server);
  const agreementId = await publishAgreement(org, { seconds: hours(8) });
  await past(org);
  const id = await queued(org, agreementId);
  const { root } = server;
  let transactions = 0;
  // Claimed, begun; then the connection is gone while the batch is counted.
  const dying = new Proxy(root, {
    get(target, name) {
      if (name === 'transaction' && (transactions += 1) === 3) throw new Error('connection lost');
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
  await expect(simulationWorker({ root: dying })({ orgId: org.orgId, id })).rejects.toThrow('connection lost');
  await publishAgreement(org, { seconds: hours(2) });
  await simulationWorker(server)({ orgId: org.orgId, id });
  const again = await org.call(api.getSimulation, { params: { id } });
  expect(again).toMatchObject({ state: 'done', casesRead: 4 });
});

test('who may not see a restricted case does not read of it; a case that changes meanwhile is judged as it was', async () => {
  const org = await newOrganisation(server);
  const agreementId = await publishAgreement(org, { seconds: hours(8) });
  const cases = await past(org);
  await sql`update service_case set restricted = true where org_id = ${org.orgId} and id = ${cases.middling}`.execute(server.owner);
  const definition = await draftOf(org, agreementId, { seconds: hours(4) });
  const { id } = await org.call(api.startSimulation, { body: { agreementId, definition } });
  const asAuditor = { cookie: await org.as('auditor') };
  expect((await org.call(api.listSimulatedCases, { params: { id } }, asAuditor)).items).toEqual([]);
  expect((await org.call(api.listSimulatedCases, { params: { id } })).items).toHaveLength(1);
  const waiting = await queued(org, agreementId);
  await org.call(updateCase, { params: { id: cases.open }, body: { version: 1, status: 'cancelled' } });
  await sql`update clock_event set at = now() + interval '1 hour' where org_id = ${org.orgId} and case_id = ${cases.open} and seq = 2`.execute(
    server.owner,
  );
  await simulationWorker(server)({ orgId: org.orgId, id: waiting });
  expect((await org.call(api.getSimulation, { params: { id: waiting } })).result?.targets[0]?.before.n).toBe(4);
});
