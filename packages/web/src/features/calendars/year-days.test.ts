import { describe, expect, it } from 'vitest';
import { hoursIn, readSpans, spansText } from './spans-text.ts';
import { countKinds, datesBetween, monthsOf, setDates, stepFrom, takeOver, type Override } from './year-days.ts';

const hours = [{ from: '09:00', to: '18:00' }];
const week = [hours, hours, hours, hours, hours, [], []];
const holiday = (date: string): Override => ({ date, kind: 'public-holiday' });

describe('readSpans', () => {
  it.each([
    ['9-12, 13:30-18', '09:00-12:00, 13:30-18:00'],
    ['9:00–18:00', '09:00-18:00'],
    ['0900-1730', '09:00-17:30'],
    ['22:00-6:00', '22:00-06:00'],
    ['13-18 9-12', '09:00-12:00, 13:00-18:00'],
    ['全天', '00:00-24:00'],
    ['8：30 至 12：00、14：00 至 17：30', '08:30-12:00, 14:00-17:30'],
    ['', ''],
  ])('%s', (text, written) => expect(spansText(readSpans(text) ?? [{ from: 'bad', to: 'bad' }])).toBe(written));
  it.each(['9', '25-26', '9-9', 'nine to five', '9-12,'])('refuses %j', (text) => expect(readSpans(text)).toBeNull());
  it('counts night shifts to their end', () => expect(hoursIn(readSpans('22:00-6:00, 7-8') ?? [])).toBe(9));
});

describe('monthsOf', () => {
  const overrides: Override[] = [
    holiday('2024-02-10'),
    { date: '2024-02-04', kind: 'make-up-day' },
    { date: '2024-10-01', kind: 'closure' },
    holiday('2024-10-01'),
  ];
  const months = monthsOf(2024, { week, overrides });
  const faceOn = (date: string) => months.flat().find((day) => day.date === date)?.face;
  it('has every day of a leap year once', () => {
    expect(months.map((days) => days.length)).toEqual([31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]);
  });
  it('shows weekdays, days off and what differs', () => {
    expect(['2024-02-09', '2024-02-11', '2024-02-10', '2024-02-04'].map(faceOn)).toEqual([
      'working',
      'closed',
      'public-holiday',
      'make-up-day',
    ]);
  });
  it('shows what decides where two fall on one date', () => expect(faceOn('2024-10-01')).toBe('closure'));
  it('counts each kind in its year', () =>
    expect(countKinds(2024, [...overrides, holiday('2025-01-01')])).toMatchObject({ 'public-holiday': 2, closure: 1 }));
});

describe('changing dates', () => {
  const closed: Override = { date: '2026-05-01', kind: 'closure' };
  it('takes published days over and keeps what the house entered', () => {
    const named = { ...holiday('2026-05-01'), name: { zh: '劳动节', en: 'Labour Day' } };
    expect(takeOver([holiday('2026-05-01'), closed], [named])).toEqual([closed, named]);
  });
  it('sets a range, and makes it ordinary again', () => {
    const dates = datesBetween('2026-12-30', '2027-01-02');
    const set = setDates([closed], dates, { kind: 'rest-day' });
    expect(set.map(({ date }) => date)).toEqual(['2026-05-01', '2026-12-30', '2026-12-31', '2027-01-01', '2027-01-02']);
    expect(setDates(set, dates, null)).toEqual([closed]);
    expect(datesBetween('2026-02-02', '2026-02-01')).toEqual([]);
  });
});

describe('the arrow keys', () => {
  it.each([
    ['2026-11-21', 'ArrowRight', '2026-11-22'],
    ['2026-11-01', 'ArrowUp', '2026-10-25'],
    ['2026-11-21', 'Home', '2026-11-16'],
    ['2026-11-21', 'End', '2026-11-22'],
    ['2026-03-31', 'PageUp', '2026-02-28'],
    ['2026-12-31', 'ArrowRight', null],
    ['2026-01-15', 'PageUp', null],
    ['2026-01-15', 'a', null],
  ])('%s %s', (date, key, next) => expect(stepFrom(date, key)).toBe(next));
});
