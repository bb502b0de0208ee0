import type { CalendarDefinition } from '@zhiheng/contract/agreements/calendars';
import type { Span } from './spans-text.ts';

export type Override = CalendarDefinition['overrides'][number];
export type OverrideKind = Override['kind'];
/** How a day looks: the kind that decides its hours, or what its weekday is. */
export type DayFace = OverrideKind | 'working' | 'closed';

export interface YearDay {
  readonly date: string;
  readonly face: DayFace;
  readonly overrides: readonly Override[];
}

const dayLength = 86_400_000;
const dateOf = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** The date so many days later. */
export const addDays = (date: string, count: number): string => dateOf(Date.parse(`${date}T00:00:00Z`) + count * dayLength);

/** 0 is Monday. */
export const weekdayOf = (date: string): number => (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7;

/** All dates from one to another, both included; none when they are the wrong way round. */
export function datesBetween(from: string, to: string): string[] {
  const count = (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayLength + 1;
  return Array.from({ length: Math.max(0, count) }, (_, day) => addDays(from, day));
}

/** What decides when several fall on one date, as the clock reads them: a closure takes from all, special hours from the others, a make-up day from holidays. */
const order: readonly OverrideKind[] = ['closure', 'special-hours', 'make-up-day', 'public-holiday', 'rest-day'];

function faceOf(overrides: readonly Override[], hours: readonly Span[]): DayFace {
  const deciding = order.find((kind) => overrides.some((override) => override.kind === kind));
  return deciding ?? (hours.length > 0 ? 'working' : 'closed');
}

/** The twelve months of a year, each day with what it is. */
export function monthsOf(year: number, { week, overrides }: Pick<CalendarDefinition, 'week' | 'overrides'>): YearDay[][] {
  const byDate = new Map<string, Override[]>();
  for (const override of overrides) byDate.set(override.date, [...(byDate.get(override.date) ?? []), override]);
  const months: YearDay[][] = Array.from({ length: 12 }, () => []);
  for (const date of datesBetween(`${year}-01-01`, `${year}-12-31`)) {
    const own = byDate.get(date) ?? [];
    months[Number(date.slice(5, 7)) - 1]?.push({ date, overrides: own, face: faceOf(own, week[weekdayOf(date)] ?? []) });
  }
  return months;
}

/** How many days of a year differ, by kind. */
export function countKinds(year: number, overrides: readonly Override[]): Readonly<Record<OverrideKind, number>> {
  const counts = { 'public-holiday': 0, 'rest-day': 0, 'make-up-day': 0, closure: 0, 'special-hours': 0 };
  for (const { date, kind } of overrides) if (date.startsWith(`${year}-`)) counts[kind] += 1;
  return counts;
}

const byDate = (a: Override, b: Override): number =>
  a.date === b.date ? order.indexOf(a.kind) - order.indexOf(b.kind) : a.date < b.date ? -1 : 1;

/** Takes dates over from outside: what was there for the same date and kind is replaced, everything else stays. */
export function takeOver(overrides: readonly Override[], taken: readonly Override[]): Override[] {
  const keys = new Set(taken.map(({ date, kind }) => `${date} ${kind}`));
  return [...overrides.filter(({ date, kind }) => !keys.has(`${date} ${kind}`)), ...taken].sort(byDate);
}

/** Sets what some dates are; `null` makes them ordinary days again. */
export function setDates(overrides: readonly Override[], dates: readonly string[], day: Omit<Override, 'date'> | null): Override[] {
  const rest = overrides.filter(({ date }) => !dates.includes(date));
  return day === null ? rest : [...rest, ...dates.map((date) => ({ ...day, date }))].sort(byDate);
}

/** Where the arrow keys lead in the year; null where a key does not move. */
export function stepFrom(date: string, key: string): string | null {
  const days: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };
  if (days[key] !== undefined) return sameYear(date, addDays(date, days[key]));
  if (key === 'Home') return addDays(date, -weekdayOf(date)) < `${date.slice(0, 4)}-01-01` ? null : addDays(date, -weekdayOf(date));
  if (key === 'End') return sameYear(date, addDays(date, 6 - weekdayOf(date)));
  if (key === 'PageUp' || key === 'PageDown') return sameDayOfMonth(date, key === 'PageUp' ? -1 : 1);
  return null;
}

const sameYear = (date: string, next: string): string | null => (next.slice(0, 4) === date.slice(0, 4) ? next : null);

function sameDayOfMonth(date: string, step: 1 | -1): string | null {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const next = month + step;
  if (next < 1 || next > 12) return null;
  const last = new Date(Date.UTC(year, next, 0)).getUTCDate();
  return dateOf(Date.UTC(year, next - 1, Math.min(day, last)));
}
