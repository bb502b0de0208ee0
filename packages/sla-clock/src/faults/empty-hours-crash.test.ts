import { describe, expect, it } from 'vitest';
import { alwaysOpen, compileCalendar } from '../calendar/index.ts';
import { projectClocks } from '../clock/index.ts';
import { explain } from '../explain/index.ts';
import { askIn, clockIn, hour, opened, policy, promise, saved, step } from './desk.testing.ts';

describe('fault 15: empty hours crash', () => {
  const empty = { ...alwaysOpen('Asia/Shanghai'), id: 'empty', week: Array.from({ length: 7 }, () => []), makeUpHours: [] };
  const neverOpen = compileCalendar(empty, { from: '2026-01-01', to: '2027-01-01' });
  const steps = [step('warning', { kind: 'percent', percent: 50 })];
  const byHours = policy([promise('resolution', 2 * hour, { steps })], { calendar: 'empty' });
  const byDays = policy([promise('resolution', hour, { goal: { kind: 'business-day-end', days: 1 }, steps })], { calendar: 'empty' });

  it.each([byHours, byDays])('a calendar without hours has no deadline, and says so', (policyWithoutHours) => {
    const ledger = askIn(neverOpen)([policyWithoutHours], [opened('2026-11-16T09:00')], '2026-11-18T09:00');
    expect(clockIn(ledger, 'resolution')).toMatchObject({ usedSeconds: 0, deadline: { kind: 'never' }, status: { kind: 'running' } });
    expect(clockIn(ledger, 'resolution').steps.map(({ state }) => state)).toEqual([{ kind: 'skipped', because: 'beyond-calendar' }]);
    expect(projectClocks(ledger)[0]?.dueAt).toBeNull();
    expect(explain(ledger, 'en')[0]?.steps.find(({ kind }) => kind === 'deadline')?.text).toMatch(/no deadline/);
  });

  it('the case is solved in time', () => {
    const events = [opened('2026-11-16T09:00'), saved('2026-11-17T09:00', { status: 'solved' })];
    expect(clockIn(askIn(neverOpen)([byHours], events, '2026-11-18T09:00'), 'resolution').status.kind).toBe('met');
  });
});
