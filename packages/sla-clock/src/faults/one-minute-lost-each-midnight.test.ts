import { describe, expect, it } from 'vitest';
import { alwaysOpen, compileCalendar } from '../calendar/index.ts';
import { askIn, clockIn, due, hour, opened, policy, promise } from './desk.testing.ts';

describe('fault 14: one minute is lost each midnight', () => {
  const day = 24 * hour;
  const roundTheClock = compileCalendar({ ...alwaysOpen('Asia/Shanghai'), id: 'always' }, { from: '2026-01-01', to: '2027-01-01' });
  const halves = { from: '00:00', to: '12:00' };
  const inHalves = compileCalendar(
    { ...alwaysOpen('Asia/Shanghai'), id: 'halves', week: Array.from({ length: 7 }, () => [halves, { from: '12:00', to: '24:00' }]) },
    { from: '2026-01-01', to: '2027-01-01' },
  );

  it.each([roundTheClock, inHalves])('thirty days from 00:00 to 24:00 are thirty days', (calendar) => {
    const policies = [policy([promise('resolution', 30 * day)], { calendar: calendar.calendar.id })];
    const clock = clockIn(askIn(calendar)(policies, [opened('2026-03-01T12:00')], '2026-03-31T12:00'), 'resolution');
    expect(clock.usedSeconds).toBe(30 * day);
    expect(due(clock)).toBe('2026-03-31T12:00:00');
    expect(clock.intervals).toHaveLength(1);
  });
});
