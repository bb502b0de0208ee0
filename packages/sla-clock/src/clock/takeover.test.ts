import { describe, expect, it } from 'vitest';
import { ask, clockIn, due, hour, opened, policy, promise, saved, shown, step, time } from '../faults/desk.testing.ts';

import { fieldIn, statusIn } from '../policy/index.ts';
import { attributeBreach } from './index.ts';

describe('a takeover', () => {
  const steps = [
    step('half', { kind: 'percent', percent: 50 }),
    step('deadline', { kind: 'percent', percent: 100 }),
    step('chief', { kind: 'offset', seconds: hour }),
  ];
  const byPriority = (urgent: number) => [
    policy([promise('resolution', 40 * hour, { steps })], { id: 'normal', scope: { priority: ['P3'] } }),
    policy([promise('resolution', urgent, { steps })], { id: 'urgent', scope: { priority: ['P1'] } }),
  ];
  const raised = [opened('2026-11-16T09:00', { fields: { priority: 'P3' } }), saved('2026-11-16T17:00', { fields: { priority: 'P1' } })];

  it('is written down with both policies and their goals', () => {
    expect(clockIn(ask(byPriority(4 * hour), raised, '2026-11-16T17:00'), 'resolution').takeovers).toEqual([
      {
        at: time('2026-11-16T17:00'),
        from: { id: 'normal', version: 1, name: { zh: '标准协议', en: 'Standard agreement' } },
        to: { id: 'urgent', version: 1, name: { zh: '标准协议', en: 'Standard agreement' } },
        goalSecondsBefore: 40 * hour,
        goalSecondsAfter: 4 * hour,
      },
    ]);
  });

  it('a clock that is born breached sends one message, not a burst', () => {
    const clock = clockIn(ask(byPriority(4 * hour), raised, '2026-11-16T17:30'), 'resolution');
    expect(clock.status).toEqual({ kind: 'overdue', breachedAt: time('2026-11-16T17:00') });
    expect(due(clock)).toBe('2026-11-16T13:00:00');
    expect(clock.steps.map(({ step: { id }, state }) => [id, state])).toEqual([
      ['chief', { kind: 'fired', at: time('2026-11-16T17:00') }],
      ['half', { kind: 'skipped', because: 'before-takeover' }],
      ['deadline', { kind: 'skipped', because: 'before-takeover' }],
    ]);
  });

  it('what comes after it comes in its time', () => {
    const clock = clockIn(ask(byPriority(10 * hour), raised, '2026-11-16T17:00'), 'resolution');
    expect(clock.steps.map(({ step: { id }, state }) => [id, 'at' in state && shown(state.at)])).toEqual([
      ['half', '2026-11-16T17:00:00'],
      ['deadline', '2026-11-17T10:00:00'],
      ['chief', '2026-11-17T11:00:00'],
    ]);
  });

  it('a promise that changes to and fro warns once of each deadline', () => {
    const events = [
      ...raised,
      saved('2026-11-16T17:10', { fields: { priority: 'P3' } }),
      saved('2026-11-16T17:20', { fields: { priority: 'P1' } }),
      saved('2026-11-16T17:30', { fields: { priority: 'P3' } }),
    ];
    const fired = clockIn(ask(byPriority(4 * hour), events, '2026-11-16T18:00'), 'resolution').steps.filter(
      ({ state }) => state.kind === 'fired',
    );
    expect(fired.map(({ key }) => key)).toEqual(['sla/resolution/1/urgent/14400/chief']);
  });

  it('a version takes over open cases from its date on, another only new ones', () => {
    const first = policy([promise('resolution', 8 * hour)]);
    const second = (adoption: 'open-cases' | 'new-cases') =>
      policy([promise('resolution', 4 * hour)], { version: 2, effectiveFrom: time('2026-11-16T11:00'), adoption });
    const events = [opened('2026-11-16T09:00')];
    expect(due(clockIn(ask([first, second('new-cases')], events, '2026-11-16T12:00'), 'resolution'))).toBe('2026-11-16T17:00:00');
    expect(due(clockIn(ask([first, second('open-cases')], events, '2026-11-16T10:59'), 'resolution'))).toBe('2026-11-16T17:00:00');
    const taken = clockIn(ask([first, second('open-cases')], events, '2026-11-16T12:00'), 'resolution');
    expect([taken.policy.version, due(taken), taken.takeovers.length]).toEqual([2, '2026-11-16T13:00:00', 1]);
    expect(due(clockIn(ask([first, second('new-cases')], [opened('2026-11-16T11:00')], '2026-11-16T12:00'), 'resolution'))).toBe(
      '2026-11-16T15:00:00',
    );
  });

  it('an agreement found late counts from the opening and does not warn of the past', () => {
    const agreed = [policy([promise('resolution', 4 * hour, { steps })], { scope: { service: ['mail'] } })];
    const events = [opened('2026-11-16T09:00'), saved('2026-11-16T14:30', { fields: { service: 'mail' } })];
    const clock = clockIn(ask(agreed, events, '2026-11-16T15:00'), 'resolution');
    expect([clock.startedAt, clock.usedSeconds]).toEqual([time('2026-11-16T09:00'), 6 * hour]);
    expect(clock.status).toEqual({ kind: 'overdue', breachedAt: time('2026-11-16T14:30') });
    expect(clock.steps.filter(({ state }) => state.kind === 'fired').map(({ step: { id } }) => id)).toEqual(['chief']);
  });

  it('a row whose start the history already met counts from there', () => {
    const targets = [
      promise('resolution', 8 * hour, { scope: { priority: ['P3'] }, start: { once: statusIn('in progress') } }),
      promise('resolution', 8 * hour, { scope: { priority: ['P1'] } }),
    ];
    const clock = clockIn(ask([policy(targets)], raised, '2026-11-16T17:30'), 'resolution');
    expect([clock.startedAt, due(clock)]).toEqual([time('2026-11-16T09:00'), '2026-11-16T17:00:00']);
  });

  it('a pause with an end of its own lasts through it, wherever the new row lists it', () => {
    const name = { zh: '等待', en: 'waiting' };
    const lasting = { reason: 'part ordered', name, when: statusIn('ordered'), until: fieldIn('delivered', true) };
    const other = { reason: 'pending', name, when: statusIn('pending') };
    const targets = [
      promise('resolution', 8 * hour, { scope: { priority: ['P3'] }, pauses: [lasting, other] }),
      promise('resolution', 8 * hour, { scope: { priority: ['P1'] }, pauses: [other, lasting] }),
    ];
    const events = [
      opened('2026-11-16T09:00', { fields: { priority: 'P3' } }),
      saved('2026-11-16T10:00', { status: 'ordered' }),
      saved('2026-11-16T11:00', { status: 'open' }),
      saved('2026-11-16T12:00', { fields: { priority: 'P1' } }),
      saved('2026-11-16T13:00', { fields: { colour: 'red' } }),
    ];
    const clock = clockIn(ask([policy(targets)], events, '2026-11-16T14:00'), 'resolution');
    expect([clock.status, clock.usedSeconds]).toEqual([{ kind: 'paused', reason: 'part ordered' }, hour]);
  });

  it('a promise that is made for a clock that was over judges it by its deadline', () => {
    const agreed = [policy([promise('resolution', 2 * hour, { steps })], { scope: { service: ['mail'] } })];
    const events = [
      opened('2026-11-16T09:00'),
      saved('2026-11-16T14:00', { status: 'solved' }),
      saved('2026-11-16T16:00', { fields: { service: 'mail' } }),
    ];
    const clock = clockIn(ask(agreed, events, '2026-11-16T17:00'), 'resolution');
    expect(clock.status).toEqual({ kind: 'missed', at: time('2026-11-16T14:00'), breachedAt: time('2026-11-16T11:00') });
    expect(clock.steps.every(({ state }) => state.kind === 'skipped')).toBe(true);
  });

  it('is no matter of the cycles that begin after it', () => {
    const events = [...raised, saved('2026-11-16T17:10', { status: 'solved' }), saved('2026-11-16T17:20', { status: 'open' })];
    const rules = byPriority(4 * hour).map((each) => ({
      ...each,
      targets: each.targets.map((target) => ({ ...target, reopening: 'new-cycle' as const })),
    }));
    expect(ask(rules, events, '2026-11-16T17:30').clocks.map(({ takeovers, status }) => [takeovers.length, status.kind])).toEqual([
      [1, 'missed'],
      [0, 'running'],
    ]);
  });

  it('does not hide who was late: what is after the deadline is after it', () => {
    const attribution = attributeBreach(clockIn(ask(byPriority(4 * hour), raised, '2026-11-16T18:00'), 'resolution'));
    expect(attribution?.breachedAt).toBe(time('2026-11-16T17:00'));
    expect([attribution?.until[0]?.running, attribution?.after[0]?.running]).toEqual([4 * hour, 5 * hour]);
  });
});
