import { describe, expect, it } from 'vitest';
import { businessDays, endOfBusinessDay } from './business-day.ts';
import { alwaysOpen, mondayToFriday, type Calendar, type Instant } from './calendar.ts';
import { compileCalendar } from './compile-calendar.ts';

const at = (text: string): Instant => Date.parse(text) / 1000;
const office: Calendar = {
  ...mondayToFriday('Asia/Shanghai', { from: '09:00', to: '12:00' }, { from: '13:30', to: '18:00' }),
  overrides: [
    { date: '2026-11-23', kind: 'public-holiday' },
    { date: '2026-11-28', kind: 'make-up-day', spans: [{ from: '09:00', to: '12:00' }] },
  ],
};
const end = (calendar: Calendar, from: string, after: number): unknown => {
  const answer = endOfBusinessDay(compileCalendar(calendar, { from: '2026-01-01', to: '2027-01-01' }), at(from), after);
  return typeof answer === 'number' ? new Date(answer * 1000).toISOString() : answer;
};
const utc = (text: string): string => new Date(Date.parse(text)).toISOString();

describe('the end of a business day', () => {
  it.each([
    ['of the same day', '2026-11-20T10:00+08:00', 0, '2026-11-20T18:00+08:00'],
    ['of the same day at lunch', '2026-11-20T12:30+08:00', 0, '2026-11-20T18:00+08:00'],
    ['of the next one when this one has closed', '2026-11-20T18:00+08:00', 0, '2026-11-24T18:00+08:00'],
    ['of the next one over a weekend and a holiday', '2026-11-20T10:00+08:00', 1, '2026-11-24T18:00+08:00'],
    ['of the next one from a day off', '2026-11-21T10:00+08:00', 1, '2026-11-24T18:00+08:00'],
    ['of a make-up day with its own hours', '2026-11-27T10:00+08:00', 1, '2026-11-28T12:00+08:00'],
    ['five days later', '2026-11-20T10:00+08:00', 5, '2026-11-28T12:00+08:00'],
  ])('%s', (_, from, after, closing) => {
    expect(end(office, from, after)).toBe(utc(closing));
  });

  it('counts a night shift as the day on which it began', () => {
    const night: Calendar = { ...alwaysOpen('UTC'), week: Array.from({ length: 7 }, () => [{ from: '22:00', to: '06:00' }]) };
    expect(end(night, '2026-11-20T03:00Z', 0)).toBe(utc('2026-11-20T06:00Z'));
    expect(end(night, '2026-11-20T03:00Z', 1)).toBe(utc('2026-11-21T06:00Z'));
    expect(end(night, '2026-11-20T12:00Z', 0)).toBe(utc('2026-11-21T06:00Z'));
  });

  it('of a service that never closes is midnight, on days of 23 and 25 hours too', () => {
    expect(end(alwaysOpen('Europe/Berlin'), '2026-03-29T12:00+02:00', 0)).toBe(utc('2026-03-30T00:00+02:00'));
    expect(end(alwaysOpen('Europe/Berlin'), '2026-10-24T12:00+02:00', 1)).toBe(utc('2026-10-26T00:00+01:00'));
  });

  it('closes with the second pass of a repeated hour, and with the change in a skipped one', () => {
    const early: Calendar = { ...alwaysOpen('Europe/Berlin'), week: Array.from({ length: 7 }, () => [{ from: '00:00', to: '02:30' }]) };
    expect(end(early, '2026-10-25T00:30+02:00', 0)).toBe('2026-10-25T01:30:00.000Z');
    expect(end(early, '2026-03-29T00:30+01:00', 0)).toBe('2026-03-29T01:00:00.000Z');
    const untilChange: Calendar = { ...early, week: early.week.map(() => [{ from: '00:00', to: '02:00' }]) };
    expect(end(untilChange, '2026-10-25T00:30+02:00', 0)).toBe('2026-10-25T00:00:00.000Z');
  });

  it('does not depend on where the calendar was compiled', () => {
    const night: Calendar = {
      ...alwaysOpen('America/Los_Angeles'),
      week: Array.from({ length: 7 }, () => [{ from: '23:00', to: '22:00' }]),
    };
    const narrow = () => compileCalendar(night, { from: '2026-06-01', to: '2026-06-02' });
    const wide = compileCalendar(night, { from: '2026-01-01', to: '2027-01-01' });
    for (let hour = 0; hour < 96; hour += 5) {
      const from = at('2026-05-31T00:00Z') + hour * 3600;
      expect(endOfBusinessDay(narrow(), from, 0)).toBe(endOfBusinessDay(wide, from, 0));
    }
  });

  it('is never when no day opens, and outside when the years end', () => {
    expect(end(mondayToFriday('UTC'), '2026-11-20T10:00Z', 0)).toEqual({ kind: 'never' });
    expect(end(office, '2199-12-31T12:00Z', 5)).toEqual({ kind: 'outside' });
    expect(() => end(office, '2026-11-20T10:00Z', -1)).toThrow(RangeError);
    expect(() => end(office, '2026-11-20T10:00Z', 0.5)).toThrow(RangeError);
  });
});

describe('business days', () => {
  it('are the dates with hours, make-up days among them', () => {
    expect(businessDays(office, { from: '2026-11-20', to: '2026-11-29' })).toEqual([
      '2026-11-20',
      '2026-11-24',
      '2026-11-25',
      '2026-11-26',
      '2026-11-27',
      '2026-11-28',
    ]);
  });
});
