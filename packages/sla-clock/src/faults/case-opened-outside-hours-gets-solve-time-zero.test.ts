import { describe, expect, it } from 'vitest';
import { ask, clockIn, due, hour, opened, policy, promise } from './desk.testing.ts';

describe('fault 18: a case opened outside hours gets the solve time 0', () => {
  const fourHours = [policy([promise('resolution', 4 * hour)])];

  it.each([
    ['on Saturday', '2026-11-21T15:00', '2026-11-23T13:00:00'],
    ['before opening', '2026-11-16T06:00', '2026-11-16T13:00:00'],
    ['after closing', '2026-11-16T22:00', '2026-11-17T13:00:00'],
    ['at closing time', '2026-11-16T18:00', '2026-11-17T13:00:00'],
    ['on a public holiday', '2026-10-01T10:00', '2026-10-08T13:00:00'],
  ])('opened %s it has the whole time from the next opening on', (_, at, expected) => {
    const clock = clockIn(ask(fourHours, [opened(at)], at), 'resolution');
    expect(due(clock)).toBe(expected);
    expect(clock.status.kind).toBe('running');
  });

  it('the end of the business day is that of the next one', () => {
    const sameDay = policy([promise('resolution', hour, { goal: { kind: 'business-day-end', days: 0 } })]);
    const nextDay = policy([promise('resolution', hour, { goal: { kind: 'business-day-end', days: 1 } })]);
    expect(due(clockIn(ask([sameDay], [opened('2026-11-21T15:00')], '2026-11-21T15:00'), 'resolution'))).toBe('2026-11-23T18:00:00');
    expect(due(clockIn(ask([nextDay], [opened('2026-11-20T15:00')], '2026-11-20T15:00'), 'resolution'))).toBe('2026-11-23T18:00:00');
  });
});
