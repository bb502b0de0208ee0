import { expect, test } from 'vitest';
import { calendarOf } from './calendar.rules.ts';

const entry = {
  ...{
    id: '0197d000-0000-7000-8000-000000000001',
    summary: '门诊暗访, 第1场; a\\b',
    description: 'FS-0001\nline two',
    location: '东院大厅'.repeat(20),
  },
  ...{
    startsAt: new Date('2026-03-01T01:30:00Z'),
    minutes: 90,
    cancelled: false,
    sequence: 3,
    changedAt: new Date('2026-02-01T00:00:00Z'),
  },
};

/** Lines as RFC 5545 says to read them: folds are taken out, then the text of a value is told from its escapes. */
const linesOf = (calendar: string): string[] => calendar.replaceAll('\r\n ', '').split('\r\n');
const textAt = (lines: readonly string[], name: string): string[] =>
  lines
    .filter((line) => line.startsWith(`${name}:`))
    .map((line) => line.slice(name.length + 1).replaceAll(/\\(.)/g, (_, sign: string) => (sign === 'n' ? '\n' : sign)));

test('a calendar reads what was written', () => {
  const lines = linesOf(calendarOf([entry, { ...entry, cancelled: true }]));
  expect([lines[0], lines[1], lines.at(-2), lines.at(-1)]).toEqual(['BEGIN:VCALENDAR', 'VERSION:2.0', 'END:VCALENDAR', '']);
  for (const [name, value] of [
    ['SUMMARY', entry.summary],
    ['DESCRIPTION', entry.description],
    ['LOCATION', entry.location],
    ['DTSTART', '20260301T013000Z'],
    ['DTEND', '20260301T030000Z'],
    ['SEQUENCE', '3'],
  ] as const)
    expect([name, textAt(lines, name)]).toEqual([name, [value, value]]);
  expect(textAt(lines, 'STATUS')).toEqual(['CONFIRMED', 'CANCELLED']);
});

test('no line is longer than 75 octets, and none breaks a sign', () => {
  const lines = calendarOf([entry]).split('\r\n');
  expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
  expect(lines.join('')).not.toContain('\ufffd');
});
