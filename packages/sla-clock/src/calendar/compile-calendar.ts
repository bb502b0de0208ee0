import type { Calendar, DateRange, Instant } from './calendar.ts';
import { dayNumber, secondsPerDay } from './civil-date.ts';
import { instantHours } from './instant-hours.ts';

/** Working time laid out on the line of instants: stretches of open time in order, none touching the next. */
export interface WorkingTable {
  readonly from: Instant;
  readonly to: Instant;
  /** opening of each stretch; the first is an empty stretch at `from`, so that every instant has a last opening */
  readonly opens: Float64Array;
  readonly closes: Float64Array;
  /** working seconds from `from` to each opening */
  readonly before: Float64Array;
  /** the last stretch that has opened when a day of 86 400 s counted from `from` begins */
  readonly atDay: Int32Array;
  /** working seconds of the whole table */
  readonly total: number;
}

/** A calendar ready for questions. It lays out more time when a question goes beyond what it holds; answers never depend on what was asked before. */
export interface CompiledCalendar {
  readonly calendar: Calendar;
  /** replaced as a whole when it grows */
  table: WorkingTable;
}

/** First and last instant of counting: 1900-01-01T00:00:00Z and 2200-01-01T00:00:00Z. */
export const firstInstant: Instant = dayNumber('1900-01-01') * secondsPerDay;
export const lastInstant: Instant = dayNumber('2200-01-01') * secondsPerDay;

/**
 * Lays out a calendar as stretches of working time in UTC, with the working seconds before each, so that every later question is one look-up.
 * An instant is working time when the wall clock of the zone reads a time within the hours of its day: a night with a lost hour is shorter, one with a repeated hour
 * longer. `range` is where questions are expected, not a limit. Cost: proportional to the days of the range.
 * @throws RangeError for an unknown zone, an impossible time or date, or a week that has not seven days
 * @example compileCalendar(alwaysOpen('Asia/Shanghai'), { from: '2026-01-01', to: '2027-01-01' }).table.opens.length // 2
 */
export function compileCalendar(calendar: Calendar, range: DateRange): CompiledCalendar {
  const from = dayNumber(range.from);
  const to = dayNumber(range.to);
  if (to < from) throw new RangeError(`the range ends on ${range.to}, before it starts on ${range.from}`);
  // One day more on each side holds the range in every zone.
  return { calendar, table: layOut(calendar, (from - 1) * secondsPerDay, (to + 1) * secondsPerDay) };
}

/** The calendar's table, grown when needed so that it holds `from` and `to`. */
export function tableHolding(compiled: CompiledCalendar, from: Instant, to: Instant): WorkingTable {
  const { table } = compiled;
  if (from >= table.from && to <= table.to) return table;
  if (!(from >= firstInstant && to <= lastInstant)) {
    throw new RangeError(`instants are epoch seconds from 1900 to 2200, not ${from} and ${to}`);
  }
  return grow(compiled, Math.min(from, table.from), Math.max(to, table.to));
}

/** Doubles the table towards the future. Null when it ends with the last instant already. */
export function growLater(compiled: CompiledCalendar): WorkingTable | null {
  const { from, to } = compiled.table;
  return to >= lastInstant ? null : grow(compiled, from, to + Math.max(to - from, 366 * secondsPerDay));
}

/** Doubles the table towards the past. Null when it starts with the first instant already. */
export function growEarlier(compiled: CompiledCalendar): WorkingTable | null {
  const { from, to } = compiled.table;
  return from <= firstInstant ? null : grow(compiled, from - Math.max(to - from, 366 * secondsPerDay), to);
}

function grow(compiled: CompiledCalendar, from: Instant, to: Instant): WorkingTable {
  const { table, calendar } = compiled;
  // At least as much again, so that asking further and further stays cheap.
  const reach = table.to - table.from;
  const start = from < table.from ? Math.min(from, table.from - reach) : table.from;
  const end = to > table.to ? Math.max(to, table.to + reach) : table.to;
  const wholeDays = (instant: Instant) => Math.floor(instant / secondsPerDay) * secondsPerDay;
  const first = Math.max(firstInstant, wholeDays(start));
  const last = Math.min(lastInstant, wholeDays(end + secondsPerDay - 1));
  compiled.table = layOut(calendar, Math.min(first, table.from), Math.max(last, table.to));
  return compiled.table;
}

function layOut(calendar: Calendar, from: Instant, to: Instant): WorkingTable {
  const hours = [{ from, to: from }, ...instantHours(calendar, { from, to })];
  const opens = Float64Array.from(hours, (stretch) => stretch.from);
  const closes = Float64Array.from(hours, (stretch) => stretch.to);
  const before = new Float64Array(hours.length);
  for (let i = 1; i < hours.length; i++) before[i] = before[i - 1]! + closes[i - 1]! - opens[i - 1]!;
  const last = hours.length - 1;
  return { from, to, opens, closes, before, atDay: dayIndex(opens, from, to), total: before[last]! + closes[last]! - opens[last]! };
}

function dayIndex(opens: Float64Array, from: Instant, to: Instant): Int32Array {
  const index = new Int32Array(Math.floor((to - from) / secondsPerDay) + 1);
  let stretch = 0;
  for (let day = 0; day < index.length; day++) {
    while (stretch + 1 < opens.length && opens[stretch + 1]! <= from + day * secondsPerDay) stretch += 1;
    index[day] = stretch;
  }
  return index;
}
