import { describe, expect, it } from 'vitest';
import { ask, clockIn, due, hour, opened, policy, promise, saved } from './desk.testing.ts';

describe('fault 1: a hold that spans closed hours pushes the deadline too far', () => {
  const eightHours = [policy([promise('resolution', 8 * hour)])];

  it('moves the deadline by the working time of the hold, not by its length', () => {
    // On hold from 17:00 to 10:00: one working hour in the evening, one in the morning. 1 h used, 7 h left from 10:00 on.
    const events = [
      opened('2026-11-16T16:00'),
      saved('2026-11-16T17:00', { status: 'pending' }),
      saved('2026-11-17T10:00', { status: 'open' }),
    ];
    const clock = clockIn(ask(eightHours, events, '2026-11-17T11:00'), 'resolution');
    expect(due(clock)).toBe('2026-11-17T17:00:00');
    expect(clock.intervals.find(({ kind }) => kind === 'paused')?.workingSeconds).toBe(2 * hour);
  });

  it('does not move the deadline at all when the hold lies in closed hours', () => {
    const events = [
      opened('2026-11-20T17:00'),
      saved('2026-11-20T19:00', { status: 'pending' }),
      saved('2026-11-22T12:00', { status: 'open' }),
    ];
    expect(due(clockIn(ask([policy([promise('resolution', 2 * hour)])], events, '2026-11-23T09:30'), 'resolution'))).toBe(
      '2026-11-23T10:00:00',
    );
  });
});
