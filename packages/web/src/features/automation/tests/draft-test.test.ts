import { expect, it } from 'vitest';
import type { RuleTest } from '@zhiheng/contract/cases/rule-test';
import { draftTest, newTest, testOf, testsOf } from './draft-test.ts';

const tests: RuleTest[] = [
  { op: 'is', field: 'type', values: ['complaint', null] },
  { op: 'is-not', field: 'tags', values: ['vip'] },
  { op: 'contains', field: 'subject', values: ['退款'] },
  { op: 'at-least', field: 'data.rating', value: 4 },
  { op: 'changed', field: 'priority' },
];

it('what was read is sent back the same', () => {
  expect(testsOf(tests.map(draftTest))).toEqual(tests);
});

it('a test without a value, or with a number that is none, is not complete', () => {
  expect(testOf(newTest('type', 'is'))).toBeNull();
  expect(testOf({ ...newTest('subject', 'contains'), values: [' '] })).toBeNull();
  expect(testOf({ ...newTest('data.rating', 'at-most'), number: 'many' })).toBeNull();
  expect(testOf({ ...newTest('data.rating', 'at-most'), number: ' 0 ' })).toEqual({ op: 'at-most', field: 'data.rating', value: 0 });
  expect(testsOf([draftTest(tests[0]!), newTest('type', 'is')])).toBeNull();
});
