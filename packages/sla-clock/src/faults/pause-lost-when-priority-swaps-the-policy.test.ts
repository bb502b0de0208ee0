import { describe, expect, it } from 'vitest';
import { ask, clockIn, due, hour, opened, policy, promise, saved } from './desk.testing.ts';

describe('fault 4: the pause is lost when a change of priority swaps the policy', () => {
  const normal = policy([promise('resolution', 40 * hour)], { id: 'normal', scope: { priority: ['P3'] } });
  const urgent = policy([promise('resolution', 4 * hour, { pauses: [] })], { id: 'urgent', scope: { priority: ['P1'] } });
  const events = [
    opened('2026-11-16T09:00', { fields: { priority: 'P3' } }),
    saved('2026-11-16T10:00', { status: 'pending' }),
    saved('2026-11-16T13:00', { status: 'open' }),
    saved('2026-11-16T14:00', { fields: { priority: 'P1' } }),
  ];

  it('the new policy counts from the opening and keeps the three hours of the pause', () => {
    const clock = clockIn(ask([normal, urgent], events, '2026-11-16T14:30'), 'resolution');
    expect(clock.policy.id).toBe('urgent');
    expect(clock.startedAt).toBe(events[0]?.at);
    expect(clock.usedSeconds).toBe(2.5 * hour);
    expect(due(clock)).toBe('2026-11-16T16:00:00');
    expect(clock.intervals.filter(({ kind }) => kind === 'paused')).toHaveLength(1);
  });

  it('a pause that lasts when the policies change goes on when the new one knows it', () => {
    const knowing = { ...urgent, targets: [promise('resolution', 4 * hour)] };
    const during = [...events.slice(0, 2), saved('2026-11-16T11:00', { fields: { priority: 'P1' } })];
    expect(clockIn(ask([normal, knowing], during, '2026-11-16T17:00'), 'resolution')).toMatchObject({
      usedSeconds: hour,
      status: { kind: 'paused' },
    });
    // A policy without this pause lets the clock run from its takeover on: 1 h before the pause, 6 h since 11:00.
    expect(clockIn(ask([normal, urgent], during, '2026-11-16T17:00'), 'resolution').usedSeconds).toBe(7 * hour);
  });
});
