import type { Instant, Interval, Never, Outside } from './calendar.ts';
import { secondsPerDay } from './civil-date.ts';
import { growEarlier, growLater, opensAfter, opensBefore, tableHolding, type CompiledCalendar, type WorkingTable } from './compile-calendar.ts';

/**
 * Working seconds from `from` up to `to`: what a clock that runs only in working hours counts.
 * @throws RangeError when `to` lies before `from`, or an instant lies outside 1900 to 2200 (milliseconds do)
 * @example workingSeconds(office, at('2026-11-20T17:00+08:00'), at('2026-11-23T10:00+08:00')) // 7200
 */
export function workingSeconds(compiled: CompiledCalendar, from: Instant, to: Instant): number {
  if (to < from) throw new RangeError(`the end ${to} lies before the start ${from}`);
  const table = tableHolding(compiled, from, to);
  return workedAt(table, to) - workedAt(table, from);
}

/**
 * The first instant at which `seconds` of working time have passed since `from`: a deadline. When they end with closing time, it is closing time, not the next
 * opening. Zero seconds are over at once, at `from`. `never`: the calendar has not so much time any more; `outside`: the answer lies after 2199.
 * @throws RangeError for negative seconds, or an instant outside 1900 to 2200
 * @example addWorkingSeconds(office, at('2026-11-20T17:00+08:00'), 3600) - at('2026-11-20T18:00+08:00') // 0
 */
export function addWorkingSeconds(compiled: CompiledCalendar, from: Instant, seconds: number): Instant | Outside | Never {
  requireSeconds(seconds);
  let table = tableHolding(compiled, from, from);
  if (seconds === 0) return from;
  while (workedAt(table, from) + seconds > table.total) {
    if (!opensAfter(compiled)) return { kind: 'never' };
    const grown = growLater(compiled);
    if (grown === null) return { kind: 'outside' };
    table = grown;
  }
  const worked = workedAt(table, from) + seconds;
  const stretch = firstBefore(table, worked);
  return table.opens[stretch]! + worked - table.before[stretch]!;
}

/**
 * The last instant from which `seconds` of working time lead to `to`: the moment of a reminder before a deadline. When they begin with an opening, it is that opening,
 * not the closing time before. Zero seconds give `to`. `never`: the calendar had not so much time before; `outside`: the answer lies before 1900.
 * @throws RangeError for negative seconds, or an instant outside 1900 to 2200
 * @example subtractWorkingSeconds(office, at('2026-11-23T10:00+08:00'), 3600) - at('2026-11-23T09:00+08:00') // 0
 */
export function subtractWorkingSeconds(compiled: CompiledCalendar, to: Instant, seconds: number): Instant | Outside | Never {
  requireSeconds(seconds);
  let table = tableHolding(compiled, to, to);
  if (seconds === 0) return to;
  while (workedAt(table, to) < seconds) {
    if (!opensBefore(compiled)) return { kind: 'never' };
    const grown = growEarlier(compiled);
    if (grown === null) return { kind: 'outside' };
    table = grown;
  }
  const worked = workedAt(table, to) - seconds;
  const stretch = lastAtMost(table, worked);
  return table.opens[stretch]! + worked - table.before[stretch]!;
}

/**
 * Is an instant working time? Opening time is, closing time is not.
 * @throws RangeError for an instant outside 1900 to 2200
 * @example isWorking(office, at('2026-11-20T18:00+08:00')) // false
 */
export function isWorking(compiled: CompiledCalendar, instant: Instant): boolean {
  const table = tableHolding(compiled, instant, instant);
  return instant < table.closes[lastOpened(table, instant)]!;
}

/**
 * The first working instant at or after `from`: itself in working time. `never`: the calendar opens no more; `outside`: not before 2200.
 * @throws RangeError for an instant outside 1900 to 2200
 * @example nextOpening(office, at('2026-11-20T18:00+08:00')) - at('2026-11-23T09:00+08:00') // 0
 */
export function nextOpening(compiled: CompiledCalendar, from: Instant): Instant | Outside | Never {
  if (isWorking(compiled, from)) return from;
  let table = tableHolding(compiled, from, from);
  for (let next = lastOpened(table, from) + 1; next >= table.opens.length; next = lastOpened(table, from) + 1) {
    if (!opensAfter(compiled)) return { kind: 'never' };
    const grown = growLater(compiled);
    if (grown === null) return { kind: 'outside' };
    table = grown;
  }
  return table.opens[lastOpened(table, from) + 1]!;
}

/**
 * The stretches of working time between two instants, in order, cut at both ends: what a ledger calls running, with what lies between them as outside hours.
 * @throws RangeError when `to` lies before `from`, or an instant lies outside 1900 to 2200
 * @example workingIntervals(office, at('2026-11-20T17:00+08:00'), at('2026-11-23T10:00+08:00')).map(({ from, to }) => to - from) // [3600, 3600]
 */
export function workingIntervals(compiled: CompiledCalendar, from: Instant, to: Instant): Interval[] {
  if (to < from) throw new RangeError(`the end ${to} lies before the start ${from}`);
  const { opens, closes, ...table } = tableHolding(compiled, from, to);
  const intervals: Interval[] = [];
  for (let stretch = lastOpened({ opens, closes, ...table }, from); stretch < opens.length && opens[stretch]! < to; stretch++) {
    const cut = { from: Math.max(opens[stretch]!, from), to: Math.min(closes[stretch]!, to) };
    if (cut.from < cut.to) intervals.push(cut);
  }
  return intervals;
}

function requireSeconds(seconds: number): void {
  if (!(seconds >= 0 && Number.isFinite(seconds))) throw new RangeError(`a length of time is a number of seconds from 0 on, not ${seconds}`);
}

/** Working seconds from the start of the table to an instant inside it. */
function workedAt(table: WorkingTable, instant: Instant): number {
  const stretch = lastOpened(table, instant);
  return table.before[stretch]! + Math.min(instant, table.closes[stretch]!) - table.opens[stretch]!;
}

/** The last stretch that opens at the instant or before. */
function lastOpened({ opens, atDay, from }: WorkingTable, instant: Instant): number {
  let stretch = atDay[Math.floor((instant - from) / secondsPerDay)]!;
  while (stretch + 1 < opens.length && opens[stretch + 1]! <= instant) stretch += 1;
  return stretch;
}

/** The last stretch that begins with fewer working seconds behind it: in it, or at its end, they are reached. */
function firstBefore({ before }: WorkingTable, worked: number): number {
  return bisect(before.length, (stretch) => before[stretch]! < worked);
}

/** The last stretch that begins with at most so many working seconds behind it. */
function lastAtMost({ before }: WorkingTable, worked: number): number {
  return bisect(before.length, (stretch) => before[stretch]! <= worked);
}

/** The last index below `length` for which `holds`; it holds for 0 and for every index before one for which it holds. */
function bisect(length: number, holds: (index: number) => boolean): number {
  let low = 0;
  let high = length;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if (holds(middle)) low = middle;
    else high = middle;
  }
  return low;
}
