import { describe, expect, it } from 'vitest';
import { ask, clockIn, due, hour, opened, policy, promise, saved, step, time } from './desk.testing.ts';

describe('fault 22: a case is created in a paused or closed state', () => {
  const steps = [step('breach', { kind: 'percent', percent: 100 })];
  const policies = [policy([promise('first-response', hour), promise('resolution', 2 * hour, { steps })])];

  it('created pending it is paused from the first second, and runs when it is taken up', () => {
    const pending = opened('2026-11-16T09:00', { status: 'pending' });
    expect(clockIn(ask(policies, [pending], '2026-11-18T12:00'), 'resolution')).toMatchObject({
      status: { kind: 'paused' },
      usedSeconds: 0,
      startedAt: time('2026-11-16T09:00'),
    });
    const resumed = [pending, saved('2026-11-18T12:00', { status: 'open' })];
    expect(due(clockIn(ask(policies, resumed, '2026-11-18T12:00'), 'resolution'))).toBe('2026-11-18T14:00:00');
  });

  it.each(['solved', 'closed'])('created %s it has kept its promises at once and raises no alert', (status) => {
    const { clocks } = ask(policies, [opened('2026-11-16T09:00', { status })], '2026-11-18T12:00');
    expect(clocks.map((clock) => [clock.target, clock.status, clock.usedSeconds])).toEqual([
      ['first-response', { kind: 'met', at: time('2026-11-16T09:00') }, 0],
      ['resolution', { kind: 'met', at: time('2026-11-16T09:00') }, 0],
    ]);
    expect(clocks.flatMap((clock) => clock.steps.map(({ state }) => state.kind))).toEqual(['skipped']);
  });
});
