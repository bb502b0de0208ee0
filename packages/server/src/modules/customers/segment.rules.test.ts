import { expect, test } from 'vitest';
import { segmentOf, type Facts, type SegmentTest } from './segment.rules.ts';

const today = '2026-11-21';
const customer: Facts = { kind: 'person', annualValue: 3000, since: '2026-11-11', attributes: { city: '上海', lines: '12', vip: true } };
const rule = (segmentId: string, ...tests: SegmentTest[]) => ({ segmentId, tests });
const put = (...tests: SegmentTest[]) => segmentOf(customer, [rule('in', ...tests)], today) === 'in';

test('the first rule of which every test holds', () => {
  const rich = { field: 'annualValue', op: '>=', value: 3000 } as const;
  const company = { field: 'kind', op: '==', value: 'organisation' } as const;
  const rules = [
    rule('by-hand'),
    rule('key', rich, company),
    rule('high', rich),
    rule('all', { field: 'annualValue', op: '>=', value: 0 }),
  ];
  expect(segmentOf(customer, rules, today)).toBe('high');
  expect(segmentOf({ ...customer, kind: 'organisation' }, rules, today)).toBe('key');
  expect(segmentOf({ ...customer, annualValue: 2999.9 }, rules, today)).toBe('all');
  expect(segmentOf({ ...customer, annualValue: null }, rules, today)).toBeNull();
});

test('each comparison at its limit', () => {
  const at = (op: SegmentTest['op'], value: number) => put({ field: 'annualValue', op, value });
  expect([at('>', 3000), at('>=', 3000), at('<', 3000), at('<=', 3000), at('==', 3000), at('!=', 3000)]).toEqual([
    false,
    true,
    false,
    true,
    true,
    false,
  ]);
});

test('days as customer, attributes, and what is not known', () => {
  expect(put({ field: 'since', op: '>=', value: 10 })).toBe(true);
  expect(put({ field: 'since', op: '>', value: 10 })).toBe(false);
  expect(put({ field: 'city', op: '==', value: '上海' })).toBe(true);
  expect(put({ field: 'lines', op: '>', value: 9 })).toBe(true);
  expect(put({ field: 'vip', op: '==', value: true })).toBe(true);
  expect(put({ field: 'city', op: '<', value: 5 })).toBe(false);
  expect(put({ field: 'nothing', op: '!=', value: 5 })).toBe(false);
  expect(put({ field: 'constructor', op: '!=', value: 5 })).toBe(false);
});
