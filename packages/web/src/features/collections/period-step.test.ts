import { expect, it } from 'vitest';
import { firstDayOf, stepPeriod } from './period-step.ts';

it.each([
  ['2026-12-31', '2026-12-31', '2027-01-01'],
  ['2026-W53', '2026-12-28', '2027-W01'],
  ['2025-W52', '2025-12-22', '2026-W01'],
  ['2026-12', '2026-12-01', '2027-01'],
  ['2026-Q4', '2026-10-01', '2027-Q1'],
  ['2026-H2', '2026-07-01', '2027-H1'],
  ['2026', '2026-01-01', '2027'],
])('%s begins on %s and is followed by %s', (key, first, next) => {
  expect(firstDayOf(key)).toBe(first);
  expect(stepPeriod(key, 1)).toBe(next);
  expect(stepPeriod(next, -1)).toBe(key);
});
