import { expect, test } from 'vitest';
import * as api from '@zhiheng/contract/customers/customers';
import { deleteUnit } from '@zhiheng/contract/organisation/organisation';
import { eventsOf } from '../../testing/read-events.ts';
import { newOrganisation } from '../../testing/sign-in.ts';
import { useTestServer } from '../../testing/test-server.ts';
import { addCustomer, segmentCounts, useValueSegments } from './customers.factory.ts';

const server = useTestServer();

test('the rules place a new and a changed customer at once', async () => {
  const org = await newOrganisation(server);
  const { high, low } = await useValueSegments(org);
  const made = await addCustomer(org, { annualValue: 10_000 });
  expect(made).toMatchObject({ segmentId: high, segmentBy: 'rule', segmentName: { en: 'high' } });
  const params = { id: made.id };
  const poorer = await org.call(api.updateCustomer, { params, body: { version: 1, annualValue: 9_999 } });
  expect(poorer).toMatchObject({ segmentId: low, segmentBy: 'rule' });
  const unknown = await org.call(api.updateCustomer, { params, body: { version: 2, annualValue: null } });
  expect(unknown).toMatchObject({ segmentId: null, segmentBy: null, segmentName: null });
});

test('a person overrides the rules until the customer is given back to them', async () => {
  const org = await newOrganisation(server);
  const { high, hand, items } = await useValueSegments(org);
  const { id } = await addCustomer(org, { annualValue: 20_000, segmentId: hand });
  const params = { id };
  expect(await org.call(api.updateCustomer, { params, body: { version: 1, annualValue: 30_000 } })).toMatchObject({
    segmentId: hand,
    segmentBy: 'hand',
  });
  expect((await org.call(api.setSegmentRules, { body: { items: items.slice(0, 1) } })).moved).toBe(0);
  expect((await org.call(api.getCustomer, { params })).segmentId).toBe(hand);
  const back = await org.call(api.updateCustomer, { params, body: { version: 2, segmentId: null } });
  expect(back).toMatchObject({ segmentId: high, segmentBy: 'rule' });
});

test('customers move when the rules or their order change, and the log says how many', async () => {
  const org = await newOrganisation(server);
  const { high, low, items } = await useValueSegments(org);
  for (const annualValue of [50, 12_000, 20_000]) await addCustomer(org, { annualValue });
  expect(await segmentCounts(org)).toEqual({ high: 2, low: 1, hand: 0 });
  const [first, second, third] = items as [(typeof items)[0], (typeof items)[1], (typeof items)[2]];
  const turned = await org.call(api.setSegmentRules, { body: { items: [second, first, third] } });
  expect(turned.moved).toBe(2);
  expect(turned.items.map(({ segmentId, customers }) => [segmentId, customers]).slice(0, 2)).toEqual([
    [low, 3],
    [high, 0],
  ]);
  expect((await org.call(api.setSegmentRules, { body: { items: [] } })).moved).toBe(3);
  expect((await org.call(api.listCustomers, { query: { segmentId: 'none' } })).total).toBe(3);
  const events = await eventsOf(org, 'segment-rules.changed');
  expect(events.map(({ data }) => (data as { moved: number }).moved)).toEqual([0, 2, 3]);
});

test('the list narrows to a segment; a segment in the trash is nobody’s', async () => {
  const org = await newOrganisation(server);
  const { high, low } = await useValueSegments(org);
  await addCustomer(org, { annualValue: 50 });
  const { id } = await addCustomer(org, { annualValue: 12_000, name: '王芳' });
  const inHigh = () => org.call(api.listCustomers, { query: { segmentId: high } });
  expect((await inHigh()).items.map(({ name }) => name)).toEqual(['王芳']);
  await org.call(deleteUnit, { params: { kind: 'segments', id: high } });
  expect((await inHigh()).total).toBe(0);
  expect((await org.call(api.getCustomer, { params: { id } })).segmentId).toBeNull();
  expect((await org.call(api.listCustomers, { query: { segmentId: 'none' } })).total).toBe(1);
  const again = await org.call(api.setSegmentRules, {
    body: { items: [{ segmentId: low, level: 'low', tests: [{ field: 'kind', op: '==', value: 'person' }] }] },
  });
  expect(again.moved).toBe(1);
  const refused = await org.refusal(api.setSegmentRules, { body: { items: [{ segmentId: high, level: null, tests: [] }] } });
  expect(refused.errors).toMatchObject([{ path: 'items.0.segmentId', code: 'unknown_segment' }]);
});

test('days as customer count in the zone of the organisation', async () => {
  const org = await newOrganisation(server, { timeZone: 'Pacific/Kiritimati' });
  const { high } = await useValueSegments(org);
  const tests = [{ field: 'since', op: '==' as const, value: 0 }];
  await org.call(api.setSegmentRules, { body: { items: [{ segmentId: high, level: 'high', tests }] } });
  const since = new Date(Date.now() + 14 * 3_600_000).toISOString().slice(0, 10);
  expect((await addCustomer(org, { since })).segmentId).toBe(high);
});

test('what rules would do is said before they are saved, and nothing moves', async () => {
  const org = await newOrganisation(server);
  const { high, low, hand, items } = await useValueSegments(org);
  for (const annualValue of [50, 12_000, null]) await addCustomer(org, { annualValue });
  await addCustomer(org, { annualValue: 50, segmentId: hand });
  const stricter = items.map((item) =>
    item.segmentId === high ? { ...item, tests: [{ field: 'annualValue', op: '>' as const, value: 12_000 }] } : item,
  );
  const foreseen = await org.call(api.foreseeSegmentRules, { body: { items: stricter } });
  expect(foreseen).toEqual({
    items: [
      { segmentId: high, customers: 0 },
      { segmentId: low, customers: 2 },
      { segmentId: hand, customers: 1 },
    ],
    none: 1,
    moved: 1,
  });
  expect(await segmentCounts(org)).toEqual({ high: 1, low: 1, hand: 1 });
});
