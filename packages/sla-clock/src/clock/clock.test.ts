import { describe, expect, it } from 'vitest';
import {
  answer,
  ask,
  askIn,
  clockIn,
  due,
  hour,
  minute,
  office,
  officeCalendar,
  opened,
  policy,
  promise,
  question,
  saved,
  statuses,
  time,
} from '../faults/desk.testing.ts';
import { alwaysOpen, compileCalendar } from '../calendar/index.ts';
import { changed, fieldIn, statusIn, type Reopening } from '../policy/index.ts';
import { compileAgreements, projectClocks, runClock, type ClockEvent } from './index.ts';

describe('a case that comes back', () => {
  // Solved after 2 h, reopened the next day at 11:00, asked about at 12:00; the goal is 4 h.
  const events = [
    opened('2026-11-16T09:00'),
    saved('2026-11-16T11:00', { status: 'solved' }),
    saved('2026-11-17T11:00', { status: 'open' }),
  ];
  const clocks = (reopening: Reopening, more: readonly ClockEvent[] = []) =>
    ask([policy([promise('resolution', 4 * hour, { reopening })])], [...events, ...more], '2026-11-17T12:00').clocks;
  const inShort = (reopening: Reopening, more: readonly ClockEvent[] = []) =>
    clocks(reopening, more).map((clock) => [clock.cycle, clock.status.kind, clock.usedSeconds / hour, due(clock)]);

  it('goes on with what it had used', () => {
    expect(inShort('continue')).toEqual([[1, 'running', 3, '2026-11-17T13:00:00']]);
  });

  it('gets a new cycle, and both are judged', () => {
    expect(inShort('new-cycle')).toEqual([
      [1, 'met', 2, '2026-11-16T13:00:00'],
      [2, 'running', 1, '2026-11-17T15:00:00'],
    ]);
  });

  it('is reset: the first cycle is kept and judged no more', () => {
    expect(inShort('reset')).toEqual([
      [1, 'reset', 2, '2026-11-16T13:00:00'],
      [2, 'running', 1, '2026-11-17T15:00:00'],
    ]);
    expect(clocks('reset')[0]?.intervals).toHaveLength(1);
  });

  it('changes nothing', () => {
    expect(inShort('once')).toEqual([[1, 'met', 2, '2026-11-16T13:00:00']]);
  });

  it('is judged anew when it goes on and is solved late', () => {
    const late = [saved('2026-11-17T11:30', { status: 'on-hold' }), saved('2026-11-17T11:59', { status: 'solved' })];
    expect(inShort('continue', late)).toEqual([[1, 'met', 2.5, '2026-11-17T13:29:00']]);
  });
});

describe('conditions of a target', () => {
  const start = { while: fieldIn('type', 'incident') } as const;
  const typed = [policy([promise('resolution', 8 * hour, { start })])];

  it('a standing start withdraws the promise when it ceases, and takes it up again', () => {
    const events = [
      opened('2026-11-16T09:00', { fields: { type: 'incident' } }),
      saved('2026-11-16T10:00', { fields: { type: 'request' } }),
      saved('2026-11-16T12:00', { fields: { type: 'incident' } }),
    ];
    expect(clockIn(ask(typed, events.slice(0, 2), '2026-11-16T11:00'), 'resolution').status).toEqual({
      kind: 'cancelled',
      at: time('2026-11-16T10:00'),
      because: 'start-ceased',
    });
    expect(clockIn(ask(typed, events, '2026-11-16T13:00'), 'resolution')).toMatchObject({
      usedSeconds: 2 * hour,
      cycle: 1,
      status: { kind: 'running' },
    });
  });

  it('a start that comes later is where the clock begins', () => {
    const events = [
      opened('2026-11-16T09:00', { fields: { type: 'request' } }),
      saved('2026-11-16T12:00', { fields: { type: 'incident' } }),
    ];
    expect(clockIn(ask(typed, events, '2026-11-16T13:00'), 'resolution')).toMatchObject({
      usedSeconds: hour,
      startedAt: time('2026-11-16T12:00'),
    });
  });

  it('a solved case starts no clock when somebody tidies up its type', () => {
    const events = [
      opened('2026-11-16T09:00', { fields: { type: 'request' } }),
      saved('2026-11-16T12:00', { status: 'solved' }),
      saved('2026-11-16T13:00', { fields: { type: 'incident' } }),
    ];
    expect(ask(typed, events, '2026-11-16T14:00').clocks).toEqual([]);
  });

  it('a cancelled case that is taken up again goes on', () => {
    const events = [
      opened('2026-11-16T09:00'),
      saved('2026-11-16T10:00', { status: 'cancelled' }),
      saved('2026-11-16T15:00', { status: 'open' }),
    ];
    const clock = clockIn(ask([policy([promise('resolution', 8 * hour)])], events, '2026-11-16T16:00'), 'resolution');
    expect([clock.usedSeconds, clock.intervals.map(({ kind }) => kind)]).toEqual([2 * hour, ['running', 'stopped', 'running']]);
  });

  it('a reset starts over, once for each time it is met', () => {
    const resets = [policy([promise('resolution', 8 * hour, { reset: statusIn('pending'), pauses: [] })])];
    const events = [
      opened('2026-11-16T09:00'),
      saved('2026-11-16T10:00', { status: 'pending' }),
      saved('2026-11-16T11:00', { fields: { colour: 'red' } }),
      saved('2026-11-16T12:00', { status: 'open' }),
      saved('2026-11-16T13:00', { status: 'pending' }),
    ];
    expect(
      ask(resets, events, '2026-11-16T15:00').clocks.map(({ cycle, status, usedSeconds }) => [cycle, status.kind, usedSeconds / hour]),
    ).toEqual([
      [1, 'reset', 1],
      [2, 'reset', 3],
      [3, 'running', 2],
    ]);
  });

  it('a change is met at the save that makes it', () => {
    const onEscalation = [policy([promise('resolution', 8 * hour, { reset: changed('level') })])];
    const events = [
      opened('2026-11-16T09:00', { fields: { level: 1 } }),
      saved('2026-11-16T10:00', { fields: { level: 1 } }),
      saved('2026-11-16T11:00', { fields: { level: 2 } }),
    ];
    expect(ask(onEscalation, events, '2026-11-16T12:00').clocks).toHaveLength(2);
  });

  it('a pause with an end of its own lasts until that end', () => {
    const until = {
      reason: 'customer',
      name: { zh: '等待客户', en: 'waiting' },
      when: statusIn('pending'),
      until: fieldIn('answered-by', 'customer'),
    };
    const events = [
      opened('2026-11-16T09:00'),
      saved('2026-11-16T10:00', { status: 'pending' }),
      saved('2026-11-16T11:00', { status: 'open' }),
      saved('2026-11-16T12:00', { fields: { 'answered-by': 'customer' } }),
    ];
    const run = (now: string) => clockIn(ask([policy([promise('resolution', 8 * hour, { pauses: [until] })])], events, now), 'resolution');
    expect(run('2026-11-16T11:30').status.kind).toBe('paused');
    expect(run('2026-11-16T13:00')).toMatchObject({ usedSeconds: 2 * hour, status: { kind: 'running' } });
  });

  it('the promises of a case pause for different reasons', () => {
    const targets = [promise('resolution', 8 * hour), promise('requester-wait', 8 * hour), promise('agent-work', 8 * hour)];
    const events = [
      opened('2026-11-16T09:00'),
      saved('2026-11-16T10:00', { status: 'on-hold' }),
      saved('2026-11-16T12:00', { status: 'pending' }),
    ];
    expect(
      ask([policy(targets)], events, '2026-11-16T15:00').clocks.map(({ target, usedSeconds }) => [target, usedSeconds / hour]),
    ).toEqual([
      ['resolution', 1],
      ['requester-wait', 3],
      ['agent-work', 1],
    ]);
  });
});

describe('what is asked of the clock', () => {
  const policies = [policy([promise('first-response', hour), promise('resolution', 8 * hour)])];
  const agreements = compileAgreements(policies, [office]);
  const at = time('2026-11-16T09:00');

  it('the opening may carry the answer already', () => {
    const call = [opened('2026-11-16T09:00', { message: answer, status: 'solved' })];
    expect(ask(policies, call, '2026-11-17T09:00').clocks.map(({ status, usedSeconds }) => [status.kind, usedSeconds])).toEqual([
      ['met', 0],
      ['met', 0],
    ]);
  });

  it('a customer who writes again before the first response waits for one answer', () => {
    const both = [policy([promise('first-response', 4 * hour), promise('next-reply', hour)])];
    const events = [opened('2026-11-16T09:00', { message: question }), saved('2026-11-16T10:00', { message: question })];
    expect(ask(both, events, '2026-11-16T12:00').clocks.map(({ target }) => target)).toEqual(['first-response']);
  });

  it('nothing is promised before the opening, and nothing recorded later is known', () => {
    expect(runClock(agreements, [opened('2026-11-16T09:00')], at - 1).clocks).toEqual([]);
    const events = [opened('2026-11-16T09:00'), saved('2026-11-16T10:00', { status: 'solved' })];
    expect(clockIn(runClock(agreements, events, at + 30 * minute), 'resolution').status.kind).toBe('running');
  });

  it('counts by the version of the calendar that it is given', () => {
    const closedOnMonday = compileCalendar(
      { ...officeCalendar, version: 2, overrides: [{ date: '2026-11-16', kind: 'closure' }] },
      { from: '2026-01-01', to: '2027-01-01' },
    );
    const clock = clockIn(askIn(closedOnMonday)(policies, [opened('2026-11-16T09:00')], '2026-11-16T12:00'), 'resolution');
    expect([clock.calendar.version, due(clock)]).toEqual([2, '2026-11-17T17:00:00']);
  });

  it('a deadline after the last year is outside, and the case runs', () => {
    const endless = [policy([promise('resolution', 200 * 366 * 86_400)], { calendar: 'always' })];
    const always = compileCalendar({ ...alwaysOpen('UTC'), id: 'always' }, { from: '2026-01-01', to: '2027-01-01' });
    const ledger = askIn(always)(endless, [opened('2026-11-16T09:00')], '2026-11-16T12:00');
    expect(clockIn(ledger, 'resolution')).toMatchObject({ deadline: { kind: 'outside' }, status: { kind: 'running' } });
    expect(projectClocks(ledger)[0]?.dueAt).toBeNull();
  });

  it.each<[string, readonly ClockEvent[], number]>([
    ['no events', [], at],
    ['a save before the opening', [saved('2026-11-16T09:00', {})], at],
    ['two openings', [opened('2026-11-16T09:00'), opened('2026-11-16T10:00')], at],
    ['events that go back in time', [opened('2026-11-16T09:00'), saved('2026-11-16T08:59', {})], at],
    ['an instant that is no number', [opened('2026-11-16T09:00', { at: Number.NaN })], at],
    ['an instant in fractions of a second', [opened('2026-11-16T09:00', { at: 0.5 })], at],
    ['an instant in milliseconds', [opened('2026-11-16T09:00', { at: at * 1000 })], at * 1000],
    ['a moment that is no number', [opened('2026-11-16T09:00')], Number.NaN],
    ['a moment after 2199', [opened('2026-11-16T09:00')], Date.UTC(2300, 0, 1) / 1000],
    [
      'an exclusion that ends before it begins',
      [opened('2026-11-16T09:00'), { kind: 'excluded', at, from: at + 1, to: at, reason: '', approvedBy: '' }],
      at,
    ],
  ])('refuses %s', (_, events, now) => {
    expect(() => runClock(agreements, events, now)).toThrow(RangeError);
  });

  it('refuses agreements that cannot be told apart or counted', () => {
    const standard = policy([promise('resolution', hour)]);
    expect(() => compileAgreements([standard, standard], [office])).toThrow(/two policies standard version 1/);
    expect(() => compileAgreements([standard], [])).toThrow(/calendar office/);
    expect(() => compileAgreements([], [office, office])).toThrow(/two calendars/);
    expect(() => compileAgreements([policy([promise('resolution', 0)])], [office])).toThrow(RangeError);
  });

  it('leaves what it is given as it was', () => {
    const events = [opened('2026-11-16T09:00', { fields: { priority: 'P3' } }), saved('2026-11-16T10:00', { status: 'pending' })];
    const before = JSON.stringify([events, policies, statuses]);
    runClock(agreements, events, at + 5 * hour);
    expect(JSON.stringify([events, policies, statuses])).toBe(before);
  });
});
