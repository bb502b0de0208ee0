import { Temporal } from 'temporal-polyfill';
import type { Period } from '@zhiheng/contract/measurement/indicator';

/** One turn of a collection in the calendar of the organisation. Days are written `2026-11-21`. */
export interface CollectionPeriod {
  readonly key: string;
  readonly kind: Period;
  readonly firstDay: string;
  readonly lastDay: string;
}

const form = /^(?<year>\d{4})(?:-(?:W(?<week>\d{2})|Q(?<quarter>[1-4])|H(?<half>[12])|(?<month>\d{2})(?:-(?<day>\d{2}))?))?$/;
const [firstYear, lastYear] = [1970, 2099];
const monthsIn = { month: 1, quarter: 3, 'half-year': 6, year: 12 } as const;

type Date = Temporal.PlainDate;

/**
 * Reads the key of a period; null when the calendar has no such period.
 * @example parsePeriodKey('2026-W53') // { key: '2026-W53', kind: 'week', firstDay: '2026-12-28', lastDay: '2027-01-03' }
 */
export function parsePeriodKey(key: string): CollectionPeriod | null {
  const parts = form.exec(key)?.groups;
  if (parts === undefined) return null;
  const day = dayWithin(parts);
  if (day === null || day.year < firstYear || day.year > lastYear) return null;
  const period = periodOf(kindOf(parts), day.toString());
  return period.key === key ? period : null;
}

type Parts = Readonly<Record<string, string | undefined>>;

function kindOf(parts: Parts): Period {
  if (parts['week'] !== undefined) return 'week';
  if (parts['quarter'] !== undefined) return 'quarter';
  if (parts['half'] !== undefined) return 'half-year';
  if (parts['day'] !== undefined) return 'day';
  return parts['month'] === undefined ? 'year' : 'month';
}

/** A day inside the period that the parts name. */
function dayWithin(parts: Parts): Date | null {
  const year = Number(parts['year']);
  const { week, quarter, half } = parts;
  // 4 January always lies in the first week (ISO 8601).
  if (week !== undefined) return Temporal.PlainDate.from({ year, month: 1, day: 4 }).add({ weeks: Number(week) - 1 });
  if (quarter !== undefined) return Temporal.PlainDate.from({ year, month: Number(quarter) * 3, day: 1 });
  if (half !== undefined) return Temporal.PlainDate.from({ year, month: Number(half) * 6, day: 1 });
  return dateOf(year, Number(parts['month'] ?? 1), Number(parts['day'] ?? 1));
}

function dateOf(year: number, month: number, day: number): Date | null {
  if (month < 1 || month > 12 || day < 1) return null;
  const first = Temporal.PlainDate.from({ year, month, day: 1 });
  return day > first.daysInMonth ? null : first.with({ day });
}

/**
 * The period of a kind in which a day falls.
 * @example periodOf('half-year', '2026-11-21').key // '2026-H2'
 */
export function periodOf(kind: Period, on: string): CollectionPeriod {
  const day = Temporal.PlainDate.from(on);
  if (kind === 'day') return between(on, kind, [day, day]);
  if (kind === 'week') {
    const monday = day.subtract({ days: day.dayOfWeek - 1 });
    return between(`${day.yearOfWeek ?? day.year}-W${twoDigits(day.weekOfYear ?? 1)}`, kind, [monday, monday.add({ days: 6 })]);
  }
  const length = monthsIn[kind];
  const part = Math.floor((day.month - 1) / length);
  const first = day.with({ month: part * length + 1, day: 1 });
  return between(keyOf(kind, day, part + 1), kind, [first, first.add({ months: length }).subtract({ days: 1 })]);
}

function keyOf(kind: keyof typeof monthsIn, day: Date, part: number): string {
  const keys = { month: `-${twoDigits(day.month)}`, quarter: `-Q${part}`, 'half-year': `-H${part}`, year: '' };
  return `${String(day.year).padStart(4, '0')}${keys[kind]}`;
}

const twoDigits = (number: number): string => String(number).padStart(2, '0');

const between = (key: string, kind: Period, [first, last]: readonly [Date, Date]): CollectionPeriod => ({
  key,
  kind,
  firstDay: first.toString(),
  lastDay: last.toString(),
});

/** Periods of a kind in order, from the one in which `from` falls to the one in which `to` falls. */
export function* periodsBetween(kind: Period, from: string, to: string): Generator<CollectionPeriod> {
  for (let period = periodOf(kind, from); period.firstDay <= to; period = periodOf(kind, addDays(period.lastDay, 1))) yield period;
}

/** @example addDays('2026-02-28', 1) // '2026-03-01' */
export const addDays = (day: string, days: number): string => Temporal.PlainDate.from(day).add({ days }).toString();

export const daysBetween = (from: string, to: string): number => Temporal.PlainDate.from(from).until(to, { largestUnit: 'days' }).days;

/** The calendar day of an instant in a zone. */
export const dayOf = (instant: globalThis.Date, timeZone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timeZone).toPlainDate().toString();

/** The first instant of a calendar day in a zone. */
export const dayStart = (day: string, timeZone: string): globalThis.Date =>
  new Date(Temporal.PlainDate.from(day).toZonedDateTime(timeZone).epochMilliseconds);
