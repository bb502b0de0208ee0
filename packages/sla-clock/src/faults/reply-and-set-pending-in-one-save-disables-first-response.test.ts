import { describe, expect, it } from 'vitest';
import { answer, ask, clockIn, hour, opened, policy, promise, saved, statuses, time } from './desk.testing.ts';
import { statusIn } from '../policy/index.ts';

describe('fault 11: a reply and a pause in one save disable first response', () => {
  const pending = {
    reason: 'awaiting-customer',
    name: { zh: '等待客户', en: 'waiting for the customer' },
    when: statusIn(...statuses.awaitingCustomer),
  };
  const policies = [policy([promise('first-response', 2 * hour, { pauses: [pending] })])];
  const bothAtOnce = [opened('2026-11-16T09:00'), saved('2026-11-16T10:00', { status: 'pending', message: answer })];

  it('the response is given, and stays given when the case is taken up again', () => {
    const events = [...bothAtOnce, saved('2026-11-17T15:00', { status: 'open' })];
    expect(clockIn(ask(policies, events, '2026-11-18T12:00'), 'first-response')).toMatchObject({
      status: { kind: 'met', at: time('2026-11-16T10:00') },
      usedSeconds: hour,
    });
  });

  it('a late one is missed, not paused away', () => {
    const late = [opened('2026-11-16T09:00'), saved('2026-11-16T11:01', { status: 'pending', message: answer })];
    expect(clockIn(ask(policies, late, '2026-11-18T12:00'), 'first-response').status.kind).toBe('missed');
  });
});
