import { describe, expect, it } from 'vitest';
import { projectClocks } from '../clock/index.ts';
import { ask, hour, opened, policy, promise, saved } from './desk.testing.ts';

describe('fault 7: misses are added after the resolution', () => {
  const targets = [
    promise('first-response', 4 * hour),
    promise('resolution', 8 * hour),
    promise('requester-wait', 8 * hour),
    promise('agent-work', 8 * hour),
  ];
  const solvedInTime = [opened('2026-11-16T09:00'), saved('2026-11-16T11:00', { status: 'solved' })];

  it.each(['2026-11-16T11:00', '2026-11-16T18:00', '2027-06-01T12:00'])('all promises are met at %s', (now) => {
    expect(ask([policy(targets)], solvedInTime, now).clocks.map(({ status }) => status.kind)).toEqual(['met', 'met', 'met', 'met']);
  });

  it('what is written, closed or re-prioritised later changes no judgement', () => {
    const urgent = policy([promise('resolution', hour)], { id: 'urgent', scope: { priority: ['P1'] } });
    const later = [
      ...solvedInTime,
      saved('2026-11-18T10:00', { message: { from: 'team', visibleToCustomer: false } }),
      saved('2026-11-19T10:00', { fields: { priority: 'P1' } }),
      saved('2026-11-20T10:00', { status: 'closed' }),
    ];
    const policies = [policy(targets), urgent];
    expect(projectClocks(ask(policies, later, '2026-12-01T10:00'))).toEqual(projectClocks(ask(policies, solvedInTime, '2026-12-01T10:00')));
  });
});
