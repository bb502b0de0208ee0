import type { Calendar, DateRange, Instant } from './calendar.ts';
import { dayNumber, secondsPerDay } from './civil-date.ts';
import { dayHours, type HoursOfDay } from './day-hours.ts';
import { layOutWorkingTime, type WorkingTable } from './working-table.ts';

/** A calendar ready for questions. It lays out more time when a question goes beyond what it holds; an answer never depends on what was asked before. */
export interface CompiledCalendar {
  readonly calendar: Calendar;
  readonly hoursOf: HoursOfDay;
  /** replaced as a whole when it grows */
  table: WorkingTable;
}

/** Counting begins with 1900-01-01T00:00:00Z and ends with 2200-01-01T00:00:00Z. */
const firstInstant: Instant = dayNumber('1900-01-01') * secondsPerDay;
const lastInstant: Instant = dayNumber('2200-01-01') * secondsPerDay;

/**
 * Lays out a calendar as stretches of working time in UTC, with the working seconds before each, so that every later question is one look-up.
 * An instant is working time when the wall clock of the zone reads a time within the hours of a day: a night with a lost hour is shorter, one with a repeated hour
 * longer. `range` is where questions are expected, not a limit. Cost: proportional to the days of the range.
 * @throws RangeError for an unknown zone, an impossible time or date, a week that has not seven days, or a range beyond 1900 to 2199
 * @example compileCalendar(alwaysOpen('Asia/Shanghai'), { from: '2026-01-01', to: '2027-01-01' }).table.total // 31708800
 */
export function compileCalendar(calendar: Calendar, range: DateRange): CompiledCalendar {
  if (range.to < range.from) throw new RangeError(`the range ends on ${range.to}, before it starts on ${range.from}`);
  // One day more on each side holds the range in every zone.
  const from = (dayNumber(range.from) - 1) * secondsPerDay;
  const to = (dayNumber(range.to) + 1) * secondsPerDay;
  if (from < firstInstant || to > lastInstant) throw new RangeError(`the clock counts from 1900 to 2199, not ${range.from} to ${range.to}`);
  const hoursOf = dayHours(calendar);
  return { calendar, hoursOf, table: layOutWorkingTime(calendar.zone, hoursOf, { from, to }) };
}

/**
 * The calendar's table, grown when needed so that it holds `from` and `to`.
 * @throws RangeError for instants outside 1900 to 2199
 * @example tableHolding(compileCalendar(alwaysOpen('UTC'), { from: '2026-01-01', to: '2027-01-01' }), 0, 86400).from <= 0 // true
 */
export function tableHolding(compiled: CompiledCalendar, from: Instant, to: Instant): WorkingTable {
  const { table } = compiled;
  if (from >= table.from && to <= table.to) return table;
  if (!(from >= firstInstant && to <= lastInstant)) {
    throw new RangeError(`instants are seconds since 1970 from the years 1900 to 2199, not ${from} and ${to}`);
  }
  return grow(compiled, from, to);
}

/**
 * At least doubles the table towards the future. Null when it ends with the last instant already.
 * @example growLater(compileCalendar(alwaysOpen('UTC'), { from: '2190-01-01', to: '2199-12-31' })) // null
 */
export function growLater(compiled: CompiledCalendar): WorkingTable | null {
  const { from, to } = compiled.table;
  return to === lastInstant ? null : grow(compiled, from, to + 1);
}

/**
 * At least doubles the table towards the past. Null when it starts with the first instant already.
 * @example growEarlier(compileCalendar(alwaysOpen('UTC'), { from: '1900-01-02', to: '1901-01-01' })) // null
 */
export function growEarlier(compiled: CompiledCalendar): WorkingTable | null {
  const { from, to } = compiled.table;
  return from === firstInstant ? null : grow(compiled, from - 1, to);
}

/** Twice as long at least on the side that is asked for, so that asking further and further stays cheap. */
function grow(compiled: CompiledCalendar, from: Instant, to: Instant): WorkingTable {
  const { table, calendar, hoursOf } = compiled;
  const length = Math.max(table.to - table.from, 366 * secondsPerDay);
  const start = from < table.from ? Math.min(from, table.from - length) : table.from;
  const end = to > table.to ? Math.max(to, table.to + length) : table.to;
  compiled.table = layOutWorkingTime(calendar.zone, hoursOf, {
    from: Math.max(firstInstant, Math.floor(start / secondsPerDay) * secondsPerDay),
    to: Math.min(lastInstant, Math.ceil(end / secondsPerDay) * secondsPerDay),
  });
  return compiled.table;
}

/** No hours of a date lie further from its midnight in UTC: its zone, a night shift, and a day of rounding. */
const reach = 3 * secondsPerDay;

/**
 * May there be working time after the table? Only an empty week without later dates of its own says no.
 * @example opensAfter(compileCalendar(mondayToFriday('UTC'), { from: '2026-01-01', to: '2027-01-01' })) // false
 */
export const opensAfter = ({ calendar, table }: CompiledCalendar): boolean =>
  hasHours(calendar) || calendar.overrides.some(({ date }) => dayNumber(date) * secondsPerDay + reach > table.to);

/**
 * May there be working time before the table?
 * @example opensBefore(compileCalendar(alwaysOpen('UTC'), { from: '2026-01-01', to: '2027-01-01' })) // true
 */
export const opensBefore = ({ calendar, table }: CompiledCalendar): boolean =>
  hasHours(calendar) || calendar.overrides.some(({ date }) => dayNumber(date) * secondsPerDay - reach < table.from);

const hasHours = ({ week }: Calendar): boolean => week.some((spans) => spans.length > 0);
