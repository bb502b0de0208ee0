import { expect, it } from 'vitest';
import { stripDays, totalOf } from './strip-days.ts';

it('has every day up to today, also those without a run, over the end of a month', () => {
  const days = stripDays([{ day: '2026-03-01', up: 3, down: 1, missed: 2 }], '2026-03-02', 4);
  expect(days.map(({ day }) => day)).toEqual(['2026-02-27', '2026-02-28', '2026-03-01', '2026-03-02']);
  expect(days[2]).toEqual({ day: '2026-03-01', good: 3, bad: 1, missing: 2 });
  expect(totalOf(days)).toEqual({ good: 3, bad: 1, missing: 2 });
});
