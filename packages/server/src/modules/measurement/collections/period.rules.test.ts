import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { period } from '@zhiheng/contract/measurement/indicator';
import { periodKey } from '@zhiheng/contract/measurement/collections';
import { addDays, dayStart, parsePeriodKey, periodOf, periodsBetween } from './period.rules.ts';

describe('periods of collections', () => {
  it.each([
    ['2026-11-21', '2026-11-21', '2026-11-21'],
    ['2026-W01', '2025-12-29', '2026-01-04'],
    ['2026-W53', '2026-12-28', '2027-01-03'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2026-Q4', '2026-10-01', '2026-12-31'],
    ['2026-H1', '2026-01-01', '2026-06-30'],
    ['2026', '2026-01-01', '2026-12-31'],
  ])('%s lasts from %s to %s', (key, firstDay, lastDay) => expect(parsePeriodKey(key)).toMatchObject({ key, firstDay, lastDay }));

  it.each([
    '2026-02-30',
    '2026-13',
    '2026-00',
    '2025-W53',
    '2026-W00',
    '2026-W54',
    '2026-Q5',
    '2026-H3',
    '0000',
    '1969',
    '2100',
    '2026-1',
    'x',
    '',
  ])('there is no %j', (key) => expect(parsePeriodKey(key)).toBeNull());

  it('names the ISO week of the year in which its Thursday lies', () => {
    expect(['2027-01-01', '2025-12-29', '2026-01-05'].map((day) => periodOf('week', day).key)).toEqual([
      '2026-W53',
      '2026-W01',
      '2026-W02',
    ]);
  });

  const day = fc.integer({ min: 400, max: 40_000 }).map((days) => addDays('1970-01-01', days));
  const kind = fc.constantFrom(...period.options);

  it('gives every day to one period, whose key the contract knows and which it reads back', () => {
    fc.assert(
      fc.property(kind, day, (of, on) => {
        const found = periodOf(of, on);
        expect(found.firstDay <= on && on <= found.lastDay).toBe(true);
        expect(periodKey.safeParse(found.key).success).toBe(true);
        expect(parsePeriodKey(found.key)).toEqual(found);
        expect(periodOf(of, found.lastDay)).toEqual(found);
        expect(periodOf(of, addDays(found.lastDay, 1)).firstDay).toBe(addDays(found.lastDay, 1));
      }),
    );
  });

  it('lists periods without a gap, the first and the last included', () => {
    expect([...periodsBetween('month', '2025-11-30', '2026-01-01')].map(({ key }) => key)).toEqual(['2025-11', '2025-12', '2026-01']);
    expect([...periodsBetween('day', '2026-03-01', '2026-02-01')]).toEqual([]);
  });

  it('begins a day where the zone does, also when the clock jumps over midnight', () => {
    expect(dayStart('2026-11-21', 'Asia/Shanghai')).toEqual(new Date('2026-11-20T16:00:00Z'));
    // Beirut, 31 March 2024: from 00:00 to 01:00
    expect(dayStart('2024-03-31', 'Asia/Beirut')).toEqual(new Date('2024-03-30T22:00:00Z'));
  });
});
