import { expect, test } from 'vitest';
import * as api from '@zhiheng/contract/customers/customers';
import { eventsOf } from '../../testing/read-events.ts';
import { newOrganisation, type TestOrganisation } from '../../testing/sign-in.ts';
import { useTestServer } from '../../testing/test-server.ts';
import { addCustomer, useValueSegments } from './customers.factory.ts';

const server = useTestServer();
const load = (org: TestOrganisation, text: string, dryRun = false) => org.call(api.importCustomers, { body: { text, dryRun } });
const all = async (org: TestOrganisation) => (await org.call(api.listCustomers, { query: { order: 'code' } })).items;

const file = `客户编号,类型,名称,邮箱,电话,年价值,建立日期,attribute.city
C1,个人,刘小洋,liu@example.org,13800132207,"12,000",2024/3/5,上海
C2,单位,"海河商贸
总店",,022-23456789,,,天津
`;

test('customers come from a file; the same file again changes nothing', async () => {
  const org = await newOrganisation(server);
  const { high } = await useValueSegments(org);
  expect(await load(org, file, true)).toMatchObject({ added: 2, refused: 0 });
  expect(await all(org)).toEqual([]);
  expect(await load(org, file)).toEqual({ added: 2, changed: 0, unchanged: 0, refused: 0, problems: [] });
  const first = await all(org);
  expect(first).toMatchObject([
    { code: 'C1', kind: 'person', annualValue: 12_000, since: '2024-03-05', segmentId: high, segmentBy: 'rule' },
    { code: 'C2', kind: 'organisation', name: '海河商贸\n总店', annualValue: null, segmentId: null },
  ]);
  expect(await load(org, file)).toMatchObject({ added: 0, changed: 0, unchanged: 2 });
  expect(await all(org)).toEqual(first);
  expect(await eventsOf(org, 'customers.imported')).toMatchObject([{ data: { added: 2 } }]);
});

test('absent columns leave values, empty cells empty them, attributes without a column stay', async () => {
  const org = await newOrganisation(server);
  const made = await addCustomer(org, { code: 'C1', email: 'liu@example.org', phone: '110', attributes: { city: '上海', seats: 3 } });
  expect(await load(org, 'code,phone,attribute.city,attribute.vip\nC1,,,true')).toMatchObject({ changed: 1 });
  expect(await org.call(api.getCustomer, { params: { id: made.id } })).toMatchObject({
    ...{ name: '刘小洋', email: 'liu@example.org', phone: '', version: 2 },
    attributes: { seats: 3, vip: true },
  });
});

test('bad lines are refused with line and reason, the others are loaded', async () => {
  const org = await newOrganisation(server);
  const { id } = await addCustomer(org, { code: 'GONE' });
  await org.call(api.deleteCustomer, { params: { id } });
  const text = [
    'code,kind,name,email,annual_value,since,segment',
    'C1,person,"two',
    'lines",,,,',
    ',person,Nobody,,,,',
    'C2,robot,,not an address,-5,2026-02-30,none-such',
    'C1,person,Again,,,,',
    'GONE,person,Li,,,,',
    'C3,person,Fine,,,,',
  ].join('\r\n');
  const reply = await load(org, text);
  expect(reply).toMatchObject({ added: 2, refused: 4 });
  expect(reply.problems.map(({ line, code }) => [line, code])).toEqual([
    [4, 'code_missing'],
    [5, 'wrong_kind'],
    [5, 'wrong_name'],
    [5, 'wrong_email'],
    [5, 'wrong_annual_value'],
    [5, 'wrong_since'],
    [5, 'wrong_segment'],
    [6, 'code_twice'],
    [7, 'in_trash'],
  ]);
  expect((await all(org)).map(({ code }) => code)).toEqual(['C1', 'C3']);
  expect((await load(org, 'name\nLi')).problems).toMatchObject([{ line: 1, code: 'column_missing' }]);
  expect((await load(org, 'code\nC9')).problems).toMatchObject([{ line: 2, column: 'name', code: 'wrong_name' }]);
});

test('what is exported loads again without a change, and no cell is a formula', async () => {
  const org = await newOrganisation(server);
  const { hand } = await useValueSegments(org);
  await addCustomer(org, {
    code: 'C1',
    name: '=HYPERLINK("x")',
    phone: '+86 138',
    annualValue: 20_000,
    note: 'one,\n"two"',
    attributes: { city: '-x' },
  });
  await addCustomer(org, { code: 'C2', name: "'@team", segmentId: hand, since: '2024-02-29' });
  const before = await all(org);
  const { text, customers } = await org.call(api.exportCustomers);
  expect(customers).toBe(2);
  expect(text).toContain(`'=HYPERLINK`);
  expect(text).toContain('+86 138');
  expect(await load(org, text)).toMatchObject({ added: 0, changed: 0, unchanged: 2, refused: 0 });
  expect(await all(org)).toEqual(before);
  expect(await eventsOf(org, 'customers.exported')).toMatchObject([{ data: { customers: 2 } }]);
  expect((await org.refusal(api.exportCustomers, {}, { cookie: await org.as('auditor') })).status).toBe(403);
});
