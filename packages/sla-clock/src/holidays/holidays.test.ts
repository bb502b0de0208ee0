import { describe, expect, it } from 'vitest';
import { businessDays, checkCalendar, mondayToFriday, type Calendar } from '../calendar/index.ts';
import { holidayOverrides, holidayYear, publishedYears, unpublishedYears, withHolidays, type HolidayYear } from './index.ts';

const office = mondayToFriday('Asia/Shanghai', { from: '09:00', to: '18:00' });

function known(year: number): HolidayYear {
  const found = holidayYear('CN', year);
  if ('kind' in found) throw new Error(`${year} is not published`);
  return found;
}

const workdays = (calendar: Calendar, year: number): string[] => businessDays(calendar, { from: `${year}-01-01`, to: `${year + 1}-01-01` });

describe('Chinese holidays', () => {
  // Days off and make-up days as listed in the notices of the State Council; working days counted from them with a separate Python script over all dates of the year.
  it.each([
    [2024, 28, 8, 251],
    [2025, 28, 5, 248],
    [2026, 33, 6, 248],
  ])('%i has %i days off, %i make-up days and %i working days', (year, off, makeUp, working) => {
    const overrides = holidayOverrides(known(year));
    expect(overrides.filter(({ kind }) => kind === 'public-holiday')).toHaveLength(off);
    expect(overrides.filter(({ kind }) => kind === 'make-up-day')).toHaveLength(makeUp);
    expect(workdays(withHolidays(office, [known(year)]), year)).toHaveLength(working);
  });

  it('2024-02-09 was an official working day, and so was Sunday 2024-02-18', () => {
    const days = workdays(withHolidays(office, [known(2024)]), 2024);
    expect(days.filter((date) => date.startsWith('2024-02'))).toEqual(
      [1, 2, 4, 5, 6, 7, 8, 9, 18, 19, 20, 21, 22, 23, 26, 27, 28, 29].map((day) => `2024-02-${String(day).padStart(2, '0')}`),
    );
  });

  it.each(publishedYears('CN'))('of %i make up on weekends, touch no date twice and have no flaw', (year) => {
    const overrides = holidayOverrides(known(year));
    const makeUp = overrides.filter(({ kind }) => kind === 'make-up-day').map(({ date }) => new Date(date).getUTCDay());
    expect(makeUp.every((day) => day === 0 || day === 6)).toBe(true);
    expect(new Set(overrides.map(({ date }) => date)).size).toBe(overrides.length);
    expect(checkCalendar(withHolidays(office, [known(year)]))).toEqual([]);
  });

  it('replace what a calendar had of their year, and nothing else', () => {
    const own: Calendar = {
      ...office,
      overrides: [
        { date: '2026-01-05', kind: 'public-holiday' },
        { date: '2026-01-10', kind: 'make-up-day' },
        { date: '2026-03-02', kind: 'closure' },
        { date: '2027-01-01', kind: 'public-holiday' },
      ],
    };
    const renewed = withHolidays(own, [known(2026)]);
    expect(renewed.version).toBe(2);
    expect(renewed.overrides).toHaveLength(39 + 2);
    expect(renewed.overrides.map(({ date }) => date)).toEqual(expect.arrayContaining(['2026-03-02', '2027-01-01']));
    expect(withHolidays(renewed, [known(2026)]).overrides).toEqual(renewed.overrides);
  });

  it('of a year that is not announced are unknown, not absent', () => {
    expect(holidayYear('CN', 2023)).toEqual({ kind: 'unpublished', country: 'CN', year: 2023 });
    expect(unpublishedYears('CN', { from: '2023-06-01', to: '2028-01-01' })).toEqual([2023, 2027]);
    expect(unpublishedYears('CN', { from: '2024-01-01', to: '2027-01-01' })).toEqual([]);
    expect(publishedYears('XX')).toEqual([]);
  });
});
