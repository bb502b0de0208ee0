import { describe, expect, it } from 'vitest';
import { secondsByParty } from '../clock/index.ts';
import { ask, clockIn, hour, opened, policy, promise, saved } from './desk.testing.ts';

describe('fault 21: the time between solving and reopening is counted as pending', () => {
  const events = [
    opened('2026-11-16T09:00'),
    saved('2026-11-16T11:00', { status: 'solved' }),
    saved('2026-11-17T11:00', { status: 'open' }),
  ];
  const clock = clockIn(ask([policy([promise('resolution', 8 * hour)])], events, '2026-11-17T12:00'), 'resolution');

  it('the ledger says that the clock was stopped', () => {
    expect(clock.intervals.map(({ kind }) => kind)).toEqual(['running', 'stopped', 'running']);
    expect(clock.usedSeconds).toBe(3 * hour);
  });

  it('nobody is given a minute of waiting', () => {
    expect(secondsByParty(clock).map(({ paused, stopped }) => [paused, stopped])).toEqual([[0, 24 * hour]]);
  });
});
