import { sql } from 'kysely';
import { expect, test } from 'vitest';
import * as api from '@zhiheng/contract/agreements/agreements';
import { createService } from '@zhiheng/contract/catalog/services';
import { listTrash, restoreFromTrash } from '@zhiheng/contract/insight/board';
import { newId } from '../../platform/identifier.ts';
import { eventsOf } from '../../testing/read-events.ts';
import { newOrganisation, type TestOrganisation } from '../../testing/sign-in.ts';
import { useTestServer } from '../../testing/test-server.ts';
import { named, newCalendar, promising } from './agreements.factory.ts';

const server = useTestServer();

const newCustomer = async (org: TestOrganisation, name: string, kind = 'organisation') => {
  const id = newId();
  await org.inside(({ db, orgId }) =>
    sql`insert into customer (org_id, id, code, kind, name) values (${orgId}, ${id}, ${`c-${id}`}, ${kind}, ${name})`.execute(db),
  );
  return id;
};

test('a supplier with its contact, changed by the version that was read', async () => {
  const org = await newOrganisation(server);
  const made = await org.call(api.createSupplier, { body: { code: 'carrier', name: named('Carrier'), email: 'ops@example.org' } });
  expect(made).toMatchObject({ contact: '', email: 'ops@example.org', phone: '', note: '', agreements: 0, version: 1 });
  const params = { id: made.id };
  const changed = await org.call(api.updateSupplier, { params, body: { version: 1, contact: 'Li' } });
  expect(changed).toEqual({ ...made, contact: 'Li', version: 2 });
  expect(await org.refusal(api.updateSupplier, { params, body: { version: 1, phone: '1' } })).toMatchObject({ code: 'changed_meanwhile' });
  expect(await org.call(api.updateSupplier, { params, body: { version: 2, contact: 'Li' } })).toEqual(changed);
  expect((await org.refusal(api.createSupplier, { body: { code: 'carrier', name: named('x') } })).code).toBe('supplier_code_taken');
  expect(await eventsOf(org, 'supplier.changed')).toMatchObject([{ data: { contact: { from: '', to: 'Li' } } }]);
});

test('a supplier whom an agreement binds stays', async () => {
  const org = await newOrganisation(server);
  const supplier = await org.call(api.createSupplier, { body: { code: 'carrier', name: named('Carrier') } });
  const draft = promising((await newCalendar(org)).id);
  const body = { code: 'line', name: named('line'), kind: 'supplier-contract' as const, supplierId: supplier.id, draft };
  const agreement = await org.call(api.createAgreement, { body });
  expect((await org.call(api.listSuppliers)).items).toMatchObject([{ code: 'carrier', agreements: 1 }]);
  const params = { id: supplier.id };
  expect(await org.refusal(api.deleteSupplier, { params })).toMatchObject({ status: 409, code: 'supplier_in_use' });
  await org.call(api.deleteAgreement, { params: { id: agreement.id } });
  await org.call(api.deleteSupplier, { params });
  expect((await org.call(api.listSuppliers)).items).toEqual([]);
  const back = await org.refusal(restoreFromTrash, { params: { kind: 'agreement', id: agreement.id } });
  expect(back).toMatchObject({ code: 'restore_first', params: { what: 'carrier' } });
  await org.call(restoreFromTrash, { params: { kind: 'supplier', id: supplier.id } });
  expect((await org.call(api.listSuppliers)).items).toMatchObject([{ code: 'carrier' }]);
});

test('a contract with a customer: services, dates, price', async () => {
  const org = await newOrganisation(server);
  const customerId = await newCustomer(org, 'North Ltd');
  const service = await org.call(createService, { body: { code: 'mail', name: named('Mail'), type: 'support' } });
  const body = { number: 'K-1', name: 'Maintenance', customerId, serviceIds: [service.id], validFrom: '2026-01-01', monthlyPrice: 1200.5 };
  const made = await org.call(api.createServiceContract, { body });
  expect(made).toMatchObject({ ...body, customerName: 'North Ltd', validTo: null, note: '', version: 1 });
  const params = { id: made.id };
  const changed = await org.call(api.updateServiceContract, { params, body: { version: 1, validTo: '2026-12-31', serviceIds: [] } });
  expect(changed).toMatchObject({ version: 2, validTo: '2026-12-31', serviceIds: [] });
  const wrong = async (more: object) =>
    (await org.refusal(api.createServiceContract, { body: { ...body, number: 'K-2', ...more } })).errors;
  expect(await wrong({ validTo: '2025-12-31' })).toMatchObject([{ path: 'validTo', code: 'before_start' }]);
  expect(await wrong({ serviceIds: [service.id, newId()] })).toMatchObject([{ path: 'serviceIds.1', code: 'unknown_service' }]);
  expect(await wrong({ customerId: service.id })).toMatchObject([{ path: 'customerId', code: 'unknown_customer' }]);
  expect((await org.refusal(api.createServiceContract, { body })).code).toBe('contract_number_taken');
  const numbers = async (customer: string) =>
    (await org.call(api.listServiceContracts, { query: { customerId: customer } })).items.map(({ number }) => number);
  expect([await numbers(customerId), await numbers(service.id)]).toEqual([['K-1'], []]);
  await org.call(api.deleteServiceContract, { params });
  expect(await numbers(customerId)).toEqual([]);
  expect((await org.call(listTrash)).items).toMatchObject([{ kind: 'service-contract', label: 'Maintenance' }]);
  await org.call(restoreFromTrash, { params: { kind: 'service-contract', id: made.id } });
  expect(await numbers(customerId)).toEqual(['K-1']);
  const types = (await eventsOf(org)).filter((event) => event.entity_id === made.id).map(({ type }) => type);
  expect(types).toEqual(['created', 'changed', 'deleted', 'restored'].map((what) => `service-contract.${what}`));
});

test('who may not read personal values sees a person only by code', async () => {
  const org = await newOrganisation(server);
  const id = await newCustomer(org, 'Li Hua', 'person');
  const body = { number: 'K-1', name: 'Care', customerId: id, validFrom: '2026-01-01' };
  expect((await org.call(api.createServiceContract, { body })).customerName).toBe('Li Hua');
  const { items } = await org.call(api.listServiceContracts, {}, { cookie: await org.as('auditor') });
  expect(items).toMatchObject([{ customerName: `c-${id}` }]);
});
