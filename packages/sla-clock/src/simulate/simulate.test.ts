import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ClockOutcome, OutcomeState } from '../month/clock-outcome.ts';
import { compareOutcomes } from './compare-outcomes.ts';
import { contractCredits, type Contract } from './contract-credits.ts';

const at = (text: string): number => Date.parse(text) / 1000;

const outcome = (caseId: string, state: OutcomeState, more: Partial<ClockOutcome> = {}): ClockOutcome => ({
  caseId,
  agreement: 'sla',
  policy: { id: 'gold', version: 1 },
  target: 'resolution',
  cycle: 1,
  state,
  ...more,
});

describe('what changes when the rules change', () => {
  it('names who would have been late, who would not, and which deadlines move', () => {
    const before = [
      outcome('1', { kind: 'met', at: 50 }),
      outcome('2', { kind: 'breached', at: 40 }),
      outcome('3', { kind: 'open', due: 100, held: false }),
      outcome('4', { kind: 'open', due: 100, held: false }),
      outcome('5', { kind: 'open', due: null, held: false }),
      outcome('6', { kind: 'open', due: 100, held: false }),
      outcome('7', { kind: 'withdrawn', at: 10 }),
    ];
    const after = [
      outcome('1', { kind: 'breached', at: 45 }),
      outcome('2', { kind: 'met', at: 50 }),
      outcome('3', { kind: 'open', due: 70, held: false }),
      outcome('4', { kind: 'open', due: 100, held: false }),
      outcome('5', { kind: 'open', due: 130, held: true }),
      outcome('6', { kind: 'breached', at: 60 }),
      outcome('8', { kind: 'open', due: 100, held: false }),
    ];
    const changes = compareOutcomes(before, after);
    expect(changes.newlyBreached.map(({ clock }) => clock)).toEqual(['1/sla/resolution/1', '6/sla/resolution/1']);
    expect(changes.spared.map(({ clock }) => clock)).toEqual(['2/sla/resolution/1']);
    expect(changes.movedDeadlines).toEqual([
      { clock: '3/sla/resolution/1', caseId: '3', before: 100, after: 70, movedBy: -30 },
      { clock: '5/sla/resolution/1', caseId: '5', before: null, after: 130, movedBy: null },
    ]);
    expect(changes.dropped.map(({ caseId }) => caseId)).toEqual(['7']);
    expect(changes.added.map(({ caseId }) => caseId)).toEqual(['8']);
  });

  it('the same rules change nothing, and exchanging them exchanges the lists', () => {
    const state: fc.Arbitrary<OutcomeState> = fc.oneof(
      fc.record({ kind: fc.constantFrom('met' as const, 'breached' as const, 'withdrawn' as const), at: fc.nat(99) }),
      fc.record({ kind: fc.constant('open' as const), due: fc.option(fc.nat(99)), held: fc.boolean() }),
    );
    const states = fc.dictionary(fc.constantFrom('1', '2', '3', '4', '5', '6'), state);
    const outcomes = (each: Record<string, OutcomeState>) => Object.entries(each).map(([id, s]) => outcome(id, s));
    fc.assert(
      fc.property(states, states, (a, b) => {
        const none = { newlyBreached: [], spared: [], movedDeadlines: [], added: [], dropped: [] };
        expect(compareOutcomes(outcomes(a), outcomes(a).reverse())).toEqual(none);
        const there = compareOutcomes(outcomes(a), outcomes(b));
        const back = compareOutcomes(outcomes(b), outcomes(a));
        expect(back.spared.map(({ clock }) => clock)).toEqual(there.newlyBreached.map(({ clock }) => clock));
        expect(back.added).toEqual(there.dropped);
        expect(back.movedDeadlines.map(({ movedBy }) => movedBy)).toEqual(
          there.movedDeadlines.map(({ movedBy }) => (movedBy === null ? null : -movedBy)),
        );
        // Breaches after = breaches before + new − spared.
        const breaches = (each: Record<string, OutcomeState>) => Object.values(each).filter(({ kind }) => kind === 'breached').length;
        expect(breaches(b)).toBe(breaches(a) + there.newlyBreached.length - there.spared.length);
      }),
    );
  });
});

describe('credits of a contract', () => {
  const contract: Contract = { id: 'acme', zone: 'Asia/Shanghai', fee: 100_000, terms: { perBreach: 10, monthlyCap: 15 } };
  const year = { from: at('2026-01-01T00:00+08:00'), to: at('2027-01-01T00:00+08:00') };

  it('are capped month by month, and only the customer’s agreement counts', () => {
    const breach = (caseId: string, text: string, more: Partial<ClockOutcome> = {}) =>
      outcome(caseId, { kind: 'breached', at: at(text) }, more);
    const outcomes = [
      breach('1', '2026-03-31T23:00+08:00'),
      breach('2', '2026-04-01T01:00+08:00'),
      breach('3', '2026-04-02T01:00+08:00'),
      breach('3', '2026-04-02T02:00+08:00', { target: 'first-response' }),
      breach('4', '2026-04-02T01:00+08:00', { agreement: 'ola:second-line' }),
      breach('5', '2027-01-01T00:00+08:00'),
      outcome('6', { kind: 'met', at: at('2026-04-02T01:00+08:00') }),
    ];
    const credits = contractCredits(outcomes, contract, year).map(({ credit }) => [credit.month, credit.counted.length, credit.amount]);
    expect(credits).toEqual([
      ['2026-03', 1, 10_000],
      ['2026-04', 3, 15_000],
    ]);
  });
});
