import ICAL from 'ical.js';
import type { DateRange } from '../calendar/calendar.ts';
import { dayNumber } from '../calendar/civil-date.ts';

/** One time an event takes place, with the component that describes it: of a series, the exception where there is one. */
export interface Occurrence {
  readonly component: ICAL.Component;
  readonly start: ICAL.Time;
  readonly end: ICAL.Time;
}

/**
 * The events of a feed that stand for themselves: exceptions of a series are met through their series.
 * @throws Error for a text that is no iCalendar
 * @example parseEvents('BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20260214\nEND:VEVENT\nEND:VCALENDAR').length // 1
 */
export function parseEvents(text: string): ICAL.Component[] {
  if (text.trim() === '') throw new Error('the text is empty');
  const parsed: unknown[] = ICAL.parse(text);
  // Several calendars in one text are parsed as a list of them.
  const calendars = Array.isArray(parsed[0]) ? parsed : [parsed];
  const events = calendars.flatMap((calendar) =>
    Array.isArray(calendar) ? new ICAL.Component(calendar).getAllSubcomponents('vevent') : [],
  );
  const series = new Set(events.filter((event) => !isException(event)).map(uidOf));
  return events.filter((event) => !isException(event) || !series.has(uidOf(event)));
}

const isException = (event: ICAL.Component): boolean => event.hasProperty('recurrence-id');
const uidOf = (event: ICAL.Component): string => String(event.getFirstPropertyValue('uid'));

/** A daily series of 27 years. One that takes place more often before the end of the range is no holiday. */
const mostOccurrences = 10_000;

/**
 * The occurrences of an event that touch a range of dates, with exceptions in place and exclusions left out; null when there are too many to follow.
 * @throws RangeError for a date that does not exist
 * @example
 * const [event] = parseEvents('BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20200101\nRRULE:FREQ=YEARLY\nEND:VEVENT\nEND:VCALENDAR');
 * occurrencesOf(event, { from: '2026-01-01', to: '2027-12-31' }).map(({ start }) => start.year) // [2026, 2027]
 */
export function occurrencesOf(component: ICAL.Component, range: DateRange): Occurrence[] | null {
  for (const name of ['dtstart', 'dtend']) requireRealDate(component.getFirstProperty(name));
  const event = new ICAL.Event(component);
  const all = event.isRecurring() ? seriesOf(event, range) : [{ component, start: event.startDate, end: event.endDate }];
  return all === null ? null : all.filter((occurrence) => touches(occurrence, range));
}

function seriesOf(event: ICAL.Event, range: DateRange): Occurrence[] | null {
  const series = event.iterator();
  const occurrences: Occurrence[] = [];
  for (let count = 0; count < mostOccurrences; count++) {
    const next: ICAL.Time | null | undefined = series.next();
    // The end of the range itself may still be within it in another zone.
    if (next === null || next === undefined || writtenDate(next) > range.to) return occurrences;
    const { item, startDate, endDate } = event.getOccurrenceDetails(next);
    occurrences.push({ component: item.component, start: startDate, end: endDate });
  }
  return null;
}

/** The reader of the format turns 2026-13-99 into some day of 2027. */
function requireRealDate(property: ICAL.Property | null): void {
  if (property !== null) dayNumber(String(property.toJSON()[3]).slice(0, 10));
}

/** Roughly, a day more on both sides, because the zone of a time is not known here. */
const touches = ({ start, end }: Occurrence, { from, to }: DateRange): boolean => writtenDate(end) >= from && writtenDate(start) <= to;

const writtenDate = ({ year, month, day }: ICAL.Time): string =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
