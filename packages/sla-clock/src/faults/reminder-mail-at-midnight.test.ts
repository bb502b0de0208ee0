import { describe, expect, it } from 'vitest';
import { ask, clockIn, hour, opened, policy, promise, saved, shown, step } from './desk.testing.ts';

describe('fault 26: the reminder mail comes at midnight', () => {
  const steps = [step('an hour before', { kind: 'offset', seconds: -hour }), step('an hour after', { kind: 'offset', seconds: hour })];
  const instants = (clock: { steps: readonly { state: object }[] }) =>
    clock.steps.map(({ state }) => ('at' in state ? shown(Number(state.at)) : null));

  it('an hour before a deadline at 09:30 is 17:30 of the evening before, an hour after one at 17:30 is 09:30', () => {
    const policies = [policy([promise('resolution', 9 * hour, { steps })])];
    expect(instants(clockIn(ask(policies, [opened('2026-11-16T09:30')], '2026-11-16T09:30'), 'resolution'))).toEqual([
      '2026-11-16T17:30:00',
      '2026-11-17T10:30:00',
    ]);
    expect(instants(clockIn(ask(policies, [opened('2026-11-19T17:30')], '2026-11-19T17:30'), 'resolution'))).toEqual([
      '2026-11-20T16:30:00',
      '2026-11-23T09:30:00',
    ]);
  });

  it('a priority raised at night wakes nobody: what is behind comes with the opening', () => {
    const normal = policy([promise('resolution', 40 * hour)], { id: 'normal', scope: { priority: ['P3'] } });
    const urgent = policy([promise('resolution', 2 * hour, { steps })], { id: 'urgent', scope: { priority: ['P1'] } });
    const events = [opened('2026-11-16T09:00', { fields: { priority: 'P3' } }), saved('2026-11-17T00:00', { fields: { priority: 'P1' } })];
    const clock = clockIn(ask([normal, urgent], events, '2026-11-17T00:00'), 'resolution');
    expect(clock.steps.map(({ state }) => state.kind)).toEqual(['skipped', 'due']);
    expect(instants(clock)).toEqual([null, '2026-11-17T09:00:00']);
  });
});
