import { describe, expect, it } from 'vitest';
import { compileCalendar } from '../calendar/index.ts';
import { askIn, clockIn, due, hour, officeCalendar, opened, policy, promise } from './desk.testing.ts';

describe('fault 19: lunch entered as a holiday breaks the deadline', () => {
  const lunch = { date: '2026-11-16', kind: 'public-holiday', spans: [{ from: '12:00', to: '13:00' }] } as const;
  const calendar = compileCalendar(
    { ...officeCalendar, overrides: [...officeCalendar.overrides, lunch] },
    { from: '2026-01-01', to: '2027-01-01' },
  );

  it('takes an hour out of its day and nothing else', () => {
    const clock = clockIn(
      askIn(calendar)([policy([promise('resolution', 4 * hour)])], [opened('2026-11-16T10:00')], '2026-11-16T17:00'),
      'resolution',
    );
    expect(due(clock)).toBe('2026-11-16T15:00:00');
    expect(clock.intervals.map(({ kind, workingSeconds }) => [kind, workingSeconds])).toEqual([
      ['running', 2 * hour],
      ['outside-hours', 0],
      ['running', 4 * hour],
    ]);
  });
});
