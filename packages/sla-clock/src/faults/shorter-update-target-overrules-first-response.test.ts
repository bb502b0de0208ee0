import { describe, expect, it } from 'vitest';
import { answer, ask, clockIn, due, hour, opened, policy, promise, saved } from './desk.testing.ts';

describe('fault 10: a shorter update target overrules first response', () => {
  const policies = [policy([promise('periodic-update', hour), promise('first-response', 4 * hour)])];

  it('there is no update to give before the first response', () => {
    const { clocks } = ask(policies, [opened('2026-11-16T09:00')], '2026-11-16T12:30');
    expect(clocks.map((clock) => [clock.target, clock.status.kind, due(clock)])).toEqual([
      ['first-response', 'running', '2026-11-16T13:00:00'],
    ]);
  });

  it('the update counts from the first response on', () => {
    const ledger = ask(policies, [opened('2026-11-16T09:00'), saved('2026-11-16T12:00', { message: answer })], '2026-11-16T12:30');
    expect(clockIn(ledger, 'first-response').status.kind).toBe('met');
    expect(due(clockIn(ledger, 'periodic-update'))).toBe('2026-11-16T13:00:00');
  });
});
