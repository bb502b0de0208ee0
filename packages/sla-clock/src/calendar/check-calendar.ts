import type { Calendar, CalendarDate, OverrideKind, Span } from './calendar.ts';
import { dayNumber } from './civil-date.ts';
import { dayHours } from './day-hours.ts';
import { unite, wallInterval, type WallInterval } from './wall-hours.ts';
import { isZone } from './zone-offsets.ts';

/** What is wrong with a calendar, or very likely not meant. `where` is a date, or `week.0` for Monday to `week.6`, or `makeUpHours`. */
export type CalendarFlaw =
  | { readonly kind: 'unknown-zone'; readonly zone: string }
  | { readonly kind: 'incomplete-week'; readonly days: number }
  | { readonly kind: 'impossible-date'; readonly date: string }
  | { readonly kind: 'impossible-span'; readonly where: string; readonly span: Span }
  | { readonly kind: 'overlapping-spans'; readonly where: string }
  | { readonly kind: 'repeated-override'; readonly date: CalendarDate; readonly override: OverrideKind }
  | { readonly kind: 'hours-missing'; readonly date: CalendarDate }
  | { readonly kind: 'make-up-day-takes-hours'; readonly date: CalendarDate }
  | { readonly kind: 'never-opens' };

/**
 * The flaws of a calendar, for the moment when someone saves it. One without flaws compiles.
 * @example checkCalendar({ ...alwaysOpen('Mars/Olympus'), week: [] }) // [{ kind: 'unknown-zone', zone: 'Mars/Olympus' }, { kind: 'incomplete-week', days: 0 }]
 */
export function checkCalendar(calendar: Calendar): CalendarFlaw[] {
  const flaws = [...checkFrame(calendar), ...checkSpans(calendar), ...checkOverrides(calendar)];
  return flaws.length > 0 ? flaws : [...checkMakeUpDays(calendar), ...checkOpening(calendar)];
}

function checkFrame({ zone, week }: Calendar): CalendarFlaw[] {
  const flaws: CalendarFlaw[] = [];
  if (!isZone(zone)) flaws.push({ kind: 'unknown-zone', zone });
  if (week.length !== 7) flaws.push({ kind: 'incomplete-week', days: week.length });
  return flaws;
}

function checkSpans({ week, makeUpHours, overrides }: Calendar): CalendarFlaw[] {
  return [
    ...week.flatMap((spans, day) => checkDay(`week.${day}`, spans)),
    ...checkDay('makeUpHours', makeUpHours),
    ...overrides.flatMap(({ date, spans = [] }) => checkDay(date, spans)),
  ];
}

function checkDay(where: string, spans: readonly Span[]): CalendarFlaw[] {
  const impossible = spans.filter((span) => refuses(() => wallInterval(span)));
  if (impossible.length > 0) return impossible.map((span) => ({ kind: 'impossible-span', where, span }));
  const hours = spans.map(wallInterval);
  return secondsIn(unite(hours)) < secondsIn(hours) ? [{ kind: 'overlapping-spans', where }] : [];
}

function checkOverrides({ overrides, makeUpHours }: Calendar): CalendarFlaw[] {
  const seen = new Set<string>();
  return overrides.flatMap(({ date, kind, spans }): CalendarFlaw[] => {
    if (refuses(() => dayNumber(date))) return [{ kind: 'impossible-date', date }];
    const flaws: CalendarFlaw[] = seen.has(`${date} ${kind}`) ? [{ kind: 'repeated-override', date, override: kind }] : [];
    seen.add(`${date} ${kind}`);
    const hours = spans ?? (kind === 'make-up-day' ? makeUpHours : []);
    const opens = kind === 'make-up-day' || kind === 'special-hours';
    return opens && hours.length === 0 ? [...flaws, { kind: 'hours-missing', date }] : flaws;
  });
}

/** A make-up day on a day that works longer anyway: its kind or its date is wrong. */
function checkMakeUpDays(calendar: Calendar): CalendarFlaw[] {
  const hoursOf = dayHours(calendar);
  const ordinaryOf = dayHours({ ...calendar, overrides: calendar.overrides.filter(({ kind }) => kind !== 'make-up-day') });
  const takesHours = (day: number) => secondsIn(hoursOf(day)) < secondsIn(ordinaryOf(day));
  return calendar.overrides
    .filter(({ kind, date }) => kind === 'make-up-day' && takesHours(dayNumber(date)))
    .map(({ date }) => ({ kind: 'make-up-day-takes-hours', date }));
}

function checkOpening(calendar: Calendar): CalendarFlaw[] {
  const hoursOf = dayHours(calendar);
  const opens =
    calendar.week.some((spans) => spans.length > 0) || calendar.overrides.some(({ date }) => hoursOf(dayNumber(date)).length > 0);
  return opens ? [] : [{ kind: 'never-opens' }];
}

const secondsIn = (hours: readonly WallInterval[]): number => hours.reduce((sum, { from, to }) => sum + to - from, 0);

function refuses(reading: () => unknown): boolean {
  try {
    reading();
    return false;
  } catch (error) {
    if (error instanceof RangeError) return true;
    throw error;
  }
}
