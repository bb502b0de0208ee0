import { expect, test } from 'vitest';
import { customerOrder } from '@zhiheng/contract/customers/customer-kind';
import * as api from '@zhiheng/contract/customers/customers';
import { listTrash, restoreFromTrash } from '@zhiheng/contract/insight/board';
import { eventsOf } from '../../testing/read-events.ts';
import { newOrganisation, type TestOrganisation } from '../../testing/sign-in.ts';
import { useTestServer } from '../../testing/test-server.ts';
import { openOne } from '../cases/cases.factory.ts';
import { addCustomer, addSegment } from './customers.factory.ts';

const server = useTestServer();
const names = async (org: TestOrganisation, query: object = {}, cookie?: string) =>
  (await org.call(api.listCustomers, { query }, cookie === undefined ? {} : { cookie })).items.map(({ name }) => name);

const wu = { name: '吴敏', role: '行政', email: 'wu@example.org', phone: '13900001111' };

test('a customer with all that belongs to it, and the code made when none is given', async () => {
  const org = await newOrganisation(server);
  const fields = {
    ...{
      kind: 'organisation' as const,
      name: '海河商贸',
      email: 'info@example.org',
      phone: '022-23456789',
      address: '天津',
      language: 'en' as const,
    },
    ...{ annualValue: 1200.5, since: '2024-02-29', attributes: { city: '天津', seats: 12 }, note: '每月对账', contacts: [wu] },
  };
  const made = await addCustomer(org, fields);
  expect(made).toMatchObject({ ...fields, code: 'K-000001', segmentId: null, openCases: 0, masked: false, version: 1 });
  await addCustomer(org, { code: 'K-000002' });
  expect((await addCustomer(org)).code).toBe('K-000003');
  expect(await org.refusal(api.createCustomer, { body: { code: 'K-000001', name: 'x', kind: 'person' } })).toMatchObject({
    code: 'customer_code_taken',
  });
  expect((await eventsOf(org, 'customer.created'))[0]).toMatchObject({ entity_id: made.id, label: '海河商贸', data: { code: 'K-000001' } });
});

test('search by name, code, e-mail, phone in any spelling, and by contacts', async () => {
  const org = await newOrganisation(server);
  await addCustomer(org, { name: '刘洋', phone: '+86 138-0013-2207' });
  await addCustomer(org, { name: '王小明', email: 'ming@example.org', code: 'X_9' });
  await addCustomer(org, { name: '海河商贸', kind: 'organisation', contacts: [wu] });
  expect(await names(org, { q: '刘洋' })).toEqual(['刘洋']);
  expect(await names(org, { q: '13800132207' })).toEqual(['刘洋']);
  expect(await names(org, { q: '138 0013' })).toEqual(['刘洋']);
  expect(await names(org, { q: 'MING@' })).toEqual(['王小明']);
  expect(await names(org, { q: 'x_' })).toEqual(['王小明']);
  expect(await names(org, { q: '吴敏' })).toEqual(['海河商贸']);
  expect(await names(org, { q: '13900001111' })).toEqual(['海河商贸']);
  expect(await names(org, { q: '%' })).toEqual([]);
  expect(await names(org, { kind: 'organisation' })).toEqual(['海河商贸']);
});

test('pages in each order, none twice and none lost', async () => {
  const org = await newOrganisation(server);
  const values = [5, null, 7, 5, 1];
  for (const [n, annualValue] of values.entries())
    await addCustomer(org, { name: `N${n % 2}`, code: `C${n}`, annualValue, since: n < 2 ? null : `2026-0${n}-01` });
  for (const order of customerOrder.options) {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await org.call(api.listCustomers, { query: { order, limit: 2, ...(cursor === undefined ? {} : { cursor }) } });
      expect(page.total).toBe(5);
      seen.push(...page.items.map(({ code }) => code));
      cursor = page.next ?? undefined;
    } while (cursor !== undefined);
    expect(seen.toSorted()).toEqual(['C0', 'C1', 'C2', 'C3', 'C4']);
    if (order === 'value') expect(seen).toEqual(['C2', 'C3', 'C0', 'C4', 'C1']);
    if (order === 'since') expect(seen).toEqual(['C2', 'C3', 'C4', 'C0', 'C1']);
    if (order === 'code') expect(seen).toEqual(seen.toSorted());
  }
  expect(await org.refusal(api.listCustomers, { query: { cursor: 'bm90aGluZw' } })).toMatchObject({ status: 422 });
});

test('who may not read personal values sees masks, finds nothing behind them and cannot write them back', async () => {
  const org = await newOrganisation(server, { roles: { clerk: ['customers.read', 'customers.write'] } });
  const [clerk, executive] = [await org.as('clerk'), await org.as('executive')];
  const made = await addCustomer(org, {
    email: 'liu@example.org',
    phone: '13800132207',
    address: '天津',
    note: '住在河边',
    contacts: [wu],
  });
  const seen = await org.call(api.getCustomer, { params: { id: made.id } }, { cookie: executive });
  expect(seen).toMatchObject({
    name: '刘*洋',
    email: 'l***@example.org',
    phone: '138****2207',
    address: '****',
    note: '****',
    masked: true,
  });
  expect(seen.contacts).toEqual([{ name: '吴*', role: '行政', email: 'w***@example.org', phone: '139****1111' }]);
  expect(await names(org, {}, executive)).toEqual(['刘*洋']);
  expect(await names(org, { q: '刘小洋' }, executive)).toEqual([]);
  expect(await names(org, { q: '2207' }, executive)).toEqual([]);
  expect(await names(org, { q: made.code }, executive)).toEqual(['刘*洋']);
  const params = { id: made.id };
  const back = await org.refusal(api.updateCustomer, { params, body: { version: 1, name: seen.name } }, { cookie: clerk });
  expect(back).toMatchObject({ status: 403, params: { permission: 'customers.personal' } });
  const changed = await org.call(api.updateCustomer, { params, body: { version: 1, annualValue: 5 } }, { cookie: clerk });
  expect(changed).toMatchObject({ name: '刘*洋', annualValue: 5 });
  expect((await org.call(api.getCustomer, { params })).name).toBe('刘小洋');
  expect((await org.refusal(api.importCustomers, { body: { text: 'code\n1' } }, { cookie: clerk })).status).toBe(403);
});

test('a change names the version that was read; the log keeps no personal value', async () => {
  const org = await newOrganisation(server);
  const { id } = await addCustomer(org, { phone: '110' });
  const params = { id };
  const changed = await org.call(api.updateCustomer, { params, body: { version: 1, phone: '13800132207', annualValue: 5 } });
  expect(changed).toMatchObject({ version: 2, phone: '13800132207', name: '刘小洋' });
  expect((await org.refusal(api.updateCustomer, { params, body: { version: 1, note: 'late' } })).code).toBe('changed_meanwhile');
  expect((await org.call(api.updateCustomer, { params, body: { version: 2, annualValue: 5 } })).version).toBe(2);
  expect(await eventsOf(org, 'customer.changed')).toMatchObject([
    { label: '刘*洋', data: { phone: {}, annualValue: { from: null, to: 5 } } },
  ]);
  expect(JSON.stringify(await eventsOf(org))).not.toContain('13800132207');
});

test('of two who change the same customer one is told', async () => {
  const org = await newOrganisation(server);
  const { id } = await addCustomer(org);
  const tries = ['a', 'b'].map((note) => org.call(api.updateCustomer, { params: { id }, body: { version: 1, note } }));
  const done = await Promise.allSettled(tries);
  expect(done.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
});

test('deleted to the trash and back; open cases are counted and stay', async () => {
  const org = await newOrganisation(server);
  const { id, code } = await addCustomer(org);
  await openOne(org, { customerId: id });
  const params = { id };
  expect((await org.call(api.getCustomer, { params })).openCases).toBe(1);
  await org.call(api.deleteCustomer, { params });
  expect(await names(org)).toEqual([]);
  expect((await org.refusal(api.getCustomer, { params })).status).toBe(404);
  expect((await org.refusal(api.updateCustomer, { params, body: { version: 1 } })).status).toBe(404);
  expect((await org.call(listTrash)).items).toMatchObject([{ kind: 'customer', id, label: `刘** (${code})` }]);
  await org.call(restoreFromTrash, { params: { kind: 'customer', id } });
  expect((await org.call(api.getCustomer, { params })).openCases).toBe(1);
  expect((await eventsOf(org)).map(({ type }) => type).filter((type) => type.startsWith('customer.'))).toEqual([
    'customer.created',
    'customer.deleted',
    'customer.restored',
  ]);
});

test('nobody reads or changes the customers of another organisation', async () => {
  const [org, other] = [await newOrganisation(server), await newOrganisation(server)];
  const { id } = await addCustomer(org);
  const segment = await addSegment(other, 'theirs');
  expect((await other.refusal(api.getCustomer, { params: { id } })).status).toBe(404);
  expect((await other.refusal(api.updateCustomer, { params: { id }, body: { version: 1, note: 'x' } })).status).toBe(404);
  expect((await other.refusal(api.deleteCustomer, { params: { id } })).status).toBe(404);
  const put = await org.refusal(api.updateCustomer, { params: { id }, body: { version: 1, segmentId: segment.id } });
  expect(put.errors).toMatchObject([{ path: 'segmentId', code: 'unknown_segment' }]);
});
