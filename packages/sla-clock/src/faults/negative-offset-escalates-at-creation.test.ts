import { describe, expect, it } from 'vitest';
import { lintPolicy } from '../policy/index.ts';
import { ask, clockIn, hour, opened, policy, promise, step, time } from './desk.testing.ts';

describe('fault 17: a negative offset escalates at creation', () => {
  const twoHoursBefore = [step('before', { kind: 'offset', seconds: -2 * hour })];

  it('a step that lies before the start of a short promise is skipped, and says why', () => {
    for (const goal of [hour, 2 * hour]) {
      const ledger = ask(
        [policy([promise('resolution', goal, { steps: twoHoursBefore })])],
        [opened('2026-11-16T09:00')],
        '2026-11-16T12:00',
      );
      expect(clockIn(ledger, 'resolution').steps.map(({ state }) => state)).toEqual([{ kind: 'skipped', because: 'longer-than-goal' }]);
    }
  });

  it('on a longer promise it comes two working hours before the deadline', () => {
    const ledger = ask(
      [policy([promise('resolution', 10 * hour, { steps: twoHoursBefore })])],
      [opened('2026-11-16T09:00')],
      '2026-11-16T09:00',
    );
    expect(clockIn(ledger, 'resolution').steps.map(({ state }) => state)).toEqual([{ kind: 'due', at: time('2026-11-16T17:00') }]);
  });

  it('whoever saves such a policy is told', () => {
    expect(lintPolicy(policy([promise('resolution', hour, { steps: twoHoursBefore })]), {})).toEqual([
      { code: 'step-before-start', target: 'resolution', step: 'before' },
    ]);
  });
});
