import { describe, expect, it } from 'vitest';
import { compileCalendar, mondayToFriday } from '../calendar/index.ts';
import { askIn, clockIn, hour, opened, policy, promise, shown, step } from './desk.testing.ts';

describe('fault 16: an escalation step fires at 00:00 with a split day', () => {
  const split = { ...mondayToFriday('Asia/Shanghai', { from: '09:00', to: '12:00' }, { from: '13:00', to: '18:00' }), id: 'split' };
  const calendar = compileCalendar(split, { from: '2026-01-01', to: '2027-01-01' });
  const steps = [
    step('half', { kind: 'percent', percent: 50 }),
    step('three quarters', { kind: 'percent', percent: 75 }),
    step('deadline', { kind: 'percent', percent: 100 }),
    step('after', { kind: 'offset', seconds: 2 * hour }),
  ];

  it('a step comes when its share of the working time is used, across lunch and closing time', () => {
    // Opened at 11:00 with 8 h: 4 h are over at 16:00, 6 h at 18:00, 8 h on Tuesday at 11:00, 10 h at 14:00.
    const policies = [policy([promise('resolution', 8 * hour, { steps })], { calendar: 'split' })];
    const clock = clockIn(askIn(calendar)(policies, [opened('2026-11-16T11:00')], '2026-11-16T11:00'), 'resolution');
    expect(clock.steps.map(({ state }) => 'at' in state && shown(state.at))).toEqual([
      '2026-11-16T16:00:00',
      '2026-11-16T18:00:00',
      '2026-11-17T11:00:00',
      '2026-11-17T14:00:00',
    ]);
  });
});
