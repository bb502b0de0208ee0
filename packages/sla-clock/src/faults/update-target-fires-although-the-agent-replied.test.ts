import { describe, expect, it } from 'vitest';
import { answer, ask, due, hour, opened, policy, promise, saved } from './desk.testing.ts';

describe('fault 9: the update target fires although the agent replied', () => {
  const policies = [policy([promise('periodic-update', 2 * hour)])];

  it('each reply meets one update and starts the time of the next', () => {
    const events = [
      opened('2026-11-16T09:00'),
      saved('2026-11-16T09:30', { message: answer, status: 'open' }),
      saved('2026-11-16T11:00', { message: answer }),
      saved('2026-11-16T12:30', { message: answer }),
    ];
    const { clocks } = ask(policies, events, '2026-11-16T14:00');
    expect(clocks.map((clock) => [clock.cycle, clock.status.kind, clock.usedSeconds, due(clock)])).toEqual([
      [1, 'met', 1.5 * hour, '2026-11-16T11:30:00'],
      [2, 'met', 1.5 * hour, '2026-11-16T13:00:00'],
      [3, 'running', 1.5 * hour, '2026-11-16T14:30:00'],
    ]);
  });

  it('a late reply misses its update and no other', () => {
    const events = [
      opened('2026-11-16T09:00'),
      saved('2026-11-16T09:30', { message: answer }),
      saved('2026-11-16T12:00', { message: answer }),
    ];
    expect(ask(policies, events, '2026-11-16T13:00').clocks.map(({ status }) => status.kind)).toEqual(['missed', 'running']);
  });
});
