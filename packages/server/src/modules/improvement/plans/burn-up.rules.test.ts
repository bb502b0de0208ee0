import { expect, test } from 'vitest';
import { burnUpOf } from './burn-up.rules.ts';

const quarter = { fromOn: '2025-12-01', untilOn: '2026-02-28' };

test('what was to be done and what was done, month by month', () => {
  const portions = [
    { weight: 1, dueOn: '2025-12-15', doneOn: '2026-01-02' },
    { weight: 2, dueOn: '2026-01-31', doneOn: null },
    { weight: 1, dueOn: null, doneOn: null },
  ];
  expect(burnUpOf(portions, quarter, '2026-01-20')).toEqual([
    { month: '2025-12', planned: 0.25, done: 0 },
    { month: '2026-01', planned: 0.75, done: 0.25 },
    { month: '2026-02', planned: 1, done: null },
  ]);
});

test('without work there is nothing to burn', () => {
  expect(burnUpOf([], quarter, '2026-01-20')).toEqual([]);
});
