import { describe, expect, it } from 'vitest';
import { alwaysOpen, mondayToFriday, type Calendar, type Instant } from './calendar.ts';
import { compileCalendar, type CompiledCalendar } from './compile-calendar.ts';
import { isWorking, nextOpening, workingIntervals } from './opening-hours.ts';
import { zones } from './random-calendar.testing.ts';
import { reviseCalendar } from './revise-calendar.ts';
import { addWorkingSecondsWithPauses, workingSecondsWithPauses } from './with-pauses.ts';
import { addWorkingSeconds, subtractWorkingSeconds, workingSeconds } from './working-time.ts';

const hour = 3600;
const at = (text: string): Instant => Date.parse(text) / 1000;
const shown = (answer: unknown): unknown => (typeof answer === 'number' ? new Date(answer * 1000).toISOString() : answer);
const compiled = (calendar: Calendar): CompiledCalendar => compileCalendar(calendar, { from: '2026-01-01', to: '2027-01-01' });
const week = (zone: string, ...spans: readonly (readonly [string, string])[]): Calendar => ({
  ...alwaysOpen(zone),
  week: Array.from({ length: 7 }, () => spans.map(([from, to]) => ({ from, to }))),
});

const office = compiled(mondayToFriday('Asia/Shanghai', { from: '09:00', to: '18:00' }));

describe('hours of the day', () => {
  it('loses no minute at midnight between 24:00 and 00:00', () => {
    const open = compiled(alwaysOpen('Asia/Shanghai'));
    expect(workingSeconds(open, at('2026-03-01T12:00+08:00'), at('2026-03-31T12:00+08:00'))).toBe(30 * 24 * hour);
    expect(workingIntervals(open, at('2026-03-01T12:00+08:00'), at('2026-03-31T12:00+08:00'))).toHaveLength(1);
    expect(shown(addWorkingSeconds(open, at('2026-03-01T23:59+08:00'), 120))).toBe('2026-03-01T16:01:00.000Z');
  });

  it('counts to the second', () => {
    expect(workingSeconds(office, at('2026-11-20T17:59:59+08:00'), at('2026-11-23T09:00:01+08:00'))).toBe(2);
  });

  it('reads a span that ends no later than it starts as a night shift', () => {
    const night = compiled(week('Europe/Berlin', ['22:00', '06:00']));
    expect(workingSeconds(night, at('2026-06-01T12:00Z'), at('2026-06-02T12:00Z'))).toBe(8 * hour);
    expect(workingSeconds(compiled(week('UTC', ['08:00', '08:00'])), at('2026-06-01T00:00Z'), at('2026-06-02T00:00Z'))).toBe(24 * hour);
  });

  it('starts a case opened before or after hours with the next opening', () => {
    expect(shown(addWorkingSeconds(office, at('2026-11-21T03:00+08:00'), hour))).toBe(shown(at('2026-11-23T10:00+08:00')));
    expect(shown(nextOpening(office, at('2026-11-21T03:00+08:00')))).toBe(shown(at('2026-11-23T09:00+08:00')));
  });

  it('keeps a deadline on closing time there, and a reminder on opening time there', () => {
    expect(shown(addWorkingSeconds(office, at('2026-11-20T17:00+08:00'), hour))).toBe(shown(at('2026-11-20T18:00+08:00')));
    expect(shown(subtractWorkingSeconds(office, at('2026-11-23T10:00+08:00'), hour))).toBe(shown(at('2026-11-23T09:00+08:00')));
    expect(isWorking(office, at('2026-11-20T18:00+08:00'))).toBe(false);
    expect(isWorking(office, at('2026-11-23T09:00+08:00'))).toBe(true);
  });

  it('knows lunch in a split day', () => {
    const split = compiled(week('Asia/Shanghai', ['09:00', '12:00'], ['13:30', '18:00']));
    expect(shown(addWorkingSeconds(split, at('2026-11-20T11:30+08:00'), hour))).toBe(shown(at('2026-11-20T14:00+08:00')));
    expect(shown(addWorkingSeconds(split, at('2026-11-20T12:10+08:00'), 4.5 * hour))).toBe(shown(at('2026-11-20T18:00+08:00')));
  });
});

describe('dates that differ', () => {
  const calendar = (overrides: Calendar['overrides']) => compiled(reviseCalendar(office.calendar, { overrides }));
  const friday = at('2026-11-20T17:00+08:00');

  it('take the hours of a holiday on its own date in the zone, not a day earlier', () => {
    const holiday = calendar([{ date: '2026-11-20', kind: 'public-holiday' }]);
    expect(workingSeconds(holiday, at('2026-11-19T00:00+08:00'), at('2026-11-20T00:00+08:00'))).toBe(9 * hour);
    expect(workingSeconds(holiday, at('2026-11-20T00:00+08:00'), at('2026-11-21T00:00+08:00'))).toBe(0);
  });

  it('take only lunch when lunch is entered as a closure', () => {
    const lunch = calendar([{ date: '2026-11-20', kind: 'closure', spans: [{ from: '12:00', to: '13:00' }] }]);
    expect(workingSeconds(lunch, at('2026-11-20T00:00+08:00'), at('2026-11-21T00:00+08:00'))).toBe(8 * hour);
    expect(shown(addWorkingSeconds(lunch, at('2026-11-20T11:30+08:00'), hour))).toBe(shown(at('2026-11-20T13:30+08:00')));
  });

  it.each([
    ['a make-up day beats a holiday', ['public-holiday', 'make-up-day'], 9],
    ['a make-up day beats a rest day', ['make-up-day', 'rest-day'], 9],
    ['a closure beats a make-up day', ['closure', 'make-up-day'], 0],
  ] as const)('%s', (_, kinds, hours) => {
    const both = calendar(kinds.map((kind) => ({ date: '2026-11-21', kind })));
    expect(workingSeconds(both, friday, at('2026-11-22T12:00+08:00')) - hour).toBe(hours * hour);
  });

  it('special hours beat a holiday and a make-up day', () => {
    const hotline = calendar([
      { date: '2026-11-21', kind: 'public-holiday' },
      { date: '2026-11-21', kind: 'special-hours', spans: [{ from: '10:00', to: '12:00' }] },
      { date: '2026-11-21', kind: 'make-up-day' },
    ]);
    expect(workingSeconds(hotline, friday, at('2026-11-22T12:00+08:00'))).toBe(3 * hour);
  });

  it("a make-up day works the calendar's make-up hours unless it names its own", () => {
    const short = compiled({
      ...office.calendar,
      makeUpHours: [{ from: '09:00', to: '12:00' }],
      overrides: [{ date: '2026-11-21', kind: 'make-up-day' }],
    });
    expect(workingSeconds(short, friday, at('2026-11-22T00:00+08:00'))).toBe(4 * hour);
    const own = calendar([{ date: '2026-11-21', kind: 'make-up-day', spans: [{ from: '13:00', to: '15:00' }] }]);
    expect(workingSeconds(own, friday, at('2026-11-22T00:00+08:00'))).toBe(3 * hour);
  });

  it('a half holiday takes the hours it names', () => {
    const half = calendar([{ date: '2026-11-20', kind: 'public-holiday', spans: [{ from: '12:00', to: '24:00' }] }]);
    expect(workingSeconds(half, at('2026-11-20T00:00+08:00'), at('2026-11-21T00:00+08:00'))).toBe(3 * hour);
  });

  it('a night shift belongs to the day on which it starts', () => {
    const night = week('UTC', ['22:00', '06:00']);
    const closed = compiled({ ...night, overrides: [{ date: '2026-11-20', kind: 'public-holiday' }] });
    expect(
      workingIntervals(closed, at('2026-11-19T12:00Z'), at('2026-11-22T12:00Z')).map(({ from, to }) => [shown(from), shown(to)]),
    ).toEqual([
      [shown(at('2026-11-19T22:00Z')), shown(at('2026-11-20T06:00Z'))],
      [shown(at('2026-11-21T22:00Z')), shown(at('2026-11-22T06:00Z'))],
    ]);
  });
});

describe('daylight saving', () => {
  it('counts the hours that pass, not those that the wall clock shows', () => {
    const open = compiled(alwaysOpen('America/New_York'));
    expect(workingSeconds(open, at('2026-03-08T00:00-05:00'), at('2026-03-09T00:00-04:00'))).toBe(23 * hour);
    expect(workingSeconds(open, at('2026-11-01T00:00-04:00'), at('2026-11-02T00:00-05:00'))).toBe(25 * hour);
  });

  it('works a repeated hour twice and a skipped hour not at all', () => {
    const early = compiled(week('Europe/Berlin', ['02:00', '03:00']));
    expect(workingSeconds(early, at('2026-03-29T00:00+01:00'), at('2026-03-30T00:00+02:00'))).toBe(0);
    expect(workingSeconds(early, at('2026-10-25T00:00+02:00'), at('2026-10-26T00:00+01:00'))).toBe(2 * hour);
  });

  it('reads half of a repeated hour as two stretches', () => {
    const half = compiled(week('Europe/Berlin', ['02:30', '03:00']));
    expect(
      workingIntervals(half, at('2026-10-25T00:00+02:00'), at('2026-10-26T00:00+01:00')).map(({ from, to }) => [shown(from), shown(to)]),
    ).toEqual([
      ['2026-10-25T00:30:00.000Z', '2026-10-25T01:00:00.000Z'],
      ['2026-10-25T01:30:00.000Z', '2026-10-25T02:00:00.000Z'],
    ]);
  });

  it("uses the offset of the time in question, not today's", () => {
    const berlin = compiled(mondayToFriday('Europe/Berlin', { from: '09:00', to: '17:00' }));
    expect(shown(nextOpening(berlin, at('2026-01-05T00:00Z')))).toBe('2026-01-05T08:00:00.000Z');
    expect(shown(nextOpening(berlin, at('2026-07-06T00:00Z')))).toBe('2026-07-06T07:00:00.000Z');
    // Samoa had no 30 December 2011 (Time Zone Act 2009, amended 2011).
    const samoa = compiled(week('Pacific/Apia', ['09:00', '18:00']));
    expect(workingSeconds(samoa, at('2011-12-29T00:00-10:00'), at('2012-01-01T00:00+14:00'))).toBe(2 * 9 * hour);
  });
});

describe('beyond the calendar', () => {
  const never = compiled(mondayToFriday('Asia/Shanghai'));
  const from = at('2026-06-01T00:00Z');

  it('answers never when there are no hours', () => {
    expect(addWorkingSeconds(never, from, 1)).toEqual({ kind: 'never' });
    expect(subtractWorkingSeconds(never, from, 1)).toEqual({ kind: 'never' });
    expect(nextOpening(never, from)).toEqual({ kind: 'never' });
    expect(workingSeconds(never, from, from + 1e8)).toBe(0);
  });

  it('finds the one open day of an empty week, however far, and never after it', () => {
    const once = compiled({
      ...never.calendar,
      overrides: [{ date: '2061-07-28', kind: 'special-hours', spans: [{ from: '09:00', to: '10:00' }] }],
    });
    expect(shown(addWorkingSeconds(once, from, hour))).toBe(shown(at('2061-07-28T10:00+08:00')));
    expect(addWorkingSeconds(once, from, hour + 1)).toEqual({ kind: 'never' });
    expect(nextOpening(once, at('2061-07-28T10:00+08:00'))).toEqual({ kind: 'never' });
    expect(shown(subtractWorkingSeconds(once, at('2090-01-01T00:00Z'), hour))).toBe(shown(at('2061-07-28T09:00+08:00')));
  });

  it('answers outside when the years of counting end', () => {
    expect(addWorkingSeconds(office, from, 1e12)).toEqual({ kind: 'outside' });
    expect(subtractWorkingSeconds(office, from, 1e12)).toEqual({ kind: 'outside' });
  });

  it('grows in both directions with the same answers as a calendar compiled for them', () => {
    const narrow = compileCalendar(office.calendar, { from: '2026-06-01', to: '2026-06-02' });
    const wide = compileCalendar(office.calendar, { from: '2000-01-01', to: '2060-01-01' });
    const [early, late] = [at('2001-01-01T00:00Z'), at('2055-01-01T00:00Z')];
    expect(workingSeconds(narrow, early, late)).toBe(workingSeconds(wide, early, late));
  });

  it.each(zones)('holds the whole of its range and what lies right beside it in %s', (zone) => {
    const narrow = () => compileCalendar(alwaysOpen(zone), { from: '2026-06-01', to: '2026-06-02' });
    const { from: start, to: end, total } = narrow().table;
    expect(total).toBe(end - start);
    expect(isWorking(narrow(), end)).toBe(true);
    expect(workingSeconds(narrow(), start - 10, end + 10)).toBe(end - start + 20);
  });

  it('finds an open day that lies just behind the range', () => {
    for (const date of ['2026-06-01', '2026-06-02', '2026-06-03', '2026-06-04', '2026-06-05', '2026-06-06']) {
      const once = { ...never.calendar, overrides: [{ date, kind: 'make-up-day', spans: [{ from: '22:00', to: '23:00' }] } as const] };
      const narrow = compileCalendar(once, { from: '2026-06-01', to: '2026-06-02' });
      expect(shown(addWorkingSeconds(narrow, from, hour))).toBe(shown(at(`${date}T23:00+08:00`)));
    }
  });

  it('lists no empty stretch when asked from closing time on', () => {
    expect(workingIntervals(office, at('2026-11-20T18:00+08:00'), at('2026-11-23T09:00+08:00'))).toEqual([]);
  });

  it('refuses milliseconds, negative lengths and ends before starts', () => {
    expect(() => workingSeconds(office, Date.parse('2026-11-20'), Date.parse('2026-11-21'))).toThrow(RangeError);
    expect(() => isWorking(office, Number.NaN)).toThrow(RangeError);
    expect(() => addWorkingSeconds(office, from, -1)).toThrow(RangeError);
    expect(() => addWorkingSeconds(office, from, Number.NaN)).toThrow(RangeError);
    expect(() => workingSeconds(office, from, from - 1)).toThrow(RangeError);
    expect(() => compiled(mondayToFriday('Mars/Olympus', { from: '09:00', to: '18:00' }))).toThrow(RangeError);
    expect(() => compiled(week('UTC', ['09:00', '25:00']))).toThrow(RangeError);
    expect(() => compiled({ ...office.calendar, week: [] })).toThrow(RangeError);
    expect(() => compiled({ ...office.calendar, overrides: [{ date: '2026-02-30', kind: 'closure' }] })).toThrow(RangeError);
    expect(() => compiled({ ...office.calendar, overrides: [{ date: '2026-02-20', kind: 'special-hours' }] })).toThrow(RangeError);
  });
});

describe('pauses', () => {
  const friday = { from: at('2026-11-20T09:00+08:00'), to: at('2026-11-20T18:00+08:00') };
  const pause = (from: string, to: string) => ({ from: at(`2026-11-20T${from}+08:00`), to: at(`2026-11-20T${to}+08:00`) });

  it('that overlap, touch and stick out count once', () => {
    const pauses = [
      pause('13:00', '15:00'),
      pause('08:00', '10:00'),
      pause('14:00', '16:00'),
      pause('10:00', '11:00'),
      pause('17:00', '17:00'),
    ];
    expect(workingSecondsWithPauses(office, friday, pauses)).toBe(4 * hour);
    expect(shown(addWorkingSecondsWithPauses(office, { from: friday.from, seconds: 3 * hour }, pauses))).toBe(
      shown(at('2026-11-20T17:00+08:00')),
    );
  });

  it('over closed hours push a deadline only by the working time they cover', () => {
    const overNight = [{ from: at('2026-11-20T17:00+08:00'), to: at('2026-11-23T10:00+08:00') }];
    expect(shown(addWorkingSecondsWithPauses(office, { from: friday.from, seconds: 9 * hour }, overNight))).toBe(
      shown(at('2026-11-23T11:00+08:00')),
    );
  });

  it('that begin when the time is over do not move the deadline', () => {
    expect(shown(addWorkingSecondsWithPauses(office, { from: friday.from, seconds: hour }, [pause('10:00', '12:00')]))).toBe(
      shown(at('2026-11-20T10:00+08:00')),
    );
    expect(addWorkingSecondsWithPauses(office, { from: friday.from, seconds: 0 }, [pause('08:00', '12:00')])).toBe(friday.from);
  });

  it('must not end before they start', () => {
    expect(() => workingSecondsWithPauses(office, friday, [pause('11:00', '10:00')])).toThrow(RangeError);
  });
});
