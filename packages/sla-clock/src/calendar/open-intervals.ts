import type { Interval } from './calendar.ts';
import { secondsPerDay } from './civil-date.ts';
import type { HoursOfDay } from './day-hours.ts';
import { unite, type WallInterval } from './wall-hours.ts';
import type { OffsetPeriod } from './zone-offsets.ts';

/**
 * The working time during some periods of constant offset, which follow each other: stretches in order, none touching the next.
 * The hours are laid on the time line of the wall clock first. Each period then cuts out what its wall clock shows and moves it to UTC: an hour that the wall clock skips is
 * in no period, an hour that it shows twice is in two.
 * @example openIntervals(() => [{ from: 32400, to: 64800 }], [{ from: 0, to: 86400, offset: 3600 }]) // [{ from: 28800, to: 61200 }]
 */
export function openIntervals(hoursOf: HoursOfDay, periods: readonly OffsetPeriod[]): Interval[] {
  const wall = wallTimeLine(hoursOf, { from: periods[0]?.from ?? 0, to: periods.at(-1)?.to ?? 0 });
  return unite(periods.flatMap((period) => shownDuring(period, wall)));
}

/** Working hours on the wall clock, in seconds as if it showed UTC. Two days more at both ends hold every zone and the night shift of the day before. */
function wallTimeLine(hoursOf: HoursOfDay, { from, to }: Interval): WallInterval[] {
  const intervals: WallInterval[] = [];
  for (let day = Math.floor(from / secondsPerDay) - 2; day * secondsPerDay < to + 2 * secondsPerDay; day++) {
    const midnight = day * secondsPerDay;
    for (const hours of hoursOf(day)) intervals.push({ from: midnight + hours.from, to: midnight + hours.to });
  }
  return unite(intervals);
}

function shownDuring({ from, to, offset }: OffsetPeriod, wall: readonly WallInterval[]): Interval[] {
  const shown: Interval[] = [];
  for (let i = firstEndingAfter(wall, from + offset); i < wall.length && wall[i]!.from < to + offset; i++) {
    shown.push({ from: Math.max(wall[i]!.from - offset, from), to: Math.min(wall[i]!.to - offset, to) });
  }
  return shown;
}

function firstEndingAfter(wall: readonly WallInterval[], time: number): number {
  let low = 0;
  let high = wall.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (wall[middle]!.to > time) high = middle;
    else low = middle + 1;
  }
  return low;
}
