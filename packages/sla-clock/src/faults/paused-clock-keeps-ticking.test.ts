import { describe, expect, it } from 'vitest';
import { ask, clockIn, hour, opened, policy, promise, saved, time } from './desk.testing.ts';

describe('fault 2: a paused clock keeps ticking', () => {
  const policies = [policy([promise('resolution', 8 * hour)])];
  const events = [opened('2026-11-16T09:00'), saved('2026-11-16T10:00', { status: 'pending' })];

  it.each(['2026-11-16T10:00', '2026-11-16T17:00', '2026-12-16T12:00'])(
    'has used one hour at %s as at the beginning of the pause',
    (now) => {
      const clock = clockIn(ask(policies, events, now), 'resolution');
      expect(clock.usedSeconds).toBe(hour);
      expect(clock.status).toEqual({ kind: 'paused', reason: 'awaiting-customer' });
    },
  );

  it('has all that was left when it goes on: 7 hours of the next day', () => {
    expect(clockIn(ask(policies, events, '2026-11-17T09:00'), 'resolution').deadline).toEqual({
      kind: 'held',
      ifResumedNow: time('2026-11-17T16:00'),
    });
  });
});
