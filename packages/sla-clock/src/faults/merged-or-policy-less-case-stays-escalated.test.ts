import { describe, expect, it } from 'vitest';
import { projectClocks } from '../clock/index.ts';
import { ask, clockIn, hour, opened, policy, promise, saved, step, time } from './desk.testing.ts';

describe('fault 13: a merged or policy-less case stays escalated', () => {
  const steps = [step('breach', { kind: 'percent', percent: 100 }), step('chief', { kind: 'offset', seconds: 4 * hour })];
  const policies = [policy([promise('resolution', 2 * hour, { steps })], { scope: { service: ['mail'] } })];
  const lateCase = opened('2026-11-16T09:00', { fields: { service: 'mail' } });

  it('merging withdraws the promise and every step to come', () => {
    const ledger = ask(policies, [lateCase, { kind: 'merged', at: time('2026-11-16T12:00'), into: 'C-1' }], '2026-11-17T17:00');
    const clock = clockIn(ledger, 'resolution');
    expect(clock.status).toEqual({ kind: 'cancelled', at: time('2026-11-16T12:00'), because: 'merged' });
    expect(clock.steps.map(({ step: { id }, state }) => [id, state.kind])).toEqual([
      ['breach', 'fired'],
      ['chief', 'skipped'],
    ]);
    expect(projectClocks(ledger)[0]).toMatchObject({ phase: 'cancelled', endedAt: time('2026-11-16T12:00') });
  });

  it('so does a change to a service without an agreement', () => {
    const ledger = ask(policies, [lateCase, saved('2026-11-16T10:00', { fields: { service: 'none' } })], '2026-11-17T17:00');
    expect(clockIn(ledger, 'resolution').status).toEqual({ kind: 'cancelled', at: time('2026-11-16T10:00'), because: 'no-policy' });
    expect(clockIn(ledger, 'resolution').steps.every(({ state }) => state.kind === 'skipped')).toBe(true);
  });

  it('a case that no agreement ever held for has no clock', () => {
    expect(ask(policies, [opened('2026-11-16T09:00')], '2026-11-17T17:00').clocks).toEqual([]);
  });

  it('an agreement that comes back counts from the opening, the gap included', () => {
    const events = [
      lateCase,
      saved('2026-11-16T10:00', { fields: { service: 'none' } }),
      saved('2026-11-16T10:30', { fields: { service: 'mail' } }),
    ];
    expect(clockIn(ask(policies, events, '2026-11-16T10:45'), 'resolution')).toMatchObject({
      usedSeconds: 1.75 * hour,
      status: { kind: 'running' },
    });
  });
});
