import { Temporal } from 'temporal-polyfill';

/** A month, quarter or year of the organisation's calendar. Months are written `2026-11`. */
export interface ScorePeriod {
  readonly key: string;
  readonly kind: 'month' | 'quarter' | 'year';
  readonly firstMonth: string;
  readonly lastMonth: string;
}

/** Instants of a stretch of time: `from` belongs to it, `to` no longer. */
export interface Span {
  readonly from: Date;
  readonly to: Date;
}

const lengths = { month: 1, quarter: 3, year: 12 } as const;
const form = /^(?<year>\d{4})(?:-(?:(?<month>\d{2})|Q(?<quarter>[1-4])))?$/;
const [firstYear, lastYear] = [1970, 2099];

/**
 * Reads `2026-11`, `2026-Q4` or `2026`; anything else, an impossible month, or a year outside 1970 to 2099 gives null.
 * @example parsePeriod('2026-Q4') // { key: '2026-Q4', kind: 'quarter', firstMonth: '2026-10', lastMonth: '2026-12' }
 */
export function parsePeriod(key: string): ScorePeriod | null {
  const parts = form.exec(key)?.groups;
  if (parts === undefined) return null;
  const year = Number(parts.year);
  const month = Number(parts.month ?? 1);
  if (year < firstYear || year > lastYear || month < 1 || month > 12) return null;
  if (parts.month !== undefined) return periodFrom('month', key);
  if (parts.quarter !== undefined) return periodFrom('quarter', addMonths(`${year}-01`, 3 * (Number(parts.quarter) - 1)));
  return periodFrom('year', `${year}-01`);
}

export const monthPeriod = (month: string): ScorePeriod => periodFrom('month', month);

/** The period of the same kind just before. */
export const previousPeriod = (period: ScorePeriod): ScorePeriod =>
  periodFrom(period.kind, addMonths(period.firstMonth, -lengths[period.kind]));

function periodFrom(kind: ScorePeriod['kind'], firstMonth: string): ScorePeriod {
  const [year = '', month = ''] = firstMonth.split('-');
  const keys = { month: firstMonth, quarter: `${year}-Q${Math.ceil(Number(month) / 3)}`, year };
  return { key: keys[kind], kind, firstMonth, lastMonth: addMonths(firstMonth, lengths[kind] - 1) };
}

/** @example addMonths('2026-11', 2) // '2027-01' */
export function addMonths(month: string, count: number): string {
  const [year, inYear] = month.split('-').map(Number) as [number, number];
  const index = year * 12 + inYear - 1 + count;
  return `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}`;
}

/** The months of a period, or of any two months, in order, both ends included. */
export function monthsOf({ firstMonth, lastMonth }: Pick<ScorePeriod, 'firstMonth' | 'lastMonth'>): string[] {
  const months: string[] = [];
  for (let month = firstMonth; month <= lastMonth; month = addMonths(month, 1)) months.push(month);
  return months;
}

/** The calendar days of some months, in order. */
export function daysOf({ firstMonth, lastMonth }: Pick<ScorePeriod, 'firstMonth' | 'lastMonth'>): string[] {
  const first = Temporal.PlainDate.from(`${firstMonth}-01`);
  const length = first.until(lastDayOf(lastMonth)).days + 1;
  return Array.from({ length }, (_, days) => first.add({ days }).toString());
}

/** The last day of a month, `2026-11-30`: the day whose limits judge it. */
export const lastDayOf = (month: string): string => Temporal.PlainYearMonth.from(month).toPlainDate({ day: 31 }).toString();

/** The first instant of a month in a zone: also the bucket of its rollups. */
export const monthStart = (month: string, timeZone: string): Date => dayStart(`${month}-01`, timeZone);

/** The first instant of a calendar day in a zone. */
export const dayStart = (day: string, timeZone: string): Date =>
  new Date(Temporal.PlainDate.from(day).toZonedDateTime(timeZone).epochMilliseconds);

export const spanOf = (period: Pick<ScorePeriod, 'firstMonth' | 'lastMonth'>, timeZone: string): Span => ({
  from: monthStart(period.firstMonth, timeZone),
  to: monthStart(addMonths(period.lastMonth, 1), timeZone),
});

/** The calendar day of an instant in a zone, `2026-11-21`; its first seven characters are the month. */
export const dayOf = (instant: Date, timeZone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timeZone).toPlainDate().toString();
