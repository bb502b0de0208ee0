import ICAL from 'ical.js';
import { Temporal } from 'temporal-polyfill';
import type { Calendar, DateOverride, Instant, Name, OverrideKind, Span } from '../calendar/calendar.ts';
import { addDays } from '../calendar/civil-date.ts';
import { foldLines } from './fold-lines.ts';

export interface ExportOptions {
  readonly language: keyof Name;
  /** when the text was written; the package has no clock of its own */
  readonly stamp: Instant;
}

const marks: Readonly<Record<OverrideKind, Name>> = {
  'public-holiday': { zh: '休', en: 'holiday' },
  'rest-day': { zh: '休', en: 'day off' },
  'make-up-day': { zh: '班', en: 'working day' },
  closure: { zh: '休', en: 'closed' },
  'special-hours': { zh: '班', en: 'special hours' },
};

/**
 * Writes the dates on which a calendar differs from its week as an iCalendar feed (RFC 5545), one event per date or span, for other calendars to subscribe to. Make-up days are
 * marked in the summary and by `X-ZHIHENG-KIND`, so that importing the feed gives the same dates again. Times are written in UTC, so that no reader needs our zone's rules.
 * @throws RangeError for an impossible date or time
 * @example
 * const calendar = { id: 'office', version: 1, zone: 'Asia/Shanghai', week: [], makeUpHours: [], overrides: [{ date: '2026-02-14', kind: 'make-up-day', name: { zh: '春节', en: 'Spring Festival' } }] };
 * exportICalendar(calendar, { language: 'zh', stamp: 0 }).includes('SUMMARY:春节（班）') // true
 */
export function exportICalendar(calendar: Calendar, options: ExportOptions): string {
  const feed = new ICAL.Component('vcalendar');
  feed.addPropertyWithValue('version', '2.0');
  feed.addPropertyWithValue('prodid', '-//Zhiheng//sla-clock//EN');
  feed.addPropertyWithValue('x-wr-calname', `${calendar.id} v${calendar.version}`);
  feed.addPropertyWithValue('x-wr-timezone', calendar.zone);
  for (const override of calendar.overrides) {
    const spans = override.spans ?? [null];
    spans.forEach((span, index) => feed.addSubcomponent(eventOf(calendar, { override, span, index }, options)));
  }
  return foldLines(`${feed.toString()}\r\n`);
}

interface Entry {
  readonly override: DateOverride;
  readonly span: Span | null;
  readonly index: number;
}

function eventOf(calendar: Calendar, { override, span, index }: Entry, { language, stamp }: ExportOptions): ICAL.Component {
  const { date, kind, name } = override;
  const event = new ICAL.Component('vevent');
  const [start, end] = span === null ? [dateValue(date), dateValue(addDays(date, 1))] : timeValues(calendar.zone, date, span);
  event.addPropertyWithValue('uid', `${calendar.id}-${date}-${kind}-${index}@zhiheng`);
  event.addPropertyWithValue('dtstamp', timeValue(Temporal.Instant.fromEpochMilliseconds(stamp * 1000)));
  event.addPropertyWithValue('dtstart', start);
  event.addPropertyWithValue('dtend', end);
  event.addPropertyWithValue('summary', summaryOf(kind, name, language));
  event.addPropertyWithValue('x-zhiheng-kind', kind);
  if (name !== undefined) {
    event.addPropertyWithValue('x-zhiheng-name-zh', name.zh);
    event.addPropertyWithValue('x-zhiheng-name-en', name.en);
  }
  return event;
}

function summaryOf(kind: OverrideKind, name: Name | undefined, language: keyof Name): string {
  const mark = marks[kind][language];
  if (name === undefined) return mark;
  return language === 'zh' ? `${name.zh}（${mark}）` : `${name.en} (${mark})`;
}

const dateValue = (date: string): ICAL.Time => ICAL.Time.fromDateString(date);

function timeValues(zone: string, date: string, { from, to }: Span): [ICAL.Time, ICAL.Time] {
  const lastDate = to === '24:00' || to <= from ? addDays(date, 1) : date;
  const at = (day: string, time: string) => timeValue(Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime(zone).toInstant());
  return [at(date, from), at(lastDate, to === '24:00' ? '00:00' : to)];
}

const timeValue = (instant: Temporal.Instant): ICAL.Time => ICAL.Time.fromDateTimeString(instant.toString({ smallestUnit: 'second' }));
