import { Temporal } from 'temporal-polyfill';
import type { CalendarDate, DateRange, Span } from '../calendar/calendar.ts';
import type { EventTime } from './read-event.ts';

/** A date that an event covers, with the hours it covers, or null for all of them. */
export interface CoveredDay {
  readonly date: CalendarDate;
  readonly spans: readonly Span[] | null;
}

/** When an event is, its zone being known. */
export type KnownTime = Exclude<EventTime, { kind: 'unknown-zone' }>;

/**
 * The dates of a range that an event covers, with the hours of each. A date range of no length means its one day, as some writers put it.
 * @example coveredDays({ kind: 'dates', from: '2026-02-14', to: '2026-02-16' }, { from: '2026-01-01', to: '2026-02-15' }) // [{ date: '2026-02-14', spans: null }]
 */
export function coveredDays(time: KnownTime, range: DateRange): CoveredDay[] {
  const first = time.kind === 'dates' ? time.from : time.from.toPlainDate().toString();
  const end = endOf(time);
  const days: CoveredDay[] = [];
  for (let date = later(first, range.from); date < end && date < range.to; date = nextDate(date)) {
    days.push({ date, spans: time.kind === 'dates' ? null : coveredHours(time, date) });
  }
  return days;
}

/**
 * The hours that an event gives to the day on which it starts, as one span that may run over midnight; null for dates, and for times of more than a day.
 * @example givenHours({ kind: 'dates', from: '2026-02-14', to: '2026-02-15' }) // null
 */
export function givenHours(time: KnownTime): CoveredDay | null {
  if (time.kind === 'dates' || Temporal.PlainDateTime.compare(time.to, time.from.add({ days: 1 })) > 0) return null;
  const ends = timeOfDay(time.to);
  return { date: time.from.toPlainDate().toString(), spans: [{ from: timeOfDay(time.from), to: ends === '00:00' ? '24:00' : ends }] };
}

/** The first date after the event. */
function endOf(time: KnownTime): CalendarDate {
  if (time.kind === 'dates') return later(time.to, nextDate(time.from));
  const last = time.to.subtract({ seconds: 1 });
  return Temporal.PlainDateTime.compare(last, time.from) < 0 ? '' : nextDate(last.toPlainDate().toString());
}

function coveredHours({ from, to }: Extract<EventTime, { kind: 'times' }>, date: CalendarDate): Span[] | null {
  const starts = from.toPlainDate().toString() === date ? timeOfDay(from) : '00:00';
  const ends = to.toPlainDate().toString() === date ? timeOfDay(to) : '24:00';
  return starts === '00:00' && ends === '24:00' ? null : [{ from: starts, to: ends }];
}

const timeOfDay = (time: Temporal.PlainDateTime): string =>
  time.toPlainTime().toString({ smallestUnit: time.second === 0 ? 'minute' : 'second' });

const nextDate = (date: CalendarDate): CalendarDate => Temporal.PlainDate.from(date).add({ days: 1 }).toString();

const later = (a: string, b: string): string => (a > b ? a : b);
