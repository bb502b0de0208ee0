import { describe, expect, it } from 'vitest';
import {
  answer,
  ask,
  carrier,
  clockIn,
  due,
  firstLine,
  hour,
  opened,
  policy,
  promise,
  saved,
  secondLine,
  step,
  time,
} from '../faults/desk.testing.ts';

import { happened } from '../policy/index.ts';
import { attributeBreach, secondsByParty, type ClockEvent } from './index.ts';

describe('excluded time', () => {
  const policies = [policy([promise('resolution', 4 * hour)])];
  const storm = (at: string, from: string, to: string): ClockEvent => ({
    kind: 'excluded',
    at: time(at),
    from: time(from),
    to: time(to),
    reason: 'storm',
    approvedBy: 'Li',
  });

  it('entered afterwards it leaves the clock, and takes a breach back', () => {
    const late = [opened('2026-11-16T09:00'), saved('2026-11-16T15:00', { status: 'solved' })];
    expect(clockIn(ask(policies, late, '2026-11-18T12:00'), 'resolution').status.kind).toBe('missed');
    const excluded = [...late, storm('2026-11-18T10:00', '2026-11-16T10:00', '2026-11-16T13:00')];
    const clock = clockIn(ask(policies, excluded, '2026-11-18T12:00'), 'resolution');
    expect([clock.status.kind, clock.usedSeconds]).toEqual(['met', 3 * hour]);
    expect(clock.intervals[1]).toMatchObject({ kind: 'excluded', reason: 'storm', approvedBy: 'Li', workingSeconds: 3 * hour });
    // Who asks what was known before it was entered gets the old answer.
    expect(clockIn(ask(policies, excluded, '2026-11-17T12:00'), 'resolution').status.kind).toBe('missed');
  });

  it('known beforehand it moves the deadline beyond it', () => {
    const events = [opened('2026-11-16T09:00'), storm('2026-11-16T09:30', '2026-11-16T12:00', '2026-11-16T14:00')];
    expect(due(clockIn(ask(policies, events, '2026-11-16T10:00'), 'resolution'))).toBe('2026-11-16T15:00:00');
    expect(clockIn(ask(policies, events, '2026-11-16T13:00'), 'resolution').status.kind).toBe('excluded');
    expect(due(clockIn(ask(policies, events, '2026-11-16T14:30'), 'resolution'))).toBe('2026-11-16T15:00:00');
  });

  it('two that overlap take the time out once', () => {
    const events = [
      opened('2026-11-16T09:00'),
      storm('2026-11-16T17:00', '2026-11-16T10:00', '2026-11-16T12:00'),
      storm('2026-11-16T17:00', '2026-11-16T11:00', '2026-11-16T13:00'),
    ];
    expect(clockIn(ask(policies, events, '2026-11-16T17:00'), 'resolution').usedSeconds).toBe(5 * hour);
  });

  it('its ends start no clock that had stopped', () => {
    const untilReply = [policy([promise('resolution', 4 * hour, { stop: happened('team-reply') })])];
    const events = [
      opened('2026-11-16T09:00'),
      saved('2026-11-16T10:00', { message: answer }),
      storm('2026-11-16T11:00', '2026-11-16T12:00', '2026-11-16T13:00'),
    ];
    expect(clockIn(ask(untilReply, events, '2026-11-16T17:00'), 'resolution').status).toEqual({
      kind: 'met',
      at: time('2026-11-16T10:00'),
    });
  });

  it('steps wait for its end', () => {
    const steps = [step('half', { kind: 'percent', percent: 50 })];
    const events = [opened('2026-11-16T09:00'), storm('2026-11-16T09:30', '2026-11-16T10:00', '2026-11-16T14:00')];
    const clock = clockIn(ask([policy([promise('resolution', 4 * hour, { steps })])], events, '2026-11-16T09:30'), 'resolution');
    expect(clock.steps.map(({ state }) => state)).toEqual([{ kind: 'due', at: time('2026-11-16T15:00') }]);
  });
});

describe('agreements behind the promise', () => {
  const policies = [
    policy([promise('resolution', 8 * hour)]),
    policy([promise('agent-work', 2 * hour)], { id: 'first', agreement: { kind: 'ola', team: 'first-line' } }),
    policy([promise('agent-work', 4 * hour)], { id: 'second', agreement: { kind: 'ola', team: 'second-line' } }),
    policy([promise('resolution', 2 * hour, { pauses: [] })], {
      id: 'line',
      agreement: { kind: 'supplier-contract', supplier: 'carrier' },
    }),
  ];
  // First line 3 h, second line 1 h, carrier 3 h, second line 2 h: solved at 09:00 of the next day + 0 h.
  const events = [
    opened('2026-11-16T09:00'),
    saved('2026-11-16T12:00', { party: secondLine, status: 'open' }),
    saved('2026-11-16T13:00', { party: carrier, status: 'on-hold' }),
    saved('2026-11-16T16:00', { party: secondLine, status: 'open' }),
    saved('2026-11-17T10:00', { status: 'solved', message: answer }),
  ];
  const ledger = ask(policies, events, '2026-11-18T09:00');

  it('run beside it, each for its own party', () => {
    expect(ledger.clocks.map(({ policy: { id }, status, usedSeconds }) => [id, status.kind, usedSeconds / hour])).toEqual([
      ['standard', 'met', 7],
      ['first', 'missed', 3],
      ['second', 'met', 4],
      ['line', 'missed', 3],
    ]);
  });

  it('the time of the promise divides by who held the case', () => {
    expect(secondsByParty(clockIn(ledger, 'resolution'))).toEqual([
      { party: firstLine, running: 3 * hour, outsideHours: 0, paused: 0, heldByOthers: 0, excluded: 0, stopped: 0 },
      { party: secondLine, running: 4 * hour, outsideHours: 15 * hour, paused: 0, heldByOthers: 0, excluded: 0, stopped: 0 },
      { party: carrier, running: 0, outsideHours: 0, paused: 3 * hour, heldByOthers: 0, excluded: 0, stopped: 0 },
    ]);
  });

  it('a breach divides into who used the goal up and who was late', () => {
    const tight = ask([policy([promise('resolution', 5 * hour, { pauses: [] })])], events, '2026-11-18T09:00');
    const attribution = attributeBreach(clockIn(tight, 'resolution'));
    expect(attribution?.breachedAt).toBe(time('2026-11-16T14:00'));
    expect(attribution?.until.map(({ party, running }) => [party, running / hour])).toEqual([
      [firstLine, 3],
      [secondLine, 1],
      [carrier, 1],
    ]);
    expect(attribution?.after.map(({ party, running, outsideHours }) => [party, running / hour, outsideHours / hour])).toEqual([
      [carrier, 2, 0],
      [secondLine, 3, 15],
    ]);
    expect(attributeBreach(clockIn(ledger, 'resolution'))).toBeNull();
  });
});
