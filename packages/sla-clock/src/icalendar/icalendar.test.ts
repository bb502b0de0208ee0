import { describe, expect, it } from 'vitest';
import { alwaysOpen, type Calendar } from '../calendar/index.ts';
import { holidayYear, withHolidays } from '../holidays/index.ts';
import { exportICalendar, importICalendar, type ImportedDates } from './index.ts';

const options = { zone: 'Asia/Shanghai', range: { from: '2026-01-01', to: '2027-01-01' } };
const feed = (...events: readonly string[]): string =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', ...events.map((event) => `BEGIN:VEVENT\n${event}\nEND:VEVENT`), 'END:VCALENDAR'].join('\n');

function read(text: string, zone = options.zone): ImportedDates {
  const imported = importICalendar(text, { ...options, zone });
  if (imported.kind === 'unreadable') throw new Error(imported.problem);
  return imported;
}
const datesIn = (text: string, zone?: string): string[] => read(text, zone).overrides.map(({ date, kind }) => `${date} ${kind}`);
const day = (summary: string, ...more: readonly string[]): string =>
  feed([`SUMMARY:${summary}`, 'DTSTART;VALUE=DATE:20260214', ...more].join('\n'));

describe('a holiday feed', () => {
  // As publishers of Chinese holiday feeds write them.
  it.each([
    '春节（班）',
    '春节(班)',
    '春节 补班 第1天/共2天',
    '班：春节',
    '春节班',
    '补班',
    '春节调休上班',
    '工作日（春节调休）',
    'Special Working Day',
    'Spring Festival make-up workday',
  ])('makes "%s" a working day', (summary) => expect(datesIn(day(summary))).toEqual(['2026-02-14 make-up-day']));

  it.each([
    '春节（休）',
    '春节 假期 第1天/共9天',
    '春节',
    '春节放假调休',
    'Spring Festival',
    '停班停课',
    '春节不上班',
    '非工作日',
    '航班管制日',
    '值班表发布',
    'Non-working day',
  ])('makes "%s" a holiday', (summary) => expect(datesIn(day(summary))).toEqual(['2026-02-14 public-holiday']));

  it('trusts the mark of the publisher more than the words', () => {
    expect(datesIn(day('春节', 'X-APPLE-SPECIAL-DAY:ALTERNATE-WORKDAY'))).toEqual(['2026-02-14 make-up-day']);
    expect(datesIn(day('春节', 'X-APPLE-SPECIAL-DAY:WORK-HOLIDAY'))).toEqual(['2026-02-14 public-holiday']);
    expect(datesIn(day('春节', 'CATEGORIES:补班'))).toEqual(['2026-02-14 make-up-day']);
  });

  it('does not take the announcement quoted in a description for the day itself', () => {
    expect(datesIn(day('春节 假期 第1天', 'DESCRIPTION:2月15日至23日放假调休，共9天。2月14日、2月28日上班。'))).toEqual([
      '2026-02-14 public-holiday',
    ]);
  });

  it('leaves out and lists what is no holiday or may be either', () => {
    const text = feed(
      'SUMMARY:调休\nDTSTART;VALUE=DATE:20260214',
      'SUMMARY:春节放假通知（2月14日上班）\nDTSTART;VALUE=DATE:20260213',
      'SUMMARY:情人节\nDESCRIPTION:Observance\\nTo hide observances\\, go to settings\nDTSTART;VALUE=DATE:20260214',
      'SUMMARY:取消的假\nSTATUS:CANCELLED\nDTSTART;VALUE=DATE:20260214',
      'SUMMARY:去年\nDTSTART;VALUE=DATE:20250214',
      'SUMMARY:火星\nDTSTART;TZID=Mars/Olympus:20260214T090000\nDTEND;TZID=Mars/Olympus:20260214T100000',
      'SUMMARY:坏日期\nDTSTART;VALUE=DATE:20261399',
      'SUMMARY:没有日期',
      'SUMMARY:每秒\nDTSTART:20260101T000000Z\nDTEND:20260101T000001Z\nRRULE:FREQ=SECONDLY',
    );
    const { overrides, skipped } = read(text);
    expect(overrides).toEqual([]);
    expect(skipped.map(({ summary, reason }) => `${summary} ${reason}`)).toEqual([
      '调休 ambiguous',
      '春节放假通知（2月14日上班） ambiguous',
      '情人节 observance',
      '取消的假 cancelled',
      '去年 outside-range',
      '火星 unknown-zone',
      '坏日期 unreadable',
      '没有日期 unreadable',
      '每秒 too-many',
    ]);
  });

  it('keeps a date the date it is, west and east of Greenwich', () => {
    for (const zone of ['Pacific/Kiritimati', 'Asia/Shanghai', 'UTC', 'Pacific/Pago_Pago'])
      expect(datesIn(day('春节'), zone)).toEqual(['2026-02-14 public-holiday']);
  });

  it('covers every date up to the end, which is not included', () => {
    expect(datesIn(day('春节', 'DTEND;VALUE=DATE:20260217'))).toEqual(['14', '15', '16'].map((date) => `2026-02-${date} public-holiday`));
    expect(datesIn(day('春节', 'DTEND;VALUE=DATE:20260214'))).toEqual(['2026-02-14 public-holiday']);
    expect(datesIn(feed('SUMMARY:元旦\nDTSTART;VALUE=DATE:20251230\nDTEND;VALUE=DATE:20260103'))).toEqual([
      '2026-01-01 public-holiday',
      '2026-01-02 public-holiday',
    ]);
  });

  it("reads times on the calendar's wall clock", () => {
    const spansOf = (text: string) => read(text).overrides.map(({ date, spans }) => [date, spans]);
    const afternoon = [['2026-02-14', [{ from: '13:00', to: '18:00' }]]];
    expect(spansOf(feed('SUMMARY:半天\nDTSTART:20260214T130000\nDTEND:20260214T180000'))).toEqual(afternoon);
    expect(spansOf(feed('SUMMARY:半天\nDTSTART:20260214T050000Z\nDTEND:20260214T100000Z'))).toEqual(afternoon);
    expect(spansOf(feed('SUMMARY:半天\nDTSTART;TZID=Europe/Berlin:20260214T060000\nDURATION:PT5H'))).toEqual(afternoon);
    expect(
      spansOf(feed('SUMMARY:半天\nDTSTART;TZID=China Standard Time:20260214T130000\nDTEND;TZID=China Standard Time:20260214T180000')),
    ).toEqual(afternoon);
    expect(spansOf(feed('SUMMARY:停电\nDTSTART:20260214T200000\nDTEND:20260216T060000'))).toEqual([
      ['2026-02-14', [{ from: '20:00', to: '24:00' }]],
      ['2026-02-15', undefined],
      ['2026-02-16', [{ from: '00:00', to: '06:00' }]],
    ]);
  });

  it('follows a series with its exclusions and exceptions', () => {
    const series = 'UID:1\nSUMMARY:年会\nDTSTART;VALUE=DATE:20200106\nRRULE:FREQ=MONTHLY;BYMONTHDAY=6;COUNT=76\nEXDATE;VALUE=DATE:20260206';
    const exception = 'UID:1\nRECURRENCE-ID;VALUE=DATE:20260306\nSUMMARY:年会（班）\nDTSTART;VALUE=DATE:20260308';
    expect(datesIn(feed(series, exception))).toEqual(['2026-01-06 public-holiday', '2026-03-08 make-up-day', '2026-04-06 public-holiday']);
  });

  it('says why a text is no calendar', () => {
    for (const text of ['', '   ', '<html></html>', 'BEGIN:VCALENDAR', '{"days":[]}'])
      expect(importICalendar(text, options).kind).toBe('unreadable');
    expect(read(feed())).toEqual({ kind: 'imported-dates', overrides: [], skipped: [] });
  });
});

describe('exporting', () => {
  const year = holidayYear('CN', 2026);
  const holidays = 'kind' in year ? [] : [year];
  const calendar: Calendar = withHolidays(
    {
      ...alwaysOpen('Europe/Berlin'),
      overrides: [
        {
          date: '2026-03-29',
          kind: 'special-hours',
          spans: [
            { from: '08:00', to: '12:00' },
            { from: '22:00', to: '24:00' },
          ],
        },
        { date: '2026-07-01', kind: 'rest-day', name: { zh: '司庆；放假, 一天', en: 'Founding day; off, one day' } },
        { date: '2026-12-24', kind: 'closure', spans: [{ from: '12:30', to: '24:00' }] },
        { date: '2026-12-28', kind: 'special-hours', spans: [{ from: '22:00', to: '06:00' }] },
        { date: '2026-12-30', kind: 'closure', spans: [{ from: '22:00', to: '06:00' }] },
      ],
    },
    holidays,
  );

  it.each(['zh', 'en'] as const)('and importing again gives the same dates (%s)', (language) => {
    const text = exportICalendar(calendar, { language, stamp: 1_795_000_000 });
    expect(read(text, 'Europe/Berlin')).toEqual({ kind: 'imported-dates', overrides: calendar.overrides, skipped: [] });
  });

  it('writes a night shift with its end on the next day', () => {
    const night = { ...calendar, overrides: calendar.overrides.filter(({ date }) => date === '2026-12-28') };
    expect(exportICalendar(night, { language: 'en', stamp: 0 })).toContain('DTSTART:20261228T210000Z\r\nDTEND:20261229T050000Z\r\n');
  });

  it('marks make-up days for readers that know nothing of our marks', () => {
    const text = exportICalendar(calendar, { language: 'zh', stamp: 0 }).replaceAll(/X-ZHIHENG[^\n]*\n/g, '');
    const makeUp = (overrides: Calendar['overrides']) => overrides.filter(({ kind }) => kind === 'make-up-day').map(({ date }) => date);
    expect(makeUp(read(text).overrides)).toEqual(expect.arrayContaining(makeUp(calendar.overrides)));
  });

  it('writes lines of at most 75 bytes that end with CR LF (RFC 5545, 3.1)', () => {
    const long = {
      ...calendar,
      overrides: [{ date: '2026-07-01', kind: 'closure' as const, name: { zh: '很长'.repeat(60), en: 'long '.repeat(60).trim() } }],
    };
    const text = exportICalendar(long, { language: 'zh', stamp: 0 });
    const lines = text.split('\r\n');
    expect(lines.at(-1)).toBe('');
    expect(lines.filter((line) => line.includes('\n') || encodeURIComponent(line).replaceAll(/%../g, 'x').length > 75)).toEqual([]);
    expect(read(text).overrides).toEqual(long.overrides);
  });
});
