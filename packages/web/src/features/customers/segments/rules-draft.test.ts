import { expect, it } from 'vitest';
import type { SegmentRule } from '@zhiheng/contract/customers/customers';
import { draftOf, moveRule, newTest, rulesOf, withField } from './rules-draft.ts';

const rules: SegmentRule[] = [
  {
    ...{ segmentId: 'a', name: { zh: '高', en: 'High' }, code: 'high', level: 'high', customers: 2 },
    tests: [
      { field: 'annualValue', op: '>=', value: 10_000 },
      { field: 'kind', op: '==', value: 'person' },
      { field: 'vip', op: '==', value: true },
      { field: 'city', op: '!=', value: '上海' },
    ],
  },
  { segmentId: 'b', name: { zh: '低', en: 'Low' }, code: 'low', level: null, customers: 0, tests: [] },
];

it('what was read is sent back the same', () => {
  expect(rulesOf(draftOf(rules))).toEqual(rules.map(({ segmentId, level, tests }) => ({ segmentId, level, tests })));
});

it('a condition without value, number or attribute is not complete', () => {
  const [first, second] = draftOf(rules);
  const withTest = (more: object) => rulesOf([{ ...second!, tests: [{ ...newTest(), ...more }] }, first!]);
  expect(withTest({})).toBeNull();
  expect(withTest({ value: 'many' })).toBeNull();
  expect(withTest({ field: 'attribute', value: '1' })).toBeNull();
  expect(withTest({ value: ' 5 ' })?.[0]?.tests).toEqual([{ field: 'annualValue', op: '>=', value: 5 }]);
});

it('a comparison that does not fit the new field is changed', () => {
  const test = { ...newTest(), value: '5' };
  expect(withField(test, 'kind')).toMatchObject({ field: 'kind', op: '==', value: 'person' });
  expect(withField(withField(test, 'kind'), 'since')).toMatchObject({ op: '==', value: '' });
  expect(withField(test, 'since')).toMatchObject({ op: '>=', value: '5' });
});

it('rules move within the list only', () => {
  expect(moveRule(['a', 'b', 'c'], 0, 2)).toEqual(['b', 'c', 'a']);
  expect(moveRule(['a', 'b', 'c'], 2, 0)).toEqual(['c', 'a', 'b']);
  expect(moveRule(['a', 'b'], 0, -1)).toEqual(['a', 'b']);
  expect(moveRule(['a', 'b'], 1, 2)).toEqual(['a', 'b']);
});
