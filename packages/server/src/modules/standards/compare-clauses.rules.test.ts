import { expect, test } from 'vitest';
import { compareClauses } from './compare-clauses.rules.ts';
import { greet, tidy, wait } from './standards.factory.ts';

const told = (before: Parameters<typeof compareClauses>[0], after: Parameters<typeof compareClauses>[1]) =>
  compareClauses(before, after).map(({ code, change }) => `${code}:${change}`);

test('what says the same is the same, wherever others came or went', () => {
  expect(told([greet, wait], [greet, wait])).toEqual(['greet:same', 'wait:same']);
  expect(told([greet, wait, tidy], [greet, tidy])).toEqual(['greet:same', 'wait:removed', 'tidy:same']);
  expect(told([wait], [greet, wait])).toEqual(['greet:added', 'wait:same']);
});

test('of clauses that changed places as few as possible are called moved', () => {
  expect(told([greet, wait, tidy], [tidy, greet, wait])).toEqual(['tidy:moved', 'greet:same', 'wait:same']);
});

test('each field that differs is named', () => {
  const later = { ...greet, kind: 'process' as const, indicators: ['csat'], checks: [] };
  expect(compareClauses([greet], [later])).toMatchObject([{ change: 'changed', fields: ['kind', 'indicators', 'checks'] }]);
});
