import { expect, it } from 'vitest';
import type { RuleTest } from '@zhiheng/contract/cases/rule-test';
import { lintRules, passes, valuesOf } from './rule-tests.rules.ts';

const values = valuesOf({ type: 'complaint', tags: ['vip', 'north'], remedy: '', assigneeId: null, custom: { floor: 7, kinds: ['a'] } });
const facts = { values, changed: new Set(['priority']) };

it.each([
  [{ op: 'is', field: 'type', values: ['incident', 'complaint'] }, true],
  [{ op: 'is', field: 'type', values: ['incident'] }, false],
  [{ op: 'is-not', field: 'type', values: ['incident'] }, true],
  [{ op: 'is', field: 'tags', values: ['north'] }, true],
  [{ op: 'is-not', field: 'tags', values: ['north'] }, false],
  [{ op: 'is', field: 'assigneeId', values: [null] }, true],
  [{ op: 'is', field: 'remedy', values: [null] }, true],
  [{ op: 'is', field: 'absent', values: [null] }, true],
  [{ op: 'is-not', field: 'type', values: [null] }, true],
  [{ op: 'contains', field: 'type', values: ['PLAIN'] }, true],
  [{ op: 'contains', field: 'absent', values: ['x'] }, false],
  [{ op: 'at-least', field: 'custom.floor', value: 7 }, true],
  [{ op: 'at-most', field: 'custom.floor', value: 6 }, false],
  [{ op: 'at-least', field: 'type', value: 0 }, false],
  [{ op: 'is', field: 'custom.kinds', values: ['a'] }, true],
  [{ op: 'changed', field: 'priority' }, true],
  [{ op: 'changed', field: 'type' }, false],
] satisfies [RuleTest, boolean][])('%j holds: %s', (test, expected) => {
  expect(passes([test], facts)).toBe(expected);
});

it('tests that exclude each other are found, those of a field with several values are not', () => {
  const is = (field: string, ...all: string[]): RuleTest => ({ op: 'is', field, values: all });
  const never = (...tests: RuleTest[]) => lintRules([{ tests, takesAll: true }]).map(({ code }) => code);
  expect(never(is('type', 'a'), is('type', 'b'))).toEqual(['never-holds']);
  expect(never(is('type', 'a', 'b'), is('type', 'b'))).toEqual([]);
  expect(never(is('type', 'a'), { op: 'is-not', field: 'type', values: ['a', 'c'] })).toEqual(['never-holds']);
  expect(never({ op: 'is-not', field: 'type', values: ['a'] }, is('type', 'a'))).toEqual(['never-holds']);
  expect(never({ op: 'at-least', field: 'rating', value: 4 }, { op: 'at-most', field: 'rating', value: 3 })).toEqual(['never-holds']);
  expect(never({ op: 'at-least', field: 'rating', value: 3 }, { op: 'at-most', field: 'rating', value: 3 })).toEqual([]);
  expect(never(is('tags', 'a'), is('tags', 'b'))).toEqual([]);
});

it('a rule is hidden by an earlier one that takes more, unless that one goes on', () => {
  const narrow: RuleTest[] = [
    { op: 'is', field: 'priority', values: ['p1'] },
    { op: 'contains', field: 'subject', values: ['x'] },
  ];
  const wide: RuleTest[] = [{ op: 'is', field: 'priority', values: ['p1', 'p2'] }];
  const codes = (rules: Parameters<typeof lintRules>[0]) => lintRules(rules);
  expect(
    codes([
      { tests: wide, takesAll: true },
      { tests: narrow, takesAll: true },
    ]),
  ).toEqual([{ code: 'hidden', rule: 1, by: 0 }]);
  expect(
    codes([
      { tests: wide, takesAll: false },
      { tests: narrow, takesAll: true },
    ]),
  ).toEqual([]);
  expect(
    codes([
      { tests: narrow, takesAll: true },
      { tests: wide, takesAll: true },
    ]),
  ).toEqual([]);
  expect(
    codes([
      { tests: [], takesAll: true },
      { tests: wide, takesAll: true },
    ]),
  ).toEqual([{ code: 'hidden', rule: 1, by: 0 }]);
});
