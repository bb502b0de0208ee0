import type { Instant, Never, Outside } from './calendar.ts';
import { growEarlier, growLater, opensAfter, opensBefore, tableHolding, type CompiledCalendar } from './compile-calendar.ts';
import { firstInstantAt, lastInstantAt, workedAt } from './working-table.ts';

/**
 * Working seconds from `from` up to `to`: what a clock that runs only in working hours counts.
 * @throws RangeError when `to` lies before `from`, or an instant lies outside 1900 to 2199 (milliseconds do)
 * @example
 * const office = compileCalendar(mondayToFriday('Asia/Shanghai', { from: '09:00', to: '18:00' }), { from: '2026-01-01', to: '2027-01-01' });
 * workingSeconds(office, Date.parse('2026-11-20T17:00+08:00') / 1000, Date.parse('2026-11-23T10:00+08:00') / 1000) // 7200
 */
export function workingSeconds(compiled: CompiledCalendar, from: Instant, to: Instant): number {
  if (to < from) throw new RangeError(`the end ${to} lies before the start ${from}`);
  const table = tableHolding(compiled, from, to);
  return workedAt(table, to) - workedAt(table, from);
}

/**
 * The first instant at which `seconds` of working time have passed since `from`: a deadline. When they end with closing time, it is closing time, not the next
 * opening. Zero seconds are over at once, at `from`. `never`: the calendar has not so much time any more; `outside`: the answer lies after 2199.
 * @throws RangeError for negative seconds, or an instant outside 1900 to 2199
 * @example
 * const office = compileCalendar(mondayToFriday('Asia/Shanghai', { from: '09:00', to: '18:00' }), { from: '2026-01-01', to: '2027-01-01' });
 * const due = addWorkingSeconds(office, Date.parse('2026-11-20T17:00+08:00') / 1000, 3600);
 * new Date(due * 1000).toISOString() // '2026-11-20T10:00:00.000Z'
 */
export function addWorkingSeconds(compiled: CompiledCalendar, from: Instant, seconds: number): Instant | Outside | Never {
  requireLength(seconds);
  let table = tableHolding(compiled, from, from);
  if (seconds === 0) return from;
  let worked = workedAt(table, from) + seconds;
  while (worked > table.total) {
    if (!opensAfter(compiled)) return { kind: 'never' };
    const grown = growLater(compiled);
    if (grown === null) return { kind: 'outside' };
    table = grown;
    worked = workedAt(table, from) + seconds;
  }
  return firstInstantAt(table, worked);
}

/**
 * The last instant from which `seconds` of working time lead to `to`: the moment of a reminder before a deadline. When they begin with an opening, it is that opening,
 * not the closing time before. Zero seconds give `to`. `never`: the calendar had not so much time before; `outside`: the answer lies before 1900.
 * @throws RangeError for negative seconds, or an instant outside 1900 to 2199
 * @example
 * const office = compileCalendar(mondayToFriday('Asia/Shanghai', { from: '09:00', to: '18:00' }), { from: '2026-01-01', to: '2027-01-01' });
 * const reminder = subtractWorkingSeconds(office, Date.parse('2026-11-23T10:00+08:00') / 1000, 3600);
 * new Date(reminder * 1000).toISOString() // '2026-11-23T01:00:00.000Z'
 */
export function subtractWorkingSeconds(compiled: CompiledCalendar, to: Instant, seconds: number): Instant | Outside | Never {
  requireLength(seconds);
  let table = tableHolding(compiled, to, to);
  if (seconds === 0) return to;
  while (workedAt(table, to) < seconds) {
    if (!opensBefore(compiled)) return { kind: 'never' };
    const grown = growEarlier(compiled);
    if (grown === null) return { kind: 'outside' };
    table = grown;
  }
  return lastInstantAt(table, workedAt(table, to) - seconds);
}

function requireLength(seconds: number): void {
  if (!(seconds >= 0 && seconds < Infinity)) throw new RangeError(`a length of time is a number of seconds from 0 on, not ${seconds}`);
}
