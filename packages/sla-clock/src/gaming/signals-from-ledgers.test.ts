import { describe, expect, it } from 'vitest';
import { alwaysOpen, compileCalendar } from '../calendar/index.ts';
import { compileAgreements, runClock, type ClockEvent } from '../clock/index.ts';
import { statusIn, usualTarget, type Policy, type Reopening, type Target } from '../policy/index.ts';
import { closeAndReopen, heapingUnderLimit, pausesBeforeDue, type HandledClock } from './index.ts';

const statuses = { awaitingCustomer: ['pending'], awaitingSupplier: [], solved: ['solved'], closed: [], cancelled: [] };
const calendar = compileCalendar(alwaysOpen('UTC'), { from: '1970-01-01', to: '1970-02-01' });

/** The resolution clocks of a case with a goal of 1000 s; each step of the course is a status and the second of the save. */
function clocks(
  course: readonly (readonly [status: string, at: number])[],
  reopening: Reopening,
  more: Partial<Target> = {},
): HandledClock[] {
  const target = { ...usualTarget('resolution', { kind: 'working-time', seconds: 1000 }, { statuses, reopening }), ...more };
  const policy: Policy = {
    id: 'gold',
    version: 1,
    name: { zh: '金牌', en: 'gold' },
    agreement: { kind: 'sla' },
    effectiveFrom: 0,
    adoption: 'new-cases',
    scope: {},
    calendar: 'always-open',
    closed: [],
    targets: [target],
  };
  const opened: ClockEvent = { kind: 'opened', at: 0, status: 'new', party: { kind: 'team', id: 'desk' }, fields: {} };
  const events = course.map(([status, at]): ClockEvent => ({ kind: 'saved', at, status }));
  const { clocks: ledgers } = runClock(compileAgreements([policy], [calendar]), [opened, ...events], 100_000);
  return ledgers.map((clock) => ({ caseId: 'C-7', group: 'Li', clock }));
}

/** A case that was solved without hurry and did not come back, to compare with. */
const unhurried = (reopening: Reopening) => clocks([['solved', 400]], reopening).map((each) => ({ ...each, caseId: 'U', group: 'Wang' }));

describe('signals from the ledgers of the clock', () => {
  it.each<Reopening>(['continue', 'new-cycle', 'reset'])('close and reopen is seen when a reopening is to %s', (reopening) => {
    const late = clocks(
      [
        ['solved', 960],
        ['working', 1500],
        ['solved', 1510],
      ],
      reopening,
    );
    const [ofLi] = closeAndReopen([...unhurried(reopening), ...late], { needed: 1 });
    expect(ofLi).toMatchObject({ group: 'Li', observed: 1, cases: ['C-7'] });
  });

  it('a start over by the reset condition is no close and reopen', () => {
    const started = clocks([['restart', 960]], 'continue', { reset: statusIn('restart') });
    expect(started.map(({ clock }) => clock.status.kind)).toEqual(['reset', 'overdue']);
    expect(closeAndReopen([...unhurried('continue'), ...started], { needed: 1 }).map(({ group }) => group)).toEqual(['Wang']);
  });

  it('a pause just before due is seen, and the stop after it lies under the limit', () => {
    const paused = clocks(
      [
        ['pending', 950],
        ['working', 9000],
        ['solved', 9040],
      ],
      'continue',
    );
    expect(pausesBeforeDue(paused, { needed: 1 })).toMatchObject([{ n: 1, observed: 1, expected: expect.closeTo(90 / 990, 12) }]);
    expect(heapingUnderLimit(paused, { needed: 1 })).toMatchObject([{ n: 1, observed: 1 }]);
  });
});
