import type { Instant, Interval, Never, Outside } from './calendar.ts';
import { growLater, opensAfter, tableHolding, type CompiledCalendar } from './compile-calendar.ts';
import { lastOpened } from './working-table.ts';

/**
 * Is an instant working time? Opening time is, closing time is not.
 * @throws RangeError for an instant outside 1900 to 2199
 * @example
 * const office = compileCalendar(mondayToFriday('Asia/Shanghai', { from: '09:00', to: '18:00' }), { from: '2026-01-01', to: '2027-01-01' });
 * isWorking(office, Date.parse('2026-11-20T18:00+08:00') / 1000) // false
 */
export function isWorking(compiled: CompiledCalendar, instant: Instant): boolean {
  const table = tableHolding(compiled, instant, instant + 1);
  return instant < table.closes[lastOpened(table, instant)]!;
}

/**
 * The first working instant at or after `from`: itself in working time. `never`: the calendar opens no more; `outside`: not before 2200.
 * @throws RangeError for an instant outside 1900 to 2199
 * @example
 * const office = compileCalendar(mondayToFriday('Asia/Shanghai', { from: '09:00', to: '18:00' }), { from: '2026-01-01', to: '2027-01-01' });
 * const opening = nextOpening(office, Date.parse('2026-11-20T18:00+08:00') / 1000);
 * new Date(opening * 1000).toISOString() // '2026-11-23T01:00:00.000Z'
 */
export function nextOpening(compiled: CompiledCalendar, from: Instant): Instant | Outside | Never {
  if (isWorking(compiled, from)) return from;
  let table = compiled.table;
  while (lastOpened(table, from) + 1 === table.opens.length) {
    if (!opensAfter(compiled)) return { kind: 'never' };
    const grown = growLater(compiled);
    if (grown === null) return { kind: 'outside' };
    table = grown;
  }
  return table.opens[lastOpened(table, from) + 1]!;
}

/**
 * The stretches of working time between two instants, in order, cut at both ends: where a ledger says running, with outside hours between them.
 * @throws RangeError when `to` lies before `from`, or an instant lies outside 1900 to 2199
 * @example
 * const office = compileCalendar(mondayToFriday('Asia/Shanghai', { from: '09:00', to: '18:00' }), { from: '2026-01-01', to: '2027-01-01' });
 * workingIntervals(office, Date.parse('2026-11-20T17:00+08:00') / 1000, Date.parse('2026-11-23T10:00+08:00') / 1000).map(({ from, to }) => to - from) // [3600, 3600]
 */
export function workingIntervals(compiled: CompiledCalendar, from: Instant, to: Instant): Interval[] {
  if (to < from) throw new RangeError(`the end ${to} lies before the start ${from}`);
  const table = tableHolding(compiled, from, to);
  const { opens, closes } = table;
  const intervals: Interval[] = [];
  for (let stretch = lastOpened(table, from); stretch < opens.length && opens[stretch]! < to; stretch++) {
    const cut = { from: Math.max(opens[stretch]!, from), to: Math.min(closes[stretch]!, to) };
    if (cut.from < cut.to) intervals.push(cut);
  }
  return intervals;
}
