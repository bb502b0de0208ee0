import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addMonths,
  dayOf,
  daysOf,
  lastDayOf,
  monthPeriod,
  monthsOf,
  monthStart,
  parsePeriod,
  previousPeriod,
  spanOf,
} from './period.rules.ts';

const period = (key: string) => {
  const parsed = parsePeriod(key);
  if (parsed === null) throw new Error(`no period: ${key}`);
  return parsed;
};

describe('periods', () => {
  it('reads months, quarters and years', () => {
    expect(parsePeriod('2026-11')).toEqual({ key: '2026-11', kind: 'month', firstMonth: '2026-11', lastMonth: '2026-11' });
    expect(parsePeriod('2026-Q4')).toEqual({ key: '2026-Q4', kind: 'quarter', firstMonth: '2026-10', lastMonth: '2026-12' });
    expect(parsePeriod('2026')).toEqual({ key: '2026', kind: 'year', firstMonth: '2026-01', lastMonth: '2026-12' });
  });

  it.each(['2026-13', '2026-00', '2026-Q5', '2026-Q0', '1969', '2100-01', '0000', '26', '2026-1', 'x', ''])('refuses %j', (key) =>
    expect(parsePeriod(key)).toBeNull(),
  );

  it('knows the period before', () => {
    expect(['2026-11', '2026-01', '2026-Q1', '2026-Q3', '2026'].map((key) => previousPeriod(period(key)).key)).toEqual([
      '2026-10',
      '2025-12',
      '2025-Q4',
      '2026-Q2',
      '2025',
    ]);
  });

  it('knows its months and its last day', () => {
    expect(monthsOf(period('2026-Q1'))).toEqual(['2026-01', '2026-02', '2026-03']);
    expect(monthsOf(period('2026'))).toHaveLength(12);
    expect(['2026-02', '2028-02', '2026-11', '2026-12'].map(lastDayOf)).toEqual(['2026-02-28', '2028-02-29', '2026-11-30', '2026-12-31']);
  });

  it('lists its days', () => {
    const days = daysOf(period('2028-Q1'));
    expect([days.length, days[0], days[59], days.at(-1)]).toEqual([91, '2028-01-01', '2028-02-29', '2028-03-31']);
  });

  it('counts months over the year', () => {
    expect(addMonths('2026-11', 2)).toBe('2027-01');
    expect(addMonths('2026-01', -13)).toBe('2024-12');
    fc.assert(fc.property(fc.integer({ min: -500, max: 500 }), (count) => addMonths(addMonths('2026-06', count), -count) === '2026-06'));
  });

  it('begins and ends where the calendar of the zone does', () => {
    expect(spanOf(period('2026-11'), 'Asia/Shanghai')).toEqual({
      from: new Date('2026-10-31T16:00:00Z'),
      to: new Date('2026-11-30T16:00:00Z'),
    });
    // New York: the clock goes back on 1 November 2026, so the month begins in summer time and ends in winter time
    expect(spanOf(period('2026-11'), 'America/New_York')).toEqual({
      from: new Date('2026-11-01T04:00:00Z'),
      to: new Date('2026-12-01T05:00:00Z'),
    });
    expect(monthStart('2010-10', 'Asia/Kathmandu')).toEqual(new Date('2010-09-30T18:15:00Z'));
  });

  it('follows on without a gap and covers every instant once', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1559 }),
        fc.constantFrom('UTC', 'Asia/Shanghai', 'Europe/Berlin', 'Australia/Lord_Howe'),
        (index, zone) => {
          const month = monthPeriod(addMonths('1970-01', index));
          const { from, to } = spanOf(month, zone);
          expect(spanOf(monthPeriod(addMonths(month.key, 1)), zone).from).toEqual(to);
          expect([dayOf(from, zone), dayOf(new Date(to.getTime() - 1), zone)]).toEqual([`${month.key}-01`, lastDayOf(month.key)]);
        },
      ),
    );
  });
});
