import { Temporal } from 'temporal-polyfill';
import type { Instant, Interval } from '../calendar/calendar.ts';

/** A month of the calendar, `2026-10`. */
export type Month = string;

/**
 * The month of a zone in which an instant falls.
 * @throws RangeError for an unknown zone
 * @example monthOf(1_793_462_400, 'Asia/Shanghai') // '2026-11'
 * @example monthOf(1_793_462_400, 'UTC') // '2026-10'
 */
export function monthOf(at: Instant, zone: string): Month {
  return Temporal.Instant.fromEpochMilliseconds(at * 1000)
    .toZonedDateTimeISO(zone)
    .toPlainDate()
    .toPlainYearMonth()
    .toString();
}

/**
 * The instants of a month in a zone.
 * @throws RangeError for an unknown zone, or what is no month such as `2026-13`
 * @example monthInterval('1970-01', 'UTC') // { from: 0, to: 2678400 }
 */
export function monthInterval(month: Month, zone: string): Interval {
  if (!/^\d{4}-\d{2}$/.test(month)) throw new RangeError(`"${month}" is no month of the form 2026-10`);
  const first = Temporal.PlainYearMonth.from(month).toPlainDate({ day: 1 });
  return { from: startOf(first, zone), to: startOf(first.add({ months: 1 }), zone) };
}

const startOf = (date: Temporal.PlainDate, zone: string): Instant => Math.floor(date.toZonedDateTime(zone).epochMilliseconds / 1000);
