import { describe, expect, it } from 'vitest';
import { ask, clockIn, due, firstLine, hour, opened, policy, promise, saved, secondLine } from './desk.testing.ts';

describe('fault 20: the OLA restarts when a technician is added', () => {
  const policies = [policy([promise('agent-work', 6 * hour)], { id: 'second line', agreement: { kind: 'ola', team: 'second-line' } })];
  const handedOver = [opened('2026-11-16T09:00'), saved('2026-11-16T10:00', { party: secondLine, status: 'open' })];

  it('counts from the hand-over to the team, whoever of it works on the case', () => {
    const events = [
      ...handedOver,
      saved('2026-11-16T12:00', { fields: { technician: 'Li' } }),
      saved('2026-11-16T14:00', { fields: { technician: 'Wang' } }),
    ];
    const ledger = ask(policies, events, '2026-11-16T15:00');
    expect(ledger.clocks).toHaveLength(1);
    expect(clockIn(ledger, 'agent-work').usedSeconds).toBe(5 * hour);
    expect(due(clockIn(ledger, 'agent-work'))).toBe('2026-11-16T16:00:00');
  });

  it('goes on where it was when the case comes back from another team', () => {
    const events = [...handedOver, saved('2026-11-16T12:00', { party: firstLine }), saved('2026-11-16T15:00', { party: secondLine })];
    const clock = clockIn(ask(policies, events, '2026-11-16T16:00'), 'agent-work');
    expect(clock.usedSeconds).toBe(3 * hour);
    expect(clock.intervals.map(({ kind }) => kind)).toEqual(['running', 'held-by-others', 'running']);
    expect(due(clock)).toBe('2026-11-17T10:00:00');
  });
});
