import { describe, expect, it } from 'vitest';
import { alwaysOpen, compileCalendar } from '../calendar/index.ts';
import { compileAgreements, runClock, type ClockEvent } from '../clock/index.ts';
import { usualTarget, type Policy } from '../policy/index.ts';
import { clockKey, clockOutcomes, type OutcomeState } from './clock-outcome.ts';

const statuses = { awaitingCustomer: ['pending'], awaitingSupplier: [], solved: ['solved'], closed: ['closed'], cancelled: ['withdrawn'] };
const policy: Policy = {
  id: 'gold',
  version: 3,
  name: { zh: '金牌', en: 'gold' },
  agreement: { kind: 'ola', team: 'desk' },
  effectiveFrom: 0,
  adoption: 'new-cases',
  scope: {},
  calendar: 'always-open',
  closed: ['closed'],
  targets: [usualTarget('resolution', { kind: 'working-time', seconds: 1000 }, { statuses })],
};
const agreements = compileAgreements([policy], [compileCalendar(alwaysOpen('UTC'), { from: '1970-01-01', to: '1970-02-01' })]);
const opened: ClockEvent = { kind: 'opened', at: 0, status: 'new', party: { kind: 'team', id: 'desk' }, fields: {} };

describe('what became of a promise of 1000 s', () => {
  it.each<[string, readonly (readonly [string, number])[], number, OutcomeState]>([
    ['still running', [], 600, { kind: 'open', due: 1000, held: false }],
    ['paused since 400', [['pending', 400]], 600, { kind: 'open', due: 1200, held: true }],
    ['met', [['solved', 900]], 5000, { kind: 'met', at: 900 }],
    ['late, and not yet stopped', [], 1001, { kind: 'breached', at: 1000 }],
    ['stopped late: broken when the deadline passed', [['solved', 1500]], 5000, { kind: 'breached', at: 1000 }],
    ['withdrawn', [['withdrawn', 500]], 5000, { kind: 'withdrawn', at: 500 }],
  ])('%s', (_, course, now, state) => {
    const events = course.map(([status, at]): ClockEvent => ({ kind: 'saved', at, status }));
    const [outcome] = clockOutcomes('C-7', runClock(agreements, [opened, ...events], now));
    expect(outcome).toEqual({
      caseId: 'C-7',
      agreement: 'ola:desk',
      policy: { id: 'gold', version: 3 },
      target: 'resolution',
      cycle: 1,
      state,
    });
  });

  it('has a name of its own', () => {
    const [outcome] = clockOutcomes('C-7', runClock(agreements, [opened], 1));
    expect(outcome && clockKey(outcome)).toBe('C-7/ola:desk/resolution/1');
  });
});
