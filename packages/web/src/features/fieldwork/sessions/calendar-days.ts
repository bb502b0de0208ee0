import type { Locale } from '@zhiheng/contract/values/text';
import { languageTag } from '../../../lib/format/number.ts';

const at = (day: string): Date => new Date(`${day}T00:00:00Z`);
const dayOf = (date: Date): string => date.toISOString().slice(0, 10);

/** A day (`2026-11-21`) so many days later. */
export const dayAfter = (day: string, days: number): string => dayOf(new Date(at(day).getTime() + days * 86_400_000));

const monday = (day: string): string => dayAfter(day, -((at(day).getUTCDay() + 6) % 7));

/** The seven days of the week in which a day lies, from Monday. */
export const weekOf = (day: string): readonly string[] => Array.from({ length: 7 }, (_, n) => dayAfter(monday(day), n));

/** The days of whole weeks that cover the month in which a day lies. */
export function monthOf(day: string): readonly string[] {
  const first = `${day.slice(0, 7)}-01`;
  const last = dayOf(new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)), 0)));
  const begin = monday(first);
  const days = (at(weekOf(last)[6] ?? last).getTime() - at(begin).getTime()) / 86_400_000 + 1;
  return Array.from({ length: days }, (_, n) => dayAfter(begin, n));
}

/** The same view one step on or back: seven days, or the first of the next month. */
export function stepFrom(day: string, view: 'week' | 'month', by: 1 | -1): string {
  if (view === 'week') return dayAfter(day, 7 * by);
  return dayOf(new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1 + by, 1)));
}

/** `周一`, `Mon`. */
export const weekdayName = (day: string, locale: Locale): string =>
  new Intl.DateTimeFormat(languageTag[locale], { weekday: 'short', timeZone: 'UTC' }).format(at(day));
