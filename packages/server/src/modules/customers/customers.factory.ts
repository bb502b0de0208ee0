import type { CallInput, Reply } from '@zhiheng/contract/endpoint';
import { createCustomer, listSegmentRules, setSegmentRules } from '@zhiheng/contract/customers/customers';
import { createUnit } from '@zhiheng/contract/organisation/organisation';
import type { TestOrganisation } from '../../testing/sign-in.ts';

type Body = NonNullable<CallInput<typeof createCustomer>['body']>;

/** A person who is a customer, with nothing particular about her. */
export const addCustomer = (org: TestOrganisation, more: Partial<Body> = {}): Promise<Reply<typeof createCustomer>> =>
  org.call(createCustomer, { body: { name: '刘小洋', kind: 'person', ...more } });

export const addSegment = (org: TestOrganisation, code: string) =>
  org.call(createUnit, { params: { kind: 'segments' }, body: { code, name: { zh: `${code}群`, en: code } } });

/** High from 10,000 a year, low for everybody whose value is known. */
export async function useValueSegments(org: TestOrganisation) {
  const [high, low, hand] = [await addSegment(org, 'high'), await addSegment(org, 'low'), await addSegment(org, 'hand')];
  const items = [
    { segmentId: high.id, level: 'high' as const, tests: [{ field: 'annualValue', op: '>=' as const, value: 10_000 }] },
    { segmentId: low.id, level: 'low' as const, tests: [{ field: 'annualValue', op: '>=' as const, value: 0 }] },
    { segmentId: hand.id, level: null, tests: [] },
  ];
  await org.call(setSegmentRules, { body: { items } });
  return { high: high.id, low: low.id, hand: hand.id, items };
}

/** How many customers each segment has, by code. */
export const segmentCounts = async (org: TestOrganisation) =>
  Object.fromEntries((await org.call(listSegmentRules)).items.map(({ code, customers }) => [code, customers]));
