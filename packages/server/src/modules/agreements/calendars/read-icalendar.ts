import type { Parsed, Reply } from '@zhiheng/contract/endpoint';
import type { importICalendar as endpoint } from '@zhiheng/contract/agreements/calendars';
import { importICalendar } from '@zhiheng/sla-clock/icalendar';
import { alwaysOpen, checkCalendar } from '@zhiheng/sla-clock/calendar';
import { invalidField } from '../../../platform/errors.ts';
import type { Operation } from '../../../platform/operation.ts';
import { writable } from './writable.ts';

const longestRange = 20;
/** as many as a definition takes */
const mostDates = 2000;

/** Following a series takes time: a calendar of days off has a yearly rule here and there. */
const mostSeries = 50;

/** What a feed says about dates, to be looked at before anything is saved. */
export function readICalendar(_: Operation, { body }: Parsed<typeof endpoint>): Promise<Reply<typeof endpoint>> {
  const { text, zone, from, to } = body;
  if (checkCalendar(alwaysOpen(zone)).length > 0) throw invalidField('zone', 'unknown-zone', { zone });
  if (!(from < to)) throw invalidField('to', 'before_start');
  if (Number(to.slice(0, 4)) - Number(from.slice(0, 4)) > longestRange) throw invalidField('to', 'range_too_long', { most: longestRange });
  if (count(text, 'BEGIN:VEVENT') > mostDates) throw invalidField('text', 'too_many_dates', { most: mostDates });
  if (count(text, 'RRULE') > mostSeries) throw invalidField('text', 'too_many_series', { most: mostSeries });
  const read = importICalendar(text, { zone, range: { from, to } });
  if (read.kind === 'unreadable') throw invalidField('text', 'icalendar_unreadable');
  const items = writable(read.overrides);
  if (items.length > mostDates) throw invalidField('text', 'too_many_dates', { most: mostDates });
  return Promise.resolve({
    items,
    skipped: read.skipped.slice(0, mostDates).map(({ summary, reason }) => ({ summary, date: '', reason })),
  });
}

const count = (text: string, word: string): number => text.toUpperCase().split(word).length - 1;
