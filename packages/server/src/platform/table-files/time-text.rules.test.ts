import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePeriodText } from './period-text.rules.ts';
import { parseTimeText } from './time-text.rules.ts';

/** The reading and the offset as one text; null: no time. */
function read(text: string, order: 'day-first' | 'month-first' = 'day-first'): string | null {
  const time = parseTimeText(text, order);
  if (time === null) return null;
  const local = new Date(time.local).toISOString().replace('Z', '').replace('.000', '');
  return time.offset === null ? local : `${local} ${time.offset}`;
}

describe('times as people and programs write them', () => {
  it.each([
    ['2016-02-29 06:38', '2016-02-29T06:38:00'],
    ['2024-04-16T01:43:27.000', '2024-04-16T01:43:27'],
    ['2024-04-16T01:43:27.007', '2024-04-16T01:43:27.007'],
    ['2024-04-16 01:43:27,5', '2024-04-16T01:43:27.500'],
    ['2003-03-03T07:00:00Z', '2003-03-03T07:00:00 0'],
    ['2010-03-31T16:59:42.000+02:00', '2010-03-31T16:59:42 120'],
    ['2010-03-31T16:59:42-0330', '2010-03-31T16:59:42 -210'],
    ['2010-03-31 16:59 +08', '2010-03-31T16:59:00 480'],
    ['2026/3/1 8:05', '2026-03-01T08:05:00'],
    ['2026.3.1', '2026-03-01T00:00:00'],
    ['2026年3月1日 8时5分', '2026-03-01T08:05:00'],
    ['2026年3月1日8时', '2026-03-01T08:00:00'],
    ['2026年3月1日 8点5分9秒', '2026-03-01T08:05:09'],
    ['2026年3月1日 8:05:09', '2026-03-01T08:05:09'],
    ['2026年3月1日下午2时30分', '2026-03-01T14:30:00'],
    ['2026年03月01日', '2026-03-01T00:00:00'],
    ['2026/3/1 下午 2:05', '2026-03-01T14:05:00'],
    ['2026/3/1 下午14:05', '2026-03-01T14:05:00'],
    ['2026/3/1 上午12:05', '2026-03-01T00:05:00'],
    ['3/1/2026 12:05 PM', '2026-01-03T12:05:00'],
    ['3/1/2026 12:05 AM', '2026-01-03T00:05:00'],
    ['Sat Aug 20 13:29:30 UTC 2022', '2022-08-20T13:29:30 0'],
    ['Sat Aug 20 13:29:30 2022', '2022-08-20T13:29:30'],
    ['Sat, 20 Aug 2022 13:29:30 +0000', '2022-08-20T13:29:30 0'],
    ['20-Aug-22', '2022-08-20T00:00:00'],
    ['August 20, 2022 1:29 PM', '2022-08-20T13:29:00'],
    ['20160229', '2016-02-29T00:00:00'],
    ['20160229063800', '2016-02-29T06:38:00'],
    ['20160229T0638Z', '2016-02-29T06:38:00 0'],
    ['42429.27638888889', '2016-02-29T06:38:00'],
    ['42429', '2016-02-29T00:00:00'],
    ['2026-03-01 24:00', '2026-03-02T00:00:00'],
    ['03/04/2026 14:00', '2026-04-03T14:00:00'],
    ['3.4.26', '2026-04-03T00:00:00'],
    ['3.4.99', '1999-04-03T00:00:00'],
  ])('%s', (text, expected) => expect(read(text)).toBe(expected));

  it('reads the month first where that is the custom of the file', () => {
    expect(read('03/04/2026 14:00', 'month-first')).toBe('2026-03-04T14:00:00');
    expect(read('03/25/2026', 'month-first')).toBe('2026-03-25T00:00:00');
    expect(read('2026-03-04', 'month-first')).toBe('2026-03-04T00:00:00');
  });

  it.each([
    '2026-02-30',
    '2025-02-29 10:00',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '2026-03-01 25:00',
    '2026-03-01 24:01',
    '2026-03-01 10:60',
    '2026-03-01 10:00:60',
    '03/25/2026',
    '13:00 PM',
    '2026-03-01 13:00 PM',
    'Sat Aug 20 13:29:30 CEST 2022',
    '2026年2月30日',
    '20260230',
    '20261301',
    '10000',
    '99999',
    '123456',
    'yesterday',
    '2026-03/01',
    '12:30',
    '',
  ])('there is no %j', (text) => expect(parseTimeText(text, 'day-first')).toBeNull());

  it('reads back every minute that ISO 8601 can write', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4_000_000_000 }), (seconds) => {
        const text = new Date(seconds * 1000).toISOString();
        expect(parseTimeText(text, 'day-first')).toEqual({ local: seconds * 1000, offset: 0 });
        expect(parseTimeText(text.slice(0, 19).replace('T', ' '), 'day-first')).toEqual({ local: seconds * 1000, offset: null });
        expect(parseTimeText(text.slice(0, 10).replaceAll('-', ''), 'day-first')?.local).toBe(Math.floor(seconds / 86_400) * 86_400_000);
      }),
    );
  });

  it('never throws, whatever a cell holds', () => {
    fc.assert(fc.property(fc.string({ maxLength: 40 }), (text) => void parseTimeText(text, 'month-first')));
  });
});

describe('periods as people write them', () => {
  const start = (text: string, period: 'day' | 'month' | 'quarter' | 'year'): string | null => {
    const found = parsePeriodText(text, period, 'day-first');
    return found === null ? null : new Date(found).toISOString().slice(0, 10);
  };

  it.each([
    ['2017', 'year', '2017-01-01'],
    ['2017年', 'year', '2017-01-01'],
    ['2017.0', 'year', '2017-01-01'],
    ['2017-05-06', 'year', '2017-01-01'],
    ['2026-03', 'month', '2026-03-01'],
    ['2026/3', 'month', '2026-03-01'],
    ['202603', 'month', '2026-03-01'],
    ['2026年3月', 'month', '2026-03-01'],
    ['Mar 2026', 'month', '2026-03-01'],
    ['March 2026', 'month', '2026-03-01'],
    ['03/2026', 'month', '2026-03-01'],
    ['2026-03-17', 'month', '2026-03-01'],
    ['46098', 'month', '2026-03-01'],
    ['2026Q1', 'quarter', '2026-01-01'],
    ['2026-Q4', 'quarter', '2026-10-01'],
    ['Q2 2026', 'quarter', '2026-04-01'],
    ['2026年第1季度', 'quarter', '2026-01-01'],
    ['2026年三季度', 'quarter', '2026-07-01'],
    ['2026-11-21', 'quarter', '2026-10-01'],
    ['2016-04-29', 'day', '2016-04-29'],
    ['2016-04-29 17:29:31', 'day', '2016-04-29'],
    ['2024-04-16T23:59:00Z', 'day', '2024-04-16'],
    ['29.4.2016', 'day', '2016-04-29'],
  ] as const)('%s as a %s begins on %s', (text, period, expected) => expect(start(text, period)).toBe(expected));

  it.each([
    ['2026-13', 'month'],
    ['202613', 'month'],
    ['2026Q5', 'quarter'],
    ['17', 'year'],
    ['0001', 'year'],
    ['Foo 2026', 'month'],
    ['2026-02-30', 'day'],
  ] as const)('%s is no %s', (text, period) => expect(start(text, period)).toBeNull());
});
