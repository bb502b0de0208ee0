import { expect, test } from 'vitest';
import { dayAfter, monthOf, stepFrom, weekdayName, weekOf } from './calendar-days.ts';

test('a week goes from Monday to Sunday, whichever of its days is asked for', () => {
  const week = ['2026-11-16', '2026-11-17', '2026-11-18', '2026-11-19', '2026-11-20', '2026-11-21', '2026-11-22'];
  for (const day of week) expect(weekOf(day)).toEqual(week);
});

test('a month is shown in whole weeks', () => {
  const days = monthOf('2026-11-21');
  expect([days[0], days.at(-1), days.length]).toEqual(['2026-10-26', '2026-12-06', 42]);
  // February 2027 begins on a Monday and ends on a Sunday.
  expect(monthOf('2027-02-10')).toHaveLength(28);
});

test('steps keep to the calendar', () => {
  expect(stepFrom('2026-12-31', 'week', 1)).toBe('2027-01-07');
  expect(stepFrom('2026-12-31', 'month', 1)).toBe('2027-01-01');
  expect(stepFrom('2026-03-31', 'month', -1)).toBe('2026-02-01');
  expect(dayAfter('2028-02-28', 1)).toBe('2028-02-29');
});

test('weekdays are named in the language of the reader', () => {
  expect([weekdayName('2026-11-16', 'zh'), weekdayName('2026-11-16', 'en')]).toEqual(['周一', 'Mon']);
});
