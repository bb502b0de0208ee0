import { describe, expect, it } from 'vitest';
import { mondayToFriday, type Instant } from './calendar.ts';
import { compareCalendars, movedDeadlines } from './compare-calendars.ts';
import { compileCalendar } from './compile-calendar.ts';
import { reviseCalendar } from './revise-calendar.ts';

const at = (text: string): Instant => Date.parse(text) / 1000;
const before = mondayToFriday('Asia/Shanghai', { from: '09:00', to: '18:00' });
const after = reviseCalendar(before, {
  overrides: [
    { date: '2026-11-20', kind: 'public-holiday', name: { zh: '校庆', en: 'Anniversary' } },
    { date: '2026-11-21', kind: 'make-up-day' },
    { date: '2026-11-22', kind: 'rest-day' },
    { date: '2026-11-25', kind: 'closure', spans: [{ from: '17:00', to: '24:00' }] },
  ],
});

describe('a new version of a calendar', () => {
  it('leaves the old one as it is', () => {
    expect(after).toMatchObject({ id: before.id, version: 2 });
    expect(before).toMatchObject({ version: 1, overrides: [] });
  });

  it('changes the days whose hours differ, and no others', () => {
    const { days, gained, zone } = compareCalendars(before, after, { from: '2026-11-01', to: '2026-12-01' });
    expect(days.map((day) => [day.date, day.before.spans, day.after.spans, day.gained])).toEqual([
      ['2026-11-20', [{ from: '09:00', to: '18:00' }], [], -32_400],
      ['2026-11-21', [], [{ from: '09:00', to: '18:00' }], 32_400],
      ['2026-11-25', [{ from: '09:00', to: '18:00' }], [{ from: '09:00', to: '17:00' }], -3600],
    ]);
    expect(days[0]?.after.overrides).toEqual([after.overrides[0]]);
    expect(gained).toBe(-3600);
    expect(zone).toBeNull();
  });

  it('shows what a closure leaves of a night shift', () => {
    const night = { ...before, week: before.week.map(() => [{ from: '20:00', to: '06:00' }]) };
    const powerCut = reviseCalendar(night, {
      overrides: [{ date: '2026-11-20', kind: 'closure', spans: [{ from: '22:00', to: '02:00' }] }],
    });
    expect(compareCalendars(night, powerCut, { from: '2026-11-20', to: '2026-11-21' }).days[0]?.after.spans).toEqual([
      { from: '20:00', to: '22:00' },
      { from: '02:00', to: '06:00' },
    ]);
  });

  it('says when the zone changes, which moves every hour', () => {
    const moved = reviseCalendar(before, { zone: 'Europe/Berlin' });
    expect(compareCalendars(before, moved, { from: '2026-11-01', to: '2026-12-01' })).toEqual({
      kind: 'calendar-comparison',
      zone: { before: 'Asia/Shanghai', after: 'Europe/Berlin' },
      days: [],
      gained: 0,
    });
  });

  it('moves the open deadlines that lie behind the change, and lists only those', () => {
    const range = { from: '2026-11-01', to: '2026-12-01' };
    const [old, young] = [compileCalendar(before, range), compileCalendar(after, range)];
    const thursday = at('2026-11-19T17:00+08:00');
    const never = compileCalendar(mondayToFriday('Asia/Shanghai'), range);
    const clocks = [
      { id: 'done before', from: thursday, seconds: 3600 },
      { id: 'over the holiday', from: thursday, seconds: 7200 },
      {
        id: 'paused over the holiday',
        from: thursday,
        seconds: 7200,
        pauses: [{ from: at('2026-11-20T00:00+08:00'), to: at('2026-11-22T00:00+08:00') }],
      },
    ];
    expect(movedDeadlines(old, young, clocks)).toEqual([
      { id: 'over the holiday', before: at('2026-11-20T10:00+08:00'), after: at('2026-11-21T10:00+08:00'), movedBy: 86_400 },
    ]);
    expect(movedDeadlines(old, never, clocks.slice(0, 1))).toEqual([
      { id: 'done before', before: at('2026-11-19T18:00+08:00'), after: { kind: 'never' }, movedBy: null },
    ]);
    expect(movedDeadlines(never, never, clocks)).toEqual([]);
  });
});
