import type { Calendar, CalendarDate, DateRange, Instant, Never, Outside } from './calendar.ts';
import { dateOfDay, dayNumber, secondsPerDay } from './civil-date.ts';
import { growLater, opensAfter, tableHolding, type CompiledCalendar } from './compile-calendar.ts';
import { dayHours } from './day-hours.ts';
import { lastIndex, type WorkingTable } from './working-table.ts';
import type { OffsetPeriod } from './zone-offsets.ts';

/**
 * The dates of a range on which a calendar has any hours, in order.
 * @throws RangeError for an impossible date or calendar
 * @example businessDays(alwaysOpen('UTC'), { from: '2026-02-27', to: '2026-03-02' }) // ['2026-02-27', '2026-02-28', '2026-03-01']
 */
export function businessDays(calendar: Calendar, { from, to }: DateRange): CalendarDate[] {
  const hoursOf = dayHours(calendar);
  const days: CalendarDate[] = [];
  for (let day = dayNumber(from); day < dayNumber(to); day++) if (hoursOf(day).length > 0) days.push(dateOfDay(day));
  return days;
}

/**
 * Closing time of the business day that is the `after`-th after the date of `from`: 1 for "end of the next business day". 0 is the end of the same day, or of the next
 * business day when that one has closed already or never opened. In a night shift the date is the one on which the shift began.
 * `never`: there are not so many business days any more; `outside`: not before 2200.
 * @throws RangeError when `after` is no whole number from 0 on, or an instant lies outside 1900 to 2199
 * @example
 * const office = compileCalendar(mondayToFriday('Asia/Shanghai', { from: '09:00', to: '18:00' }), { from: '2026-01-01', to: '2027-01-01' });
 * const end = endOfBusinessDay(office, Date.parse('2026-11-20T17:00+08:00') / 1000, 1);
 * new Date(end * 1000).toISOString() // '2026-11-23T10:00:00.000Z'
 */
export function endOfBusinessDay(compiled: CompiledCalendar, from: Instant, after: number): Instant | Outside | Never {
  if (!(Number.isInteger(after) && after >= 0)) throw new RangeError(`a number of business days is a whole number from 0 on, not ${after}`);
  const today = businessDayAt(compiled, from);
  let found = nextClosing(compiled, after === 0 ? today : today + 1, from);
  for (let passed = 1; passed < after && found.kind === 'closing'; passed++) found = nextClosing(compiled, found.day + 1, from);
  return found.kind === 'closing' ? found.at : found;
}

interface Closing {
  readonly kind: 'closing';
  readonly day: number;
  readonly at: Instant;
}

/** The closing of the first business day from `day` on that has not closed at `from`. */
function nextClosing(compiled: CompiledCalendar, day: number, from: Instant): Closing | Outside | Never {
  for (let candidate = day; ; candidate++) {
    const table = tableWithDay(compiled, candidate);
    if ('kind' in table) return table;
    const wall = compiled.hoursOf(candidate).at(-1);
    if (wall === undefined) continue;
    const at = instantBefore(table.periods, candidate * secondsPerDay + wall.to);
    if (at > from) return { kind: 'closing', day: candidate, at };
  }
}

/** The table, grown when needed to hold a day in every zone with the night shift that begins on it. */
function tableWithDay(compiled: CompiledCalendar, day: number): WorkingTable | Outside | Never {
  while ((day + 3) * secondsPerDay > compiled.table.to) {
    if (!opensAfter(compiled)) return { kind: 'never' };
    if (growLater(compiled) === null) return { kind: 'outside' };
  }
  return compiled.table;
}

/** The instant up to which the wall clock has shown the times before `wall`: the later one of a repeated hour, the change itself in a skipped one. */
function instantBefore(periods: readonly OffsetPeriod[], wall: number): Instant {
  const { to, offset } = periods[lastIndex(periods.length, (index) => periods[index]!.from + periods[index]!.offset < wall)]!;
  return Math.min(wall - offset, to);
}

/** The day of the shift that runs at an instant, else the date that the wall clock shows. */
function businessDayAt(compiled: CompiledCalendar, instant: Instant): number {
  const { periods } = tableHolding(compiled, instant, instant);
  const { offset } = periods[lastIndex(periods.length, (index) => periods[index]!.from <= instant)]!;
  const day = Math.floor((instant + offset) / secondsPerDay);
  const sinceYesterday = instant + offset - (day - 1) * secondsPerDay;
  return compiled.hoursOf(day - 1).some(({ from, to }) => from <= sinceYesterday && sinceYesterday < to) ? day - 1 : day;
}
