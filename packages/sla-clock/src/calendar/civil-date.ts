import type { CalendarDate } from './calendar.ts';

/** Seconds of a day that has no change of the clock. */
export const secondsPerDay = 86_400;

const form = /^(\d{4})-(\d{2})-(\d{2})$/;

/**
 * Days from 1970-01-01 to a date of the proleptic Gregorian calendar.
 * @throws RangeError for anything that is no date, such as `2026-02-29`
 * @example dayNumber('2024-02-09') // 19762
 */
export function dayNumber(date: CalendarDate): number {
  const [, year, month, day] = form.exec(date) ?? [];
  const milliseconds = Date.UTC(Number(year), Number(month) - 1, Number(day));
  if (Number.isNaN(milliseconds) || new Date(milliseconds).toISOString().slice(0, 10) !== date) {
    throw new RangeError(`"${date}" is no date of the form 2024-02-09`);
  }
  return milliseconds / 1000 / secondsPerDay;
}

/**
 * The date that lies so many days after 1970-01-01.
 * @example dateOfDay(19762) // '2024-02-09'
 */
export const dateOfDay = (day: number): CalendarDate => new Date(day * secondsPerDay * 1000).toISOString().slice(0, 10);

/**
 * Day of the week, 0 for Monday to 6 for Sunday.
 * @example weekdayOfDay(19762) // 4
 */
export const weekdayOfDay = (day: number): number => (((day + 3) % 7) + 7) % 7;

/**
 * Adds days by the calendar.
 * @example addDays('2024-02-28', 2) // '2024-03-01'
 */
export const addDays = (date: CalendarDate, days: number): CalendarDate => dateOfDay(dayNumber(date) + days);
