import { expect, test } from 'vitest';
import * as api from '@zhiheng/contract/cases/cases';
import { createService } from '@zhiheng/contract/catalog/services';
import { createServiceContract } from '@zhiheng/contract/agreements/agreements';
import { createCustomer } from '@zhiheng/contract/customers/customers';
import { createUnit } from '@zhiheng/contract/organisation/organisation';
import { newId } from '../../platform/identifier.ts';
import { eventsOf } from '../../testing/read-events.ts';
import { newOrganisation } from '../../testing/sign-in.ts';
import { useTestServer } from '../../testing/test-server.ts';
import { openOne, publishAgreement } from './cases.factory.ts';

const server = useTestServer();
const named = (text: string) => ({ zh: `${text}名`, en: text });

test('a case gets a number, goes to the team of its service, and is found by id and by number', async () => {
  const org = await newOrganisation(server);
  const team = await org.call(createUnit, { params: { kind: 'teams' }, body: { code: 'desk', name: named('Desk') } });
  const service = await org.call(createService, { body: { code: 'vpn', name: named('VPN'), type: 'it', teamId: team.id } });
  const body = { type: 'incident' as const, subject: 'VPN 连不上', serviceId: service.id, priority: 'p2' as const, contactName: '王小明' };
  const opened = await org.call(api.createCase, { body });
  expect(opened).toMatchObject({ number: 'C-000001', version: 1 });
  const found = await org.call(api.getCase, { params: { id: opened.id } });
  expect(found).toMatchObject({
    number: 'C-000001',
    status: 'new',
    priority: 'p2',
    teamName: named('Desk'),
    serviceName: named('VPN'),
    customerName: '王小明',
    firstContactName: 'Ada',
    next: null,
    entries: [],
    masked: false,
  });
  expect(await org.call(api.getCase, { params: { id: 'c-000001' } })).toEqual(found);
  expect(await eventsOf(org, 'case.opened')).toMatchObject([{ entity_id: opened.id, label: 'C-000001', data: { type: 'incident' } }]);
});

test('numbers are unique when many open at once', async () => {
  const org = await newOrganisation(server);
  const opened = await Promise.all(Array.from({ length: 120 }, () => openOne(org)));
  expect(new Set(opened.map(({ number }) => number)).size).toBe(120);
});

test('the clock of the agreement that holds starts with the case', async () => {
  const org = await newOrganisation(server);
  await publishAgreement(org, { seconds: 3600 });
  const openedAt = new Date(Date.now() - 1_800_000).toISOString();
  const { id } = await openOne(org, { openedAt });
  const found = await org.call(api.getCase, { params: { id } });
  const due = new Date(Math.floor(Date.parse(openedAt) / 1000) * 1000 + 3_600_000).toISOString();
  expect(found.next).toEqual({ target: 'resolution', state: 'running', dueAt: due });
  expect(found.clocks).toMatchObject([
    { target: 'resolution', cycle: 1, state: 'running', dueAt: due, goalSeconds: 3600, breachedAt: null },
  ]);
});

test('a case that was opened long ago is overdue at once, and nobody is alarmed', async () => {
  const org = await newOrganisation(server);
  await publishAgreement(org, { seconds: 3600 });
  const { id } = await openOne(org, { openedAt: new Date(Date.now() - 7_200_000).toISOString() });
  expect((await org.call(api.getCase, { params: { id } })).next?.state).toBe('overdue');
  expect(await eventsOf(org, 'case.clock-breached')).toEqual([]);
});

test('what a case names must be there', async () => {
  const org = await newOrganisation(server);
  const fields = ['customerId', 'serviceId', 'categoryId', 'teamId', 'assigneeId', 'siteId', 'supplierId', 'contractId'] as const;
  const nowhere = Object.fromEntries(fields.map((field) => [field, newId()]));
  const wrong = await org.refusal(api.createCase, { body: { type: 'question', subject: 'x', ...nowhere } });
  const codes = ['customer', 'service', 'category', 'team', 'account', 'site', 'supplier', 'contract'];
  expect(wrong.errors).toMatchObject(fields.map((path, at) => ({ path, code: `unknown_${codes[at]}` })));
  const future = new Date(Date.now() + 60_000).toISOString();
  const early = await org.refusal(api.createCase, { body: { type: 'question', subject: 'x', openedAt: future } });
  expect(early.errors).toMatchObject([{ path: 'openedAt', code: 'in_future' }]);
});

test('a customer brings contact and contract; the contract of the very service comes before the one for all', async () => {
  const org = await newOrganisation(server);
  const contact = { email: 'desk@acme.example', phone: '13812345678' };
  const { id: customerId } = await org.call(createCustomer, { body: { code: 'K-1', kind: 'organisation', name: 'Acme', ...contact } });
  const service = await org.call(createService, { body: { code: 'vpn', name: named('VPN'), type: 'it' } });
  const sign = (number: string, more: object) =>
    org.call(createServiceContract, { body: { number, name: 'Acme', customerId, validFrom: '2020-01-01', ...more } });
  const [all, one] = [await sign('V-1', {}), await sign('V-2', { serviceIds: [service.id], validFrom: '2019-01-01' })];
  await sign('V-3', { serviceIds: [service.id], validTo: '2021-01-01' });
  const open = async (more: object) => org.call(api.getCase, { params: { id: (await openOne(org, { customerId, ...more })).id } });
  const known = { contactName: 'Acme', contactEmail: contact.email, contactPhone: contact.phone };
  expect(await open({})).toMatchObject({ ...known, contractId: all.id });
  expect(await open({ serviceId: service.id, contactName: 'Li' })).toMatchObject({ ...known, contactName: 'Li', contractId: one.id });
});

test('adverse events are for those with the permission and those concerned; an anonymous one names nobody', async () => {
  const org = await newOrganisation(server);
  const [agent, other] = [await org.as('service-agent'), await org.as('service-agent')];
  const own = await org.call(api.createCase, { body: { type: 'adverse-event', subject: 'fall' } }, { cookie: agent });
  expect(await org.call(api.getCase, { params: { id: own.id } }, { cookie: agent })).toMatchObject({ restricted: true });
  expect((await org.refusal(api.getCase, { params: { id: own.id } }, { cookie: other })).status).toBe(404);
  expect((await org.call(api.listCases, {}, { cookie: other })).items).toEqual([]);
  expect((await org.call(api.listCases)).total).toBe(1);
  const hidden = await org.call(api.createCase, { body: { type: 'adverse-event', subject: 'x', anonymous: true } }, { cookie: agent });
  expect(await org.call(api.getCase, { params: { id: hidden.id } })).toMatchObject({ anonymous: true, firstContactId: null });
  expect((await eventsOf(org, 'case.opened')).at(-1)).toMatchObject({ actor_id: null, actor_kind: 'system' });
});

test('who finds that a case is an adverse event may say so, and then leaves it to those who may see it', async () => {
  const org = await newOrganisation(server);
  const agent = { cookie: await org.as('service-agent') };
  const { id } = await openOne(org);
  const saved = await org.call(api.updateCase, { params: { id }, body: { version: 1, type: 'adverse-event' } }, agent);
  expect(saved).toMatchObject({ type: 'adverse-event', restricted: true });
  expect((await org.refusal(api.getCase, { params: { id } }, agent)).status).toBe(404);
});

test('personal data is masked for those who may not see it', async () => {
  const org = await newOrganisation(server);
  const contact = { contactName: '王小明', contactEmail: 'wang@example.org', contactPhone: '13812345678' };
  const { id } = await openOne(org, contact);
  const masked = await org.call(api.getCase, { params: { id } }, { cookie: await org.as('auditor') });
  expect(masked).toMatchObject({
    masked: true,
    customerName: '王*明',
    contactName: '王*明',
    contactEmail: 'w***@example.org',
    contactPhone: '138****5678',
    transitions: [],
  });
  expect(await org.call(api.getCase, { params: { id } })).toMatchObject(contact);
});
