import type { Instant, Interval } from './calendar.ts';
import { secondsPerDay } from './civil-date.ts';

/** A time during which a zone keeps one distance from UTC, in seconds; positive east of Greenwich. */
export interface OffsetPeriod extends Interval {
  readonly offset: number;
}

/**
 * The periods of constant offset of a zone that make up an interval of instants, in order: two or three a year with daylight saving, one without.
 * The offset is read once a day from the time-zone data of the platform, and each change is found to the second; no zone has ever changed and changed back within a day.
 * @throws RangeError for a zone that the platform does not know
 * @example offsetPeriods('Europe/Berlin', { from: 1735686000, to: 1767222000 }).map(({ offset }) => offset / 3600) // [1, 2, 1]
 */
export function offsetPeriods(zone: string, { from, to }: Interval): OffsetPeriod[] {
  const offsetAt = offsetReader(zone);
  const periods: OffsetPeriod[] = [];
  let begin = from;
  let offset = offsetAt(from);
  for (let seen = from; seen < to - 1; seen += secondsPerDay) {
    const next = Math.min(seen + secondsPerDay, to - 1);
    const nextOffset = offsetAt(next);
    if (nextOffset === offset) continue;
    const change = firstChange(offsetAt, seen, next);
    periods.push({ from: begin, to: change, offset });
    begin = change;
    offset = nextOffset;
  }
  return [...periods, { from: begin, to, offset }];
}

/** The first instant after `low` with another offset than there; there is one change up to `high`. */
function firstChange(offsetAt: (instant: Instant) => number, low: Instant, high: Instant): Instant {
  const offset = offsetAt(low);
  let before = low;
  let after = high;
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (offsetAt(middle) === offset) before = middle;
    else after = middle;
  }
  return after;
}

const offsetForm = /GMT(?:([+-])(\d{2}):(\d{2})(?::(\d{2}))?)?$/;

function offsetReader(zone: string): (instant: Instant) => number {
  const format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
  return (instant) => {
    const [, sign, hours = '0', minutes = '0', seconds = '0'] = offsetForm.exec(format.format(instant * 1000)) ?? [];
    const size = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
    return sign === '-' ? -size : size;
  };
}

/**
 * Does the platform know a zone of this name?
 * @example isZone('Mars/Olympus') // false
 */
export function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: name }).resolvedOptions().timeZone.length > 0;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
