import { describe, expect, it } from 'vitest';
import { compileCalendar, type Calendar, type DateOverride } from '../calendar/index.ts';
import { compileAgreements, type Agreements, type ClockEvent } from '../clock/index.ts';
import { usualTarget, type Policy } from '../policy/index.ts';
import { simulate, type History } from './index.ts';

const at = (text: string): number => Date.parse(`${text}+08:00`) / 1000;
const hour = 3600;

const day = [
  { from: '09:00', to: '12:00' },
  { from: '13:00', to: '18:00' },
];
const office = (overrides: readonly DateOverride[] = []): Calendar => ({
  id: 'office',
  version: 1,
  zone: 'Asia/Shanghai',
  week: [day, day, day, day, day, [], []],
  makeUpHours: day,
  overrides,
});
const statuses = { awaitingCustomer: ['pending'], awaitingSupplier: [], solved: ['solved'], closed: ['closed'], cancelled: [] };
const policy = (hours: number): Policy => ({
  id: 'gold',
  version: 1,
  name: { zh: '金牌', en: 'gold' },
  agreement: { kind: 'sla' },
  effectiveFrom: 0,
  adoption: 'new-cases',
  scope: {},
  calendar: 'office',
  closed: ['closed'],
  targets: [usualTarget('resolution', { kind: 'working-time', seconds: hours * hour }, { statuses })],
});
const agreements = (hours: number, calendar = office()): Agreements =>
  compileAgreements([policy(hours)], [compileCalendar(calendar, { from: '2026-01-01', to: '2027-01-01' })]);

const opened = (text: string): ClockEvent => ({
  kind: 'opened',
  at: at(text),
  status: 'new',
  party: { kind: 'team', id: 'desk' },
  fields: {},
});
const saved = (text: string, status: string): ClockEvent => ({ kind: 'saved', at: at(text), status });

// 2026-11-16 is a Monday. Working time used: A five hours, B ten, C one of an open case, D two of a paused one.
const history: History = {
  now: at('2026-11-20T17:00'),
  period: { from: at('2026-11-01T00:00'), to: at('2026-12-01T00:00') },
  cases: [
    { caseId: 'A', contract: 'acme', events: [opened('2026-11-16T09:00'), saved('2026-11-16T15:00', 'solved')] },
    { caseId: 'B', contract: 'acme', events: [opened('2026-11-16T09:00'), saved('2026-11-17T11:00', 'solved')] },
    { caseId: 'C', contract: 'acme', events: [opened('2026-11-20T16:00')] },
    { caseId: 'D', contract: null, events: [opened('2026-11-20T09:00'), saved('2026-11-20T11:00', 'pending')] },
  ],
};
const contracts = [{ id: 'acme', zone: 'Asia/Shanghai', fee: 1_000_000, terms: { perBreach: 5, monthlyCap: 8 } }];

describe('history replayed against a draft', () => {
  it('of a policy: eight working hours become four', () => {
    const result = simulate(history, {
      current: { agreements: agreements(8), contracts },
      draft: { agreements: agreements(4), contracts },
    });
    expect(result.n).toBe(4);
    expect(result.before.attainment['sla/resolution']).toEqual({ met: 1, breached: 1, n: 2, share: 0.5 });
    expect(result.after.attainment['sla/resolution']).toEqual({ met: 0, breached: 2, n: 2, share: 0 });
    expect(result.newlyBreached).toMatchObject([
      {
        clock: 'A/sla/resolution/1',
        before: { state: { kind: 'met' } },
        after: { state: { kind: 'breached', at: at('2026-11-16T14:00') } },
      },
    ]);
    expect(result.spared).toEqual([]);
    // One breach gives 5 %, two would give 10 % and are capped at 8 %.
    expect([result.before.creditTotal, result.after.creditTotal]).toEqual([50_000, 80_000]);
    expect(result.movedDeadlines).toEqual([
      { clock: 'C/sla/resolution/1', caseId: 'C', before: at('2026-11-23T16:00'), after: at('2026-11-23T11:00'), movedBy: -5 * hour },
      { clock: 'D/sla/resolution/1', caseId: 'D', before: at('2026-11-23T15:00'), after: at('2026-11-23T10:00'), movedBy: -5 * hour },
    ]);
  });

  it('of a calendar: a closure on Monday moves what is open by a day, and nothing of the past', () => {
    const closed = office([{ date: '2026-11-23', kind: 'closure' }]);
    const result = simulate(history, { current: { agreements: agreements(8) }, draft: { agreements: agreements(8, closed) } });
    expect(result.movedDeadlines.map(({ caseId, movedBy }) => [caseId, movedBy])).toEqual([
      ['C', 24 * hour],
      ['D', 24 * hour],
    ]);
    expect(result.after.attainment).toEqual(result.before.attainment);
    expect([...result.newlyBreached, ...result.spared, ...result.added, ...result.dropped]).toEqual([]);
  });

  it('of a calendar: a closure in the past spares who was late', () => {
    const closed = office([{ date: '2026-11-16', kind: 'closure' }]);
    const result = simulate(history, {
      current: { agreements: agreements(8), contracts },
      draft: { agreements: agreements(8, closed), contracts },
    });
    expect(result.spared.map(({ clock }) => clock)).toEqual(['B/sla/resolution/1']);
    expect(result.after).toMatchObject({ creditTotal: 0, attainment: { 'sla/resolution': { met: 2, breached: 0 } } });
  });

  it('of a draft without the promise: it is dropped', () => {
    const none = compileAgreements([], []);
    const result = simulate(history, { current: { agreements: agreements(8) }, draft: { agreements: none } });
    expect(result.dropped.map(({ caseId }) => caseId)).toEqual(['A', 'B', 'C', 'D']);
    expect(result.after.attainment).toEqual({});
  });
});
