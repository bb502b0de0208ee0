import { expect, it } from 'vitest';
import { daysOf, grainOf, periodsOf, widen } from './period.ts';

it('knows the length of a period', () => expect(['2026-11', '2026-Q4', '2026'].map(grainOf)).toEqual(['month', 'quarter', 'year']));
it('widens a month to its quarter and year', () => {
  expect(widen('2026-11', 'quarter')).toBe('2026-Q4');
  expect(widen('2026-Q4', 'year')).toBe('2026');
  expect(widen('2026-11', 'month')).toBe('2026-11');
});
it('lists quarters and years of the months that hold data, newest first', () => {
  const known = ['2026-02', '2026-01', '2025-12'];
  expect(periodsOf('month', known)).toEqual(known);
  expect(periodsOf('quarter', known)).toEqual(['2026-Q1', '2025-Q4']);
  expect(periodsOf('year', [...known, '2026-Q1', '2025'])).toEqual(['2026', '2025']);
});
it('ends a period where the next begins', () => {
  expect(daysOf('2026-12')).toEqual({ from: '2026-12-01', until: '2027-01-01' });
  expect(daysOf('2026-Q1')).toEqual({ from: '2026-01-01', until: '2026-04-01' });
  expect(daysOf('2026')).toEqual({ from: '2026-01-01', until: '2027-01-01' });
});
