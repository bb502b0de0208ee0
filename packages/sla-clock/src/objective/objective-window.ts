import { Temporal } from 'temporal-polyfill';
import type { Instant, Interval } from '../calendar/calendar.ts';

/** The last so many units up to now. Days and longer units go back by the calendar of the zone, hours by the clock. */
export interface RollingWindow {
  readonly kind: 'rolling';
  readonly unit: 'hour' | 'day' | 'week' | 'month';
  readonly count: number;
}

/** The day, week (from Monday), month, quarter or year of the zone that contains now. */
export interface CalendarWindow {
  readonly kind: 'calendar';
  readonly unit: 'day' | 'week' | 'month' | 'quarter' | 'year';
}

/** Over which stretch an objective is judged. */
export type ObjectiveWindow = RollingWindow | CalendarWindow;

/**
 * The name that tells one window of an objective from another: every figure of an objective is kept under it.
 * @example windowKey({ kind: 'rolling', unit: 'day', count: 30 }) // 'rolling-30-day'
 * @example windowKey({ kind: 'calendar', unit: 'month' }) // 'calendar-month'
 */
export function windowKey(window: ObjectiveWindow): string {
  return window.kind === 'rolling' ? `rolling-${window.count}-${window.unit}` : `calendar-${window.unit}`;
}

/**
 * The window around an instant. A rolling window ends at `now`; a calendar window may end in the future.
 * @throws RangeError for an unknown zone or a count below 1
 * @example windowAt({ kind: 'rolling', unit: 'hour', count: 1 }, 'UTC', 7200) // { from: 3600, to: 7200 }
 * @example windowAt({ kind: 'calendar', unit: 'day' }, 'Asia/Shanghai', 0) // { from: -28800, to: 57600 }
 */
export function windowAt(window: ObjectiveWindow, zone: string, now: Instant): Interval {
  const local = Temporal.Instant.fromEpochMilliseconds(now * 1000).toZonedDateTimeISO(zone);
  if (window.kind === 'calendar') return calendarRange(window, local);
  if (!(Number.isInteger(window.count) && window.count > 0)) throw new RangeError('a rolling window counts at least one unit');
  return { from: instantOf(local.subtract({ [`${window.unit}s`]: window.count })), to: now };
}

function calendarRange({ unit }: CalendarWindow, local: Temporal.ZonedDateTime): Interval {
  const first = firstDay(unit, local.toPlainDate());
  const next = first.add(unit === 'quarter' ? { months: 3 } : { [`${unit}s`]: 1 });
  return { from: instantOf(first.toZonedDateTime(local.timeZoneId)), to: instantOf(next.toZonedDateTime(local.timeZoneId)) };
}

function firstDay(unit: CalendarWindow['unit'], date: Temporal.PlainDate): Temporal.PlainDate {
  switch (unit) {
    case 'day':
      return date;
    case 'week':
      return date.subtract({ days: date.dayOfWeek - 1 });
    case 'month':
      return date.with({ day: 1 });
    case 'quarter':
      return date.with({ month: date.month - ((date.month - 1) % 3), day: 1 });
    case 'year':
      return date.with({ month: 1, day: 1 });
    default:
      return unit satisfies never;
  }
}

const instantOf = (local: Temporal.ZonedDateTime): Instant => Math.floor(local.epochMilliseconds / 1000);
