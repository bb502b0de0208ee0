import type ICAL from 'ical.js';
import type { DateOverride, DateRange, Name, OverrideKind } from '../calendar/calendar.ts';
import { classifyEvent, type EventWords } from './classify-event.ts';
import { mergeOverrides } from './merge-overrides.ts';
import { occurrencesOf, parseEvents, type Occurrence } from './events.ts';
import { timeOf, wordsOf } from './read-event.ts';
import { coveredDays, givenHours, type CoveredDay, type KnownTime } from './covered-days.ts';

export interface ImportOptions {
  /** the calendar's zone: times are read on its wall clock */
  readonly zone: string;
  /** dates that are wanted; events that recur are followed within them */
  readonly range: DateRange;
}

/** An event that became no date of the calendar, and why. */
export interface SkippedEvent {
  readonly summary: string;
  readonly reason: 'ambiguous' | 'cancelled' | 'observance' | 'outside-range' | 'too-many' | 'unknown-zone' | 'unreadable';
}

/** What a feed says about dates, and what of it was left out. */
export interface ImportedDates {
  readonly kind: 'imported-dates';
  readonly overrides: readonly DateOverride[];
  readonly skipped: readonly SkippedEvent[];
}

/** The text is no iCalendar. */
export interface UnreadableFeed {
  readonly kind: 'unreadable';
  readonly problem: string;
}

/**
 * Reads the dates of an iCalendar feed (RFC 5545). Events of whole days become public holidays, events with times take those hours away; make-up working days become working
 * days, however the feed marks them. Observances, cancelled events, and summaries that may mean either are left out and listed. A date is a date in every zone. The dates come
 * in order, each kind once a date.
 * @example importICalendar('<html>', { zone: 'UTC', range: { from: '2026-01-01', to: '2027-01-01' } }).kind // 'unreadable'
 */
export function importICalendar(text: string, options: ImportOptions): ImportedDates | UnreadableFeed {
  const events = attempt(() => parseEvents(text));
  if (events instanceof Error) return { kind: 'unreadable', problem: events.message };
  const read = events.flatMap((event) => readEvent(event, options));
  const overrides = mergeOverrides(read.flatMap((outcome) => ('reason' in outcome ? [] : outcome)));
  return { kind: 'imported-dates', overrides, skipped: read.filter((outcome) => 'reason' in outcome) };
}

function readEvent(event: ICAL.Component, options: ImportOptions): (SkippedEvent | DateOverride[])[] {
  const { summary } = wordsOf(event);
  const occurrences = attempt(() => occurrencesOf(event, options.range));
  if (occurrences instanceof Error) return [{ summary, reason: 'unreadable' }];
  if (occurrences === null) return [{ summary, reason: 'too-many' }];
  const read = occurrences
    .map((occurrence) => readOccurrence(occurrence, options))
    .filter((outcome) => 'reason' in outcome || outcome.length > 0);
  return read.length > 0 ? read : [{ summary, reason: 'outside-range' }];
}

function readOccurrence({ component, start, end }: Occurrence, { zone, range }: ImportOptions): SkippedEvent | DateOverride[] {
  const words = wordsOf(component);
  const { summary } = words;
  const meaning = classifyEvent(words);
  if (component.getFirstPropertyValue('status') === 'CANCELLED') return { summary, reason: 'cancelled' };
  if (meaning === 'ambiguous' || meaning === 'observance') return { summary, reason: meaning };
  const time = attempt(() => timeOf(component, { start, end }, zone));
  if (time instanceof Error) return { summary, reason: 'unreadable' };
  if (time.kind === 'unknown-zone') return { summary, reason: 'unknown-zone' };
  const kind = meaning === 'unmarked' ? 'public-holiday' : meaning;
  return daysOf(time, { kind, ours: words.kind !== null, range }).map(({ date, spans }) => ({
    date,
    kind,
    ...nameOf(words),
    ...(spans === null ? {} : { spans }),
  }));
}

/** Working hours and what we wrote ourselves belong to the day on which they start; hours that others take away are taken from each day they cover. */
function daysOf(time: KnownTime, { kind, ours, range }: { kind: OverrideKind; ours: boolean; range: DateRange }): CoveredDay[] {
  const gives = ours || kind === 'make-up-day' || kind === 'special-hours';
  const given = gives ? givenHours(time) : null;
  if (given === null) return coveredDays(time, range);
  return given.date >= range.from && given.date < range.to ? [given] : [];
}

/** The summary of a feed of ours carries a mark; the name itself stands beside it. */
function nameOf({ summary, kind, nameZh, nameEn }: EventWords): { name?: Name } {
  if (nameZh !== null && nameEn !== null) return { name: { zh: nameZh, en: nameEn } };
  return kind !== null || summary === '' ? {} : { name: { zh: summary, en: summary } };
}

/** The reader of the format and the date arithmetic throw on texts that are wrong: that is a fact about the feed. */
function attempt<T>(read: () => T): T | Error {
  try {
    return read();
  } catch (error) {
    if (error instanceof Error) return error;
    throw error;
  }
}
