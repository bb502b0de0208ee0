import type { Calendar, DateOverride } from '../calendar/calendar.ts';
import { addDays } from '../calendar/civil-date.ts';
import { reviseCalendar } from '../calendar/revise-calendar.ts';
import type { Holiday, HolidayYear } from './holiday-year.ts';

/**
 * The days off and make-up working days of a year as dates that differ, in order.
 * @example holidayOverrides(holidayYear('CN', 2024)).find(({ date }) => date === '2024-02-18') // { date: '2024-02-18', kind: 'make-up-day', name: { zh: '春节', en: 'Spring Festival' } }
 */
export function holidayOverrides({ holidays }: HolidayYear): DateOverride[] {
  return holidays.flatMap(overridesOf).sort((a, b) => a.date.localeCompare(b.date));
}

function overridesOf({ name, first, last, makeUpDays }: Holiday): DateOverride[] {
  const overrides: DateOverride[] = makeUpDays.map((date) => ({ date, kind: 'make-up-day', name }));
  for (let date = first; date <= last; date = addDays(date, 1)) overrides.push({ date, kind: 'public-holiday', name });
  return overrides;
}

/**
 * The next version of a calendar, with the holidays of some years in place of what it had of them: every public holiday and make-up day in those years.
 * Rest days, closures and special hours are the organisation's own and stay.
 * @example
 * const calendar = { id: 'office', version: 1, zone: 'Asia/Shanghai', week: [], makeUpHours: [], overrides: [] };
 * withHolidays(calendar, [holidayYear('CN', 2024)]).overrides.length // 36
 */
export function withHolidays(calendar: Calendar, years: readonly HolidayYear[]): Calendar {
  const renewed = new Set(years.map(({ year }) => String(year)));
  const announced = ({ kind }: DateOverride) => kind === 'public-holiday' || kind === 'make-up-day';
  const kept = calendar.overrides.filter((override) => !(announced(override) && renewed.has(override.date.slice(0, 4))));
  const overrides = [...kept, ...years.flatMap(holidayOverrides)].sort((a, b) => a.date.localeCompare(b.date));
  return reviseCalendar(calendar, { overrides });
}
