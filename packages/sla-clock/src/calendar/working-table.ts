import type { Instant, Interval } from './calendar.ts';
import { secondsPerDay } from './civil-date.ts';
import type { HoursOfDay } from './day-hours.ts';
import { openIntervals } from './open-intervals.ts';
import { offsetPeriods, type OffsetPeriod } from './zone-offsets.ts';

/** Working time laid out on the line of instants: stretches of open time in order, none touching the next. */
export interface WorkingTable extends Interval {
  readonly periods: readonly OffsetPeriod[];
  /** opening of each stretch; the first stretch is an empty one at `from`, so that every instant has a last opening */
  readonly opens: Float64Array;
  readonly closes: Float64Array;
  /** working seconds from `from` to each opening */
  readonly before: Float64Array;
  /** for each 86 400 s counted from `from`: the last stretch that has opened when they begin */
  readonly atDay: Int32Array;
  /** for each mean length of a stretch in working seconds: the last stretch that opens with fewer behind it */
  readonly atWork: Int32Array;
  /** working seconds of the whole table */
  readonly total: number;
}

/**
 * Lays out the hours of a zone between two instants. Cost: proportional to the days between them.
 * @throws RangeError for an unknown zone
 * @example layOutWorkingTime('UTC', () => [{ from: 32400, to: 64800 }], { from: 0, to: 172800 }).total // 64800
 */
export function layOutWorkingTime(zone: string, hoursOf: HoursOfDay, { from, to }: Interval): WorkingTable {
  const periods = offsetPeriods(zone, { from, to });
  const stretches = [{ from, to: from }, ...openIntervals(hoursOf, periods)];
  const opens = Float64Array.from(stretches, (stretch) => stretch.from);
  const closes = Float64Array.from(stretches, (stretch) => stretch.to);
  const before = new Float64Array(stretches.length);
  for (let i = 1; i < stretches.length; i++) before[i] = before[i - 1]! + closes[i - 1]! - opens[i - 1]!;
  const last = stretches.length - 1;
  const total = before[last]! + closes[last]! - opens[last]!;
  return {
    from,
    to,
    periods,
    opens,
    closes,
    before,
    atDay: dayIndex(opens, { from, to }),
    atWork: workIndex(before, total),
    total,
  };
}

function dayIndex(opens: Float64Array, { from, to }: Interval): Int32Array {
  const index = new Int32Array(Math.floor((to - from) / secondsPerDay) + 1);
  let stretch = 0;
  for (let day = 0; day < index.length; day++) {
    while (stretch + 1 < opens.length && opens[stretch + 1]! <= from + day * secondsPerDay) stretch += 1;
    index[day] = stretch;
  }
  return index;
}

function workIndex(before: Float64Array, total: number): Int32Array {
  const index = new Int32Array(before.length + 1);
  let stretch = 0;
  for (let part = 0; part < index.length; part++) {
    while (stretch + 1 < before.length && before[stretch + 1]! < (part * total) / before.length) stretch += 1;
    index[part] = stretch;
  }
  return index;
}

/**
 * The last stretch that opens at an instant of the table or before.
 * @example
 * const { table } = compileCalendar(mondayToFriday('UTC', { from: '09:00', to: '18:00' }), { from: '2026-11-23', to: '2026-11-24' });
 * lastOpened(table, Date.UTC(2026, 10, 23, 20) / 1000) // 1
 */
export function lastOpened({ opens, atDay, from }: WorkingTable, instant: Instant): number {
  let stretch = atDay[Math.floor((instant - from) / secondsPerDay)]!;
  while (stretch + 1 < opens.length && opens[stretch + 1]! <= instant) stretch += 1;
  return stretch;
}

/**
 * Working seconds from the start of the table to an instant in it.
 * @example
 * const { table } = compileCalendar(mondayToFriday('UTC', { from: '09:00', to: '18:00' }), { from: '2026-11-23', to: '2026-11-24' });
 * workedAt(table, Date.UTC(2026, 10, 23, 10) / 1000) // 3600
 */
export function workedAt(table: WorkingTable, instant: Instant): number {
  const stretch = lastOpened(table, instant);
  return table.before[stretch]! + Math.min(instant, table.closes[stretch]!) - table.opens[stretch]!;
}

/**
 * The first instant with so many working seconds behind it, more than 0 and at most `total`: a closing time rather than the next opening.
 * @example
 * const { table } = compileCalendar(mondayToFriday('UTC', { from: '09:00', to: '18:00' }), { from: '2026-11-23', to: '2026-11-24' });
 * new Date(firstInstantAt(table, 32400) * 1000).toISOString() // '2026-11-23T18:00:00.000Z'
 */
export function firstInstantAt(table: WorkingTable, worked: number): Instant {
  const { opens, before } = table;
  const stretch = lastOpenedBelow(table, worked);
  return opens[stretch]! + worked - before[stretch]!;
}

/**
 * The last instant with so many working seconds behind it, fewer than `total`: an opening rather than the closing time before.
 * @example
 * const { table } = compileCalendar(mondayToFriday('UTC', { from: '09:00', to: '18:00' }), { from: '2026-11-23', to: '2026-11-24' });
 * new Date(lastInstantAt(table, 0) * 1000).toISOString() // '2026-11-23T09:00:00.000Z'
 */
export function lastInstantAt(table: WorkingTable, worked: number): Instant {
  const { opens, before } = table;
  let stretch = lastOpenedBelow(table, worked);
  while (stretch + 1 < before.length && before[stretch + 1]! <= worked) stretch += 1;
  return opens[stretch]! + worked - before[stretch]!;
}

/** The last stretch that opens with fewer working seconds behind it, the first when none does: by bisection within a part that holds one stretch on average. */
function lastOpenedBelow({ before, atWork, total }: WorkingTable, worked: number): number {
  const part = Math.min(before.length - 1, Math.floor((worked / total) * before.length));
  let low = atWork[part]!;
  let high = atWork[part + 1]! + 1;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if (before[middle]! < worked) low = middle;
    else high = middle;
  }
  return low;
}

/**
 * The last index below `length` for which `holds`: true for 0, and false from some index on.
 * @example lastIndex(10, (index) => index * index < 20) // 4
 */
export function lastIndex(length: number, holds: (index: number) => boolean): number {
  let low = 0;
  let high = length;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if (holds(middle)) low = middle;
    else high = middle;
  }
  return low;
}
