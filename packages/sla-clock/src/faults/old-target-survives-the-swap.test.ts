import { describe, expect, it } from 'vitest';
import { ask, clockIn, due, hour, opened, policy, promise, saved, step, time } from './desk.testing.ts';

describe('fault 5: the old target survives the swap', () => {
  const warn = [step('warning', { kind: 'percent', percent: 50 })];
  const normal = policy([promise('resolution', 8 * hour, { steps: warn }), promise('periodic-update', hour)], {
    id: 'normal',
    scope: { priority: ['P3'] },
  });
  const low = policy([promise('resolution', 16 * hour, { steps: warn })], { id: 'low', scope: { priority: ['P4'] } });
  const events = [opened('2026-11-16T09:00', { fields: { priority: 'P3' } }), saved('2026-11-16T10:00', { fields: { priority: 'P4' } })];
  const ledger = ask([normal, low], events, '2026-11-16T17:30');
  const clock = clockIn(ledger, 'resolution');

  it('there is one clock with one deadline, that of the new policy', () => {
    expect(ledger.clocks).toHaveLength(1);
    expect(due(clock)).toBe('2026-11-17T16:00:00');
    expect(clock.status.kind).toBe('running');
  });

  it('no step of the old one comes any more', () => {
    // Half of 8 h would have been 13:00; half of 16 h is 17:00.
    expect(clock.steps.map(({ state }) => state)).toEqual([{ kind: 'fired', at: time('2026-11-16T17:00') }]);
  });

  it('a promise that the new policy does not make is withdrawn', () => {
    const answered = [
      ...events.slice(0, 1),
      saved('2026-11-16T09:30', { message: { from: 'team', visibleToCustomer: true } }),
      ...events.slice(1),
    ];
    expect(clockIn(ask([normal, low], answered, '2026-11-16T17:30'), 'periodic-update').status).toEqual({
      kind: 'cancelled',
      at: time('2026-11-16T10:00'),
      because: 'no-policy',
    });
  });
});
