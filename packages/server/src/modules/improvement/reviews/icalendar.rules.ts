interface Meeting {
  /** names the event for ever, also when it is sent again */
  readonly uid: string;
  readonly title: string;
  readonly text: string;
  readonly place: string;
  readonly at: Date;
  readonly minutes: number;
  readonly stamp: Date;
  readonly sequence: number;
  readonly cancelled: boolean;
}

/** A meeting as an iCalendar text (RFC 5545): CRLF, lines of at most 75 octets. */
export function calendarOf(meeting: Meeting): string {
  const { uid, title, text, place, at, minutes, stamp, sequence, cancelled } = meeting;
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Zhiheng//Reviews//EN',
    `METHOD:${cancelled ? 'CANCEL' : 'PUBLISH'}`,
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `DTSTAMP:${instantOf(stamp)}`,
    `DTSTART:${instantOf(at)}`,
    `DTEND:${instantOf(new Date(at.getTime() + minutes * 60_000))}`,
    `SEQUENCE:${sequence}`,
    `STATUS:${cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    `SUMMARY:${escaped(title)}`,
    ...(place === '' ? [] : [`LOCATION:${escaped(place)}`]),
    ...(text === '' ? [] : [`DESCRIPTION:${escaped(text)}`]),
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

/** @example instantOf(new Date('2026-03-02T01:30:00Z')) // '20260302T013000Z' */
const instantOf = (at: Date): string => at.toISOString().replaceAll(/[-:]|\.\d{3}/g, '');

const escaped = (text: string): string => text.replaceAll(/[\\;,]/g, (sign) => `\\${sign}`).replaceAll(/\r\n|\r|\n/g, '\\n');

/** A line goes on behind a blank; no sign is cut in two. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = '';
  let octets = 0;
  for (const sign of line) {
    const size = Buffer.byteLength(sign);
    if (octets + size > 75) {
      parts.push(part);
      [part, octets] = [' ', 1];
    }
    part += sign;
    octets += size;
  }
  return [...parts, part].join('\r\n');
}
