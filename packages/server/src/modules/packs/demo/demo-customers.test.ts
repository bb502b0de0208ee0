import { expect, it } from 'vitest';
import { createServiceContract } from '@zhiheng/contract/agreements/agreements';
import * as customers from '@zhiheng/contract/customers/customers';
import { listTrash } from '@zhiheng/contract/insight/board';
import { deleteDemo, exportPack, installPack, loadDemo, uploadPack } from '@zhiheng/contract/packs/packs';
import { newOrganisation, type TestOrganisation } from '../../../testing/sign-in.ts';
import { useTestServer } from '../../../testing/test-server.ts';
import { storeDemoCustomers } from '../../customers/index.ts';
import { shippedPack } from '../shipped-packs.ts';
import { generateCustomers } from './generate-customers.rules.ts';
import { fingerprint, shipped, smallPack } from '../packs.factory.ts';

const server = useTestServer();

const pack = {
  ...smallPack,
  'organisation.yaml': smallPack['organisation.yaml'].replace(
    'segments: []',
    'segments: [{ code: firms, name: { zh: 单位, en: Firms } }, { code: others, name: { zh: 其他, en: Others } }]',
  ),
  'customers.yaml': `segment_rules:
  - { segment: firms, level: high, tests: [{ field: kind, op: "==", value: organisation }] }
  - { segment: others, tests: [{ field: annualValue, op: ">=", value: 0 }] }
`,
  'demo.yaml': smallPack['demo.yaml'].replace(
    'problem:',
    'customers: { people: 5, organisations: [甲公司, 乙公司], annual_value: { median: 100, spread: 0.5 } }\nproblem:',
  ),
};
const upload = (org: TestOrganisation, files: Record<string, string> = pack) => org.call(uploadPack, { body: { files } });
const rulesOf = async (org: TestOrganisation) => (await org.call(customers.listSegmentRules)).items;

it('a pack brings the rules of its segments, and its demo customers who fall under them', async () => {
  const org = await newOrganisation(server);
  await upload(org);
  expect(await rulesOf(org)).toMatchObject([
    { code: 'firms', level: 'high', tests: [{ field: 'kind', op: '==', value: 'organisation' }], customers: 0 },
    { code: 'others', level: null, customers: 0 },
  ]);
  expect(await upload(org)).toMatchObject({ added: 0, updated: 0 });
  const before = await fingerprint(server, org.orgId);
  await org.call(loadDemo, { params: { code: 'small' } });
  expect((await rulesOf(org)).map((rule) => rule.customers)).toEqual([2, 5]);
  await org.call(deleteDemo);
  expect(await fingerprint(server, org.orgId)).toEqual(before);
});

it('a rule that somebody changed is kept, another follows the pack', async () => {
  const org = await newOrganisation(server);
  await upload(org);
  const rules = await rulesOf(org);
  const items = rules.map(({ segmentId, level, tests }) => ({ segmentId, level, tests }));
  const changed = items.with(0, { segmentId: items[0]?.segmentId ?? '', level: 'low', tests: [{ field: 'vip', op: '==', value: true }] });
  await org.call(customers.setSegmentRules, { body: { items: changed } });
  const newer = { ...pack, 'customers.yaml': pack['customers.yaml'].replace('value: 0', 'value: 7') };
  expect(await upload(org, newer)).toMatchObject({ updated: 1, kept: 1 });
  expect(await rulesOf(org)).toMatchObject([{ level: 'low' }, { tests: [{ value: 7 }] }]);
  const { files } = await org.call(exportPack, { params: { code: 'small' } });
  expect(files['customers.yaml']).toContain('field: vip');
});

it('a rule for a segment that the pack does not have is a mistake with its line', async () => {
  const org = await newOrganisation(server);
  const wrong = { ...pack, 'customers.yaml': pack['customers.yaml'].replace('segment: others', 'segment: nobody') };
  const refused = await org.refusal(uploadPack, { body: { files: wrong } });
  expect(refused.errors).toMatchObject([{ code: 'unknown_segment', params: { line: 3, code: 'nobody' } }]);
});

it('a demo customer with a contract of somebody’s own is named still, from the trash', async () => {
  const org = await newOrganisation(server);
  await upload(org);
  await org.call(loadDemo, { params: { code: 'small' } });
  const [customer] = (await org.call(customers.listCustomers)).items;
  const body = { number: 'K-1', customerId: customer?.id ?? '', name: 'x', validFrom: '2026-01-01' };
  await org.call(createServiceContract, { body });
  await org.call(deleteDemo);
  expect((await org.call(customers.listCustomers)).total).toBe(0);
  expect((await org.call(listTrash)).items).toMatchObject([{ kind: 'customer', id: customer?.id }]);
});

it.each(shipped)('%s: sixty demo customers or so, in every segment some', async (code) => {
  const org = await newOrganisation(server);
  await org.call(installPack, { params: { code } });
  const demo = shippedPack(server.platform.config.packsFolder, code)['demo.yaml']?.customers;
  await org.inside((operation) => storeDemoCustomers(operation, demo === undefined ? [] : generateCustomers(code, demo, operation.now)));
  const rules = await rulesOf(org);
  expect((await org.call(customers.listCustomers)).total).toBe(60);
  expect(rules.length).toBeGreaterThanOrEqual(3);
  expect(Math.min(...rules.map((rule) => rule.customers))).toBeGreaterThan(2);
  expect((await org.call(customers.listCustomers, { query: { segmentId: 'none' } })).total).toBe(0);
});
