import type { Interval } from '../calendar/calendar.ts';
import { monthlyCredit, type CreditExclusion, type CreditTerms, type MonthlyCredit } from '../credit/monthly-credit.ts';
import { clockKey, type ClockOutcome } from '../month/clock-outcome.ts';
import { monthOf } from '../month/month.ts';

/** What a customer pays a month, and what a broken promise gives back. */
export interface Contract {
  readonly id: string;
  /** IANA zone in which its months begin */
  readonly zone: string;
  /** monthly fee in the smallest unit of its currency */
  readonly fee: number;
  readonly terms: CreditTerms;
  readonly exclusions?: readonly CreditExclusion[];
}

/** The credit of one month of one contract. */
export interface ContractCredit {
  readonly contract: string;
  readonly credit: MonthlyCredit;
}

/**
 * Credits of a contract for the breaches of its service level agreement within a period, one per month that has a breach. Internal
 * agreements and supplier contracts give the customer nothing.
 * @example
 * const state = { kind: 'breached', at: 60 };
 * const breach = { caseId: 'C-7', agreement: 'sla', policy: { id: 'gold', version: 1 }, target: 'resolution', cycle: 1, state };
 * const contract = { id: 'acme', zone: 'UTC', fee: 100_000, terms: { perBreach: 5, monthlyCap: 20 } };
 * contractCredits([breach], contract, { from: 0, to: 3600 })[0].credit // { month: '1970-01', percent: 5, amount: 5000 }
 */
export function contractCredits(outcomes: readonly ClockOutcome[], contract: Contract, { from, to }: Interval): ContractCredit[] {
  const breaches = outcomes
    .filter(({ agreement }) => agreement === 'sla')
    .flatMap((outcome) => (outcome.state.kind === 'breached' ? [{ id: clockKey(outcome), at: outcome.state.at }] : []))
    .filter(({ at }) => at >= from && at < to);
  const months = [...new Set(breaches.map(({ at }) => monthOf(at, contract.zone)))].sort();
  return months.map((month) => ({ contract: contract.id, credit: monthlyCredit(breaches, { ...contract, month }) }));
}
