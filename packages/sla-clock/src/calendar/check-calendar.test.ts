import { describe, expect, it } from 'vitest';
import { mondayToFriday, type Calendar } from './calendar.ts';
import { checkCalendar } from './check-calendar.ts';
import { compileCalendar } from './compile-calendar.ts';

const office = mondayToFriday('Asia/Shanghai', { from: '09:00', to: '18:00' });
const flawsOf = (change: Partial<Calendar>) => checkCalendar({ ...office, ...change });

describe('checkCalendar', () => {
  it('finds nothing in a calendar of several spans, night shifts and make-up days', () => {
    const week = [
      [
        { from: '00:00', to: '06:00' },
        { from: '22:00', to: '00:00' },
      ],
      ...office.week.slice(1),
    ];
    expect(flawsOf({ week, overrides: [{ date: '2026-11-21', kind: 'make-up-day' }] })).toEqual([]);
  });

  it.each([
    ['unknown-zone', { zone: 'Asia/Peking' }],
    ['incomplete-week', { week: office.week.slice(0, 5) }],
    ['impossible-span', { week: [[{ from: '9:00', to: '18:00' }], ...office.week.slice(1)] }],
    ['impossible-span', { makeUpHours: [{ from: '24:00', to: '24:00' }] }],
    ['impossible-date', { overrides: [{ date: '2026-11-31', kind: 'closure' }] }],
    ['hours-missing', { overrides: [{ date: '2026-11-21', kind: 'special-hours' }] }],
    ['hours-missing', { makeUpHours: [], overrides: [{ date: '2026-11-21', kind: 'make-up-day' }] }],
  ] as const)('%s: what the flaw names does not compile, or has no meaning', (kind, change) => {
    expect(flawsOf(change).map((flaw) => flaw.kind)).toEqual([kind]);
  });

  it('names the day of overlapping spans, which still compile', () => {
    const week = [
      ...office.week.slice(0, 6),
      [
        { from: '09:00', to: '12:00' },
        { from: '11:00', to: '15:00' },
      ],
    ];
    expect(flawsOf({ week })).toEqual([{ kind: 'overlapping-spans', where: 'week.6' }]);
    expect(compileCalendar({ ...office, week }, { from: '2026-11-22', to: '2026-11-23' }).hoursOf(20_779)).toEqual([
      { from: 32_400, to: 54_000 },
    ]);
  });

  it('asks about a date entered twice, and about a make-up day that takes hours from a working day', () => {
    const twice = [{ date: '2026-11-21', kind: 'rest-day' } as const, { date: '2026-11-21', kind: 'rest-day' } as const];
    expect(flawsOf({ overrides: twice })).toEqual([{ kind: 'repeated-override', date: '2026-11-21', override: 'rest-day' }]);
    const onMonday = { makeUpHours: [{ from: '09:00', to: '12:00' }], overrides: [{ date: '2026-11-23', kind: 'make-up-day' } as const] };
    expect(flawsOf(onMonday)).toEqual([{ kind: 'make-up-day-takes-hours', date: '2026-11-23' }]);
  });

  it('says that a calendar never opens', () => {
    const closed = { week: office.week.map(() => []) };
    expect(flawsOf(closed)).toEqual([{ kind: 'never-opens' }]);
    expect(flawsOf({ ...closed, overrides: [{ date: '2026-11-21', kind: 'make-up-day' }] })).toEqual([]);
  });
});
