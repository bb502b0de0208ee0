import type { Calendar, CalendarDate, DateOverride, OverrideKind, Span } from './calendar.ts';
import { dayNumber, secondsPerDay, weekdayOfDay } from './civil-date.ts';
import { takeAway, unite, wallInterval, type WallInterval } from './wall-hours.ts';

/** The stretches of a day, given by its number, in seconds from its midnight: in order and apart. One beyond 86 400 is a night shift. */
export type HoursOfDay = (day: number) => readonly WallInterval[];

const wholeDay: readonly WallInterval[] = [{ from: 0, to: 2 * secondsPerDay }];

/**
 * The hours of every day of a calendar, after holidays and make-up days.
 * @throws RangeError for an impossible time or date, a week that has not seven days, or special hours without hours
 * @example dayHours(alwaysOpen('UTC'))(0) // [{ from: 0, to: 86400 }]
 */
export function dayHours(calendar: Calendar): HoursOfDay {
  if (calendar.week.length !== 7) throw new RangeError(`a week has seven days, not ${calendar.week.length}`);
  const weekdays = calendar.week.map(hoursOf);
  const special = new Map(
    [...byDate(calendar.overrides)].map(([date, overrides]) => [dayNumber(date), overriddenHours(calendar, date, overrides)]),
  );
  return (day) => special.get(day) ?? weekdays[weekdayOfDay(day)]!;
}

const hoursOf = (spans: readonly Span[]): WallInterval[] => unite(spans.map(wallInterval));

function byDate(overrides: readonly DateOverride[]): Map<CalendarDate, DateOverride[]> {
  const dates = new Map<CalendarDate, DateOverride[]>();
  for (const override of overrides) {
    const others = dates.get(override.date);
    if (others === undefined) dates.set(override.date, [override]);
    else others.push(override);
  }
  return dates;
}

/** Special hours beat a make-up day, which beats holidays, which beat the week; a closure takes its hours from any of them. */
function overriddenHours(calendar: Calendar, date: CalendarDate, overrides: readonly DateOverride[]): WallInterval[] {
  const of = (...kinds: readonly OverrideKind[]) => overrides.filter(({ kind }) => kinds.includes(kind));
  const planned = givenHours(calendar, of('special-hours')) ?? givenHours(calendar, of('make-up-day'));
  const hours = planned ?? takeAway(hoursOf(calendar.week[weekdayOfDay(dayNumber(date))]!), takenHours(of('public-holiday', 'rest-day')));
  return takeAway(hours, takenHours(of('closure')));
}

function givenHours({ makeUpHours }: Calendar, overrides: readonly DateOverride[]): WallInterval[] | null {
  if (overrides.length === 0) return null;
  return hoursOf(overrides.flatMap(({ kind, date, spans }) => spans ?? (kind === 'make-up-day' ? makeUpHours : withoutHours(date))));
}

function withoutHours(date: CalendarDate): never {
  throw new RangeError(`the special hours of ${date} name no hours`);
}

const takenHours = (overrides: readonly DateOverride[]): WallInterval[] =>
  overrides.flatMap(({ spans }) => (spans === undefined ? wholeDay : spans.map(wallInterval)));
