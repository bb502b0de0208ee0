import { describe, expect, it } from 'vitest';
import { never } from '../policy/index.ts';
import { projectClocks } from '../clock/index.ts';
import { ask, hour, opened, policy, promise, saved, step, time } from './desk.testing.ts';

describe('fault 23: alerts on closed cases', () => {
  const steps = [
    step('warning', { kind: 'percent', percent: 75 }),
    step('breach', { kind: 'percent', percent: 100 }),
    step('after', { kind: 'offset', seconds: hour }),
  ];
  // Conditions that forget what a closed case is.
  const forgetful = policy([
    promise('resolution', 2 * hour, { steps, stop: never, cancel: never }),
    promise('first-response', 2 * hour, { steps, stop: never }),
  ]);

  it('a case closed in time has no step to come, whatever the conditions say', () => {
    const ledger = ask([forgetful], [opened('2026-11-16T09:00'), saved('2026-11-16T10:00', { status: 'closed' })], '2026-12-01T12:00');
    expect(ledger.clocks.flatMap((clock) => clock.steps.map(({ state }) => state))).toEqual(
      Array.from({ length: 6 }, () => ({ kind: 'skipped', because: 'clock-over' })),
    );
    expect(projectClocks(ledger).flatMap((clock) => clock.steps)).toEqual([]);
  });

  it('a case closed at the very instant of a step does not see it', () => {
    const [clock] = ask(
      [forgetful],
      [opened('2026-11-16T09:00'), saved('2026-11-16T10:30', { status: 'closed' })],
      '2026-12-01T12:00',
    ).clocks;
    expect(clock?.steps.map(({ state }) => state.kind)).toEqual(['skipped', 'skipped', 'skipped']);
  });

  it('a case closed late has the steps of before and none of after', () => {
    const ledger = ask([forgetful], [opened('2026-11-16T09:00'), saved('2026-11-16T11:30', { status: 'cancelled' })], '2026-12-01T12:00');
    expect(ledger.clocks[0]?.steps.map(({ state }) => state)).toEqual([
      { kind: 'fired', at: time('2026-11-16T10:30') },
      { kind: 'fired', at: time('2026-11-16T11:00') },
      { kind: 'skipped', because: 'clock-over' },
    ]);
  });
});
