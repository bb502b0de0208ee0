import { describe, expect, it } from 'vitest';
import { explain } from '../explain/index.ts';
import { ask, clockIn, hour, opened, policy, promise, saved, time } from './desk.testing.ts';

describe('fault 30: a hold entered on a holiday looks unpaused', () => {
  const policies = [policy([promise('resolution', 8 * hour)])];
  const events = [opened('2026-09-30T17:00'), saved('2026-10-02T10:00', { status: 'pending' })];
  const ledger = ask(policies, events, '2026-10-03T12:00');
  const clock = clockIn(ledger, 'resolution');

  it('the ledger shows the hold from the moment it was entered, with no working time in it yet', () => {
    expect(clock.status.kind).toBe('paused');
    expect(clock.intervals.map(({ kind, from, to, workingSeconds }) => [kind, from, to, workingSeconds])).toEqual([
      ['running', time('2026-09-30T17:00'), time('2026-09-30T18:00'), hour],
      ['outside-hours', time('2026-09-30T18:00'), time('2026-10-02T10:00'), 0],
      ['paused', time('2026-10-02T10:00'), time('2026-10-03T12:00'), 0],
    ]);
  });

  it('and the explanation says it in words', () => {
    expect(explain(ledger, 'zh')[0]?.steps.find(({ text }) => text.includes('暂停'))?.text).toBe(
      '2026-10-02 周五 10:00 至 2026-10-03 周六 12:00：暂停（等待客户），其间工作时间 0 分不计。',
    );
  });
});
