import { describe, expect, it } from 'vitest';
import { ask, clockIn, hour, opened, policy, promise, saved, time } from './desk.testing.ts';

describe('fault 12: a public web note is not seen as customer contact', () => {
  const policies = [policy([promise('first-response', 2 * hour)])];
  const statusAfter = (message: { from: 'team' | 'supplier'; visibleToCustomer: boolean; automatic?: boolean }) =>
    clockIn(
      ask(policies, [opened('2026-11-16T09:00'), saved('2026-11-16T10:00', { message, fields: { channel: 'web' } })], '2026-11-16T10:30'),
      'first-response',
    ).status;

  it('whatever the customer can see is a response, on any channel', () => {
    expect(statusAfter({ from: 'team', visibleToCustomer: true })).toEqual({ kind: 'met', at: time('2026-11-16T10:00') });
    expect(statusAfter({ from: 'supplier', visibleToCustomer: true }).kind).toBe('met');
  });

  it('an internal note is none, and neither is an acknowledgement that no person wrote', () => {
    expect(statusAfter({ from: 'team', visibleToCustomer: false }).kind).toBe('running');
    expect(statusAfter({ from: 'team', visibleToCustomer: true, automatic: true }).kind).toBe('running');
  });
});
