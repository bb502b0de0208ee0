/** A point in time: whole seconds since 1970-01-01T00:00:00Z, without leap seconds. Never milliseconds. */
export type Instant = number;

/** A day of the calendar without a zone, `2024-02-09`. */
export type CalendarDate = string;

/** Days from `from` up to, not including, `to`. */
export interface DateRange {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

/** Instants from `from` up to, not including, `to`. */
export interface Interval {
  readonly from: Instant;
  readonly to: Instant;
}

/**
 * Hours of a day on the wall clock, `HH:MM` or `HH:MM:SS`, from `from` up to, not including, `to`. The end of the day is `24:00`. When `to` is not later than
 * `from` the span runs over midnight, so `22:00` to `06:00` is a night shift and `00:00` to `00:00` a whole day; all of it belongs to the day on which it starts.
 */
export interface Span {
  readonly from: string;
  readonly to: string;
}

/** A name for people in both languages. */
export interface Name {
  readonly zh: string;
  readonly en: string;
}

/**
 * Why a date differs from its weekday. On days off (`public-holiday`, `rest-day`, `closure`) `spans` are the hours taken away, all when absent; on days with
 * hours (`make-up-day`, `special-hours`) they are the hours of the day, the calendar's `makeUpHours` when absent on a make-up day.
 */
export type OverrideKind = 'public-holiday' | 'rest-day' | 'make-up-day' | 'closure' | 'special-hours';

/**
 * One date that differs from its weekday. When several fall on one date, the hours are those of `special-hours`, else of `make-up-day`, else those of the
 * weekday without what holidays and rest days take away; a `closure` takes its hours from any of these.
 */
export interface DateOverride {
  readonly date: CalendarDate;
  readonly kind: OverrideKind;
  readonly name?: Name;
  readonly spans?: readonly Span[];
}

/** Working hours in one zone, and the dates on which they differ. A published version never changes; a change makes the next version. */
export interface Calendar {
  readonly id: string;
  readonly version: number;
  /** IANA name such as `Asia/Shanghai` */
  readonly zone: string;
  /** seven days, Monday first; a day without spans is closed */
  readonly week: readonly (readonly Span[])[];
  /** hours of a make-up working day that names none of its own */
  readonly makeUpHours: readonly Span[];
  readonly overrides: readonly DateOverride[];
}

/** The answer lies beyond the years the clock counts in: 1900 up to, not including, 2200. */
export interface Outside {
  readonly kind: 'outside';
}

/** The calendar never opens again, or not for long enough. */
export interface Never {
  readonly kind: 'never';
}

const wholeDay: Span = { from: '00:00', to: '24:00' };

/**
 * The calendar of an office: the same hours from Monday to Friday, which are also those of make-up working days.
 * @example mondayToFriday('Asia/Shanghai', { from: '09:00', to: '18:00' }).week[5] // []
 */
export function mondayToFriday(zone: string, ...hours: readonly Span[]): Calendar {
  const week = Array.from({ length: 7 }, (_, day) => (day < 5 ? hours : []));
  return { id: 'monday-to-friday', version: 1, zone, week, makeUpHours: hours, overrides: [] };
}

/**
 * The calendar of a service that never closes.
 * @example alwaysOpen('Asia/Shanghai').week.length // 7
 */
export function alwaysOpen(zone: string): Calendar {
  return { id: 'always-open', version: 1, zone, week: Array.from({ length: 7 }, () => [wholeDay]), makeUpHours: [wholeDay], overrides: [] };
}
