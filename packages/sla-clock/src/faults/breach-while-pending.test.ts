import { describe, expect, it } from 'vitest';
import { projectClocks } from '../clock/index.ts';
import { ask, clockIn, hour, minute, opened, policy, promise, saved, step } from './desk.testing.ts';

describe('fault 3: a breach while the case is pending', () => {
  const policies = [policy([promise('resolution', 2 * hour, { steps: [step('breach', { kind: 'percent', percent: 100 })] })])];
  const events = [opened('2026-11-16T09:00'), saved('2026-11-16T10:30', { status: 'pending' })];
  const afterAWeek = ask(policies, events, '2026-11-23T12:00');

  it('does not happen: the clock is paused, its step held', () => {
    const clock = clockIn(afterAWeek, 'resolution');
    expect(clock.status.kind).toBe('paused');
    expect(clock.steps.map(({ state }) => state.kind)).toEqual(['held']);
  });

  it('is stored without a due time, so that no scan of due times finds it', () => {
    expect(projectClocks(afterAWeek)).toMatchObject([{ phase: 'paused', dueAt: null, usedSeconds: 90 * minute, steps: [] }]);
  });

  it('a breach before the pause stays one', () => {
    const late = [opened('2026-11-16T09:00'), saved('2026-11-16T11:01', { status: 'pending' })];
    expect(clockIn(ask(policies, late, '2026-11-23T12:00'), 'resolution').status.kind).toBe('overdue');
  });
});
