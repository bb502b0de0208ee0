import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { calendarOf } from './icalendar.rules.ts';

const meeting = {
  ...{ uid: 'r@zhiheng', title: '月度评审；第一次, 全体', text: `第一行\n第二行 ${'很长的说明'.repeat(20)} \\ ;`, place: '3 号楼' },
  ...{ at: new Date('2026-03-02T01:30:00Z'), minutes: 90, stamp: new Date('2026-02-01T00:00:00Z'), sequence: 2, cancelled: false },
};

test('an independent reader finds what was written', () => {
  const component = new ICAL.Component(ICAL.parse(calendarOf(meeting)) as unknown[]).getFirstSubcomponent('vevent');
  if (component === null) throw new Error('no event');
  const event = new ICAL.Event(component);
  expect(event.summary).toBe(meeting.title);
  expect(event.description).toBe(meeting.text);
  expect(event.location).toBe(meeting.place);
  expect(event.startDate.toJSDate()).toEqual(meeting.at);
  expect(event.duration.toSeconds()).toBe(90 * 60);
  expect(event.uid).toBe('r@zhiheng');
});

test('no line is longer than 75 octets', () => {
  const lines = calendarOf(meeting).split('\r\n');
  expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
  expect(lines.at(-1)).toBe('');
});

test('a meeting that is off says so', () => {
  expect(calendarOf({ ...meeting, cancelled: true })).toContain('\r\nSTATUS:CANCELLED\r\n');
});
