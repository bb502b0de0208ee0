import { describe, expect, it } from 'vitest';
import { compileAgreements, runClock } from '../clock/index.ts';
import { ask, clockIn, hour, office, opened, policy, promise, time } from './desk.testing.ts';

describe('fault 6: business hours are ignored at breach time', () => {
  const policies = [policy([promise('first-response', 2 * hour)])];
  const events = [opened('2026-11-20T17:00')];

  it.each(['2026-11-20T19:01', '2026-11-21T12:00', '2026-11-23T08:59', '2026-11-23T10:00'])(
    'is not late at %s: due on Monday at 10:00',
    (now) => {
      expect(clockIn(ask(policies, events, now), 'first-response').status.kind).toBe('running');
    },
  );

  it('is late a second after', () => {
    const ledger = runClock(compileAgreements(policies, [office]), events, time('2026-11-23T10:00') + 1);
    expect(clockIn(ledger, 'first-response').status).toEqual({ kind: 'overdue', breachedAt: time('2026-11-23T10:00') });
  });

  it('is late in the evening after a deadline at closing time', () => {
    const atClosing = ask([policy([promise('first-response', hour)])], events, '2026-11-20T18:01');
    expect(clockIn(atClosing, 'first-response').status).toEqual({ kind: 'overdue', breachedAt: time('2026-11-20T18:00') });
  });
});
