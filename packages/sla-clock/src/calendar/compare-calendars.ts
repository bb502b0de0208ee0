import type { Calendar, CalendarDate, DateOverride, DateRange, Instant, Interval, Never, Outside, Span } from './calendar.ts';
import { dateOfDay, dayNumber } from './civil-date.ts';
import type { CompiledCalendar } from './compile-calendar.ts';
import { dayHours } from './day-hours.ts';
import { spanOf, type WallInterval } from './wall-hours.ts';
import { addWorkingSecondsWithPauses } from './with-pauses.ts';

/** A date whose hours differ between two versions, with what each version says of it. */
export interface DayChange {
  readonly date: CalendarDate;
  readonly before: DayState;
  readonly after: DayState;
  /** hours on the wall clock that the day wins, negative when it loses, in seconds */
  readonly gained: number;
}

export interface DayState {
  readonly spans: readonly Span[];
  readonly overrides: readonly DateOverride[];
}

export interface CalendarComparison {
  readonly kind: 'calendar-comparison';
  /** null when the zone is the same; else every hour of the calendar moves, also on days that are not listed */
  readonly zone: { readonly before: string; readonly after: string } | null;
  readonly days: readonly DayChange[];
  readonly gained: number;
}

/**
 * Which days of a range change between two versions of a calendar: for the preview before a version is published.
 * @throws RangeError for an impossible date or calendar
 * @example
 * const closed = reviseCalendar(alwaysOpen('UTC'), { overrides: [{ date: '2027-01-01', kind: 'public-holiday' }] });
 * compareCalendars(alwaysOpen('UTC'), closed, { from: '2026-12-01', to: '2027-02-01' }) // { days: [{ date: '2027-01-01', gained: -86400 }], gained: -86400 }
 */
export function compareCalendars(before: Calendar, after: Calendar, { from, to }: DateRange): CalendarComparison {
  const stateBefore = dayStates(before);
  const stateAfter = dayStates(after);
  const days: DayChange[] = [];
  for (let day = dayNumber(from); day < dayNumber(to); day++) {
    const [old, young] = [stateBefore(day), stateAfter(day)];
    if (sameHours(old.hours, young.hours)) continue;
    days.push({ date: dateOfDay(day), before: old.state, after: young.state, gained: lengthOf(young.hours) - lengthOf(old.hours) });
  }
  const zone = before.zone === after.zone ? null : { before: before.zone, after: after.zone };
  return { kind: 'calendar-comparison', zone, days, gained: days.reduce((sum, { gained }) => sum + gained, 0) };
}

function dayStates(calendar: Calendar): (day: number) => { hours: readonly WallInterval[]; state: DayState } {
  const hoursOf = dayHours(calendar);
  return (day) => {
    const hours = hoursOf(day);
    const overrides = calendar.overrides.filter(({ date }) => date === dateOfDay(day));
    return { hours, state: { spans: hours.map(spanOf), overrides } };
  };
}

const sameHours = (a: readonly WallInterval[], b: readonly WallInterval[]): boolean =>
  a.length === b.length && a.every(({ from, to }, index) => from === b[index]!.from && to === b[index]!.to);

const lengthOf = (hours: readonly WallInterval[]): number => hours.reduce((sum, { from, to }) => sum + to - from, 0);

/** A clock that runs towards a deadline: working seconds promised from an instant, and its pauses so far. */
export interface OpenClock {
  readonly id: string;
  readonly from: Instant;
  readonly seconds: number;
  readonly pauses?: readonly Interval[];
}

export interface MovedDeadline {
  readonly id: string;
  readonly before: Instant | Outside | Never;
  readonly after: Instant | Outside | Never;
  /** seconds on the clock of the world, positive when later; null when one of both is no instant */
  readonly movedBy: number | null;
}

/**
 * The deadlines that move when a calendar is replaced by another version, in the order of the clocks.
 * @throws RangeError as `addWorkingSeconds` does
 * @example
 * const office = mondayToFriday('Asia/Shanghai', { from: '09:00', to: '18:00' });
 * const onSaturday = reviseCalendar(office, { overrides: [{ date: '2026-11-21', kind: 'make-up-day' }] });
 * const [before, after] = [office, onSaturday].map((calendar) => compileCalendar(calendar, { from: '2026-11-01', to: '2026-12-01' }));
 * movedDeadlines(before, after, [{ id: 'case 7', from: Date.parse('2026-11-20T17:00+08:00') / 1000, seconds: 7200 }]) // [{ id: 'case 7', movedBy: -172800 }]
 */
export function movedDeadlines(before: CompiledCalendar, after: CompiledCalendar, clocks: readonly OpenClock[]): MovedDeadline[] {
  return clocks.flatMap(({ id, from, seconds, pauses = [] }) => {
    const old = addWorkingSecondsWithPauses(before, { from, seconds }, pauses);
    const young = addWorkingSecondsWithPauses(after, { from, seconds }, pauses);
    const movedBy = typeof old === 'number' && typeof young === 'number' ? young - old : null;
    const stays = movedBy === null ? typeof old === typeof young : movedBy === 0;
    return stays ? [] : [{ id, before: old, after: young, movedBy }];
  });
}
