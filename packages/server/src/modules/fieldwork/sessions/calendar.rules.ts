import { foldLines } from '@zhiheng/sla-clock/icalendar';

/** A session as a calendar knows it. */
export interface CalendarEntry {
  readonly id: string;
  readonly summary: string;
  readonly description: string;
  readonly location: string;
  readonly startsAt: Date;
  readonly minutes: number;
  readonly cancelled: boolean;
  /** grows with each change, so that a calendar that has it already takes the newer one */
  readonly sequence: number;
  readonly changedAt: Date;
}

/**
 * An iCalendar stream (RFC 5545): times in UTC, lines of at most 75 octets, never cut within a sign.
 * @example calendarOf([]).startsWith('BEGIN:VCALENDAR\r\nVERSION:2.0\r\n') // true
 */
export function calendarOf(entries: readonly CalendarEntry[]): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Zhiheng//Fieldwork//EN',
    'METHOD:PUBLISH',
    ...entries.flatMap(linesOf),
    'END:VCALENDAR',
  ];
  return foldLines(lines.map((line) => `${line}\r\n`).join(''));
}

function linesOf({ id, summary, description, location, startsAt, minutes, cancelled, sequence, changedAt }: CalendarEntry): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${id}@zhiheng`,
    `DTSTAMP:${stamp(changedAt)}`,
    `DTSTART:${stamp(startsAt)}`,
    `DTEND:${stamp(new Date(startsAt.getTime() + minutes * 60_000))}`,
    `SEQUENCE:${sequence}`,
    `STATUS:${cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    `SUMMARY:${escaped(summary)}`,
    ...(description === '' ? [] : [`DESCRIPTION:${escaped(description)}`]),
    ...(location === '' ? [] : [`LOCATION:${escaped(location)}`]),
    'END:VEVENT',
  ];
}

const stamp = (time: Date): string => time.toISOString().replaceAll(/[-:]|\.\d{3}/g, '');

const escaped = (text: string): string => text.replaceAll(/[\\;,]/g, String.raw`\$&`).replaceAll(/\r\n|\r|\n/g, String.raw`\n`);
