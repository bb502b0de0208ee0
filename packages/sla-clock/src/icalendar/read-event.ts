import type ICAL from 'ical.js';
import { Temporal } from 'temporal-polyfill';
import { isZone } from '../calendar/zone-offsets.ts';
import type { EventWords } from './classify-event.ts';

/** A stretch of dates or of wall-clock times in the calendar's zone, `to` not included. */
export type EventTime =
  | { readonly kind: 'dates'; readonly from: string; readonly to: string }
  | { readonly kind: 'times'; readonly from: Temporal.PlainDateTime; readonly to: Temporal.PlainDateTime }
  | { readonly kind: 'unknown-zone'; readonly zone: string };

/** Names that Windows gives to zones, as Exchange writes them, for the zones most met. */
const windowsZones: ReadonlyMap<string, string> = new Map([
  ['China Standard Time', 'Asia/Shanghai'],
  ['Taipei Standard Time', 'Asia/Taipei'],
  ['Singapore Standard Time', 'Asia/Singapore'],
  ['Tokyo Standard Time', 'Asia/Tokyo'],
  ['India Standard Time', 'Asia/Kolkata'],
  ['W. Europe Standard Time', 'Europe/Berlin'],
  ['GMT Standard Time', 'Europe/London'],
  ['Eastern Standard Time', 'America/New_York'],
  ['Pacific Standard Time', 'America/Los_Angeles'],
]);

/**
 * The words by which an event is classified.
 * @example wordsOf({ getFirstPropertyValue: () => '春节（班）', getAllProperties: () => [] }).summary // '春节（班）'
 */
export function wordsOf(event: ICAL.Component): EventWords {
  const text = (name: string) => {
    const value = event.getFirstPropertyValue(name);
    return typeof value === 'string' ? value.trim() : null;
  };
  return {
    summary: text('summary') ?? '',
    description: text('description') ?? '',
    categories: event.getAllProperties('categories').flatMap((property) => property.getValues().map(String)),
    kind: text('x-zhiheng-kind'),
    nameZh: text('x-zhiheng-name-zh'),
    nameEn: text('x-zhiheng-name-en'),
    appleSpecialDay: text('x-apple-special-day'),
  };
}

/**
 * When an event is, in a calendar's zone: a date stays the date it is, whatever the zone; a time with a zone is read on the calendar's wall clock; a time without zone is that wall clock's.
 * @throws RangeError for a date or time that does not exist
 * @example timeOf(null, { start: { isDate: true, year: 2026, month: 2, day: 14 }, end: { year: 2026, month: 2, day: 15 } }, 'UTC') // { kind: 'dates', from: '2026-02-14', to: '2026-02-15' }
 */
export function timeOf(event: ICAL.Component, { start, end }: { start: ICAL.Time; end: ICAL.Time }, zone: string): EventTime {
  if (start.isDate) return { kind: 'dates', from: dateOf(start), to: dateOf(end) };
  const from = zoneOf(event, 'dtstart', start) ?? zone;
  const to = zoneOf(event, 'dtend', end) ?? from;
  const unknown = [from, to].find((name) => !isZone(name));
  if (unknown !== undefined) return { kind: 'unknown-zone', zone: unknown };
  return { kind: 'times', from: wallClock(start, from, zone), to: wallClock(end, to, zone) };
}

const dateOf = ({ year, month, day }: ICAL.Time): string =>
  Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' }).toString();

function zoneOf(event: ICAL.Component, name: string, time: ICAL.Time): string | null {
  if (time.zone?.tzid === 'UTC') return 'UTC';
  const named = event.getFirstProperty(name)?.getFirstParameter('tzid');
  return named === undefined ? null : (windowsZones.get(named) ?? named);
}

function wallClock({ year, month, day, hour, minute, second }: ICAL.Time, from: string, to: string): Temporal.PlainDateTime {
  const written = Temporal.PlainDateTime.from({ year, month, day, hour, minute, second }, { overflow: 'reject' });
  return written.toZonedDateTime(from).withTimeZone(to).toPlainDateTime();
}
