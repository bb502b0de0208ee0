import { describe, expect, it } from 'vitest';
import { projectClocks } from '../clock/index.ts';
import { ask, hour, opened, policy, promise, saved, step } from './desk.testing.ts';

describe('fault 29: a race at the limit under load', () => {
  const steps = [step('warning', { kind: 'percent', percent: 75 }), step('breach', { kind: 'percent', percent: 100 })];
  const policies = [policy([promise('resolution', 4 * hour, { steps })])];
  const events = [opened('2026-11-16T09:00'), saved('2026-11-16T10:00', { status: 'open' })];

  it('workers that look a second apart around the limit store the same bytes', () => {
    const looks = ['2026-11-16T12:59:59', '2026-11-16T13:00:00', '2026-11-16T13:00:01', '2026-11-16T15:00:00'];
    const stored = new Set(looks.map((now) => JSON.stringify(projectClocks(ask(policies, events, now)))));
    expect(stored.size).toBe(1);
  });

  it('a step has one key, whoever comes upon it and whenever, so that it is done once', () => {
    const fired = ['2026-11-16T13:00:01', '2026-11-16T13:00:02', '2026-11-17T09:00'].flatMap((now) =>
      ask(policies, events, now).clocks.flatMap((clock) => clock.steps.filter(({ state }) => state.kind === 'fired').map(({ key }) => key)),
    );
    expect(fired).toHaveLength(6);
    expect([...new Set(fired)]).toEqual(['sla/resolution/1/standard/14400/warning', 'sla/resolution/1/standard/14400/breach']);
  });

  it('two saves of one second count in the order in which they were recorded', () => {
    const both = [saved('2026-11-16T11:00', { status: 'pending' }), saved('2026-11-16T11:00', { status: 'open' })];
    const running = ask(policies, [...events, ...both], '2026-11-16T12:00').clocks[0];
    const paused = ask(policies, [...events, ...both.reverse()], '2026-11-16T12:00').clocks[0];
    expect([running?.usedSeconds, paused?.usedSeconds]).toEqual([3 * hour, 2 * hour]);
  });
});
