import type { Instant, Interval } from '../calendar/calendar.ts';
import { monthInterval, type Month } from '../month/month.ts';
import { exclusionsKnownAt } from '../objective/exclusion.ts';
import { hundredths, shareOfFee } from './share-of-fee.ts';

/** What a broken promise gives back, in per cent of the month's fee with at most two decimals. */
export interface CreditTerms {
  readonly perBreach: number;
  /** all credits of a month together give back at most this */
  readonly monthlyCap: number;
}

/** A promise that was broken, under a stable id such as that of its clock. */
export interface CreditableBreach {
  readonly id: string;
  readonly at: Instant;
}

/** Breaches that give nothing back: one of them, or all in a stretch of time such as a force majeure. */
export type CreditExclusion = ({ readonly kind: 'breach'; readonly breach: string } | ({ readonly kind: 'period' } & Interval)) & {
  readonly id: string;
  readonly reason: string;
  readonly approvedBy: string;
  readonly enteredAt: Instant;
};

/** One month of one agreement. Money is in the smallest unit of its currency (fen, cent), a whole number. */
export interface MonthlyCreditTerms {
  readonly month: Month;
  readonly zone: string;
  readonly fee: number;
  readonly terms: CreditTerms;
  readonly exclusions?: readonly CreditExclusion[];
  /** only exclusions entered by then count; all of them when absent */
  readonly knownAt?: Instant;
}

/** What a month gives back, and how that came about. */
export interface MonthlyCredit {
  readonly kind: 'credit';
  readonly month: Month;
  readonly counted: readonly CreditableBreach[];
  /** breaches of the month that were excluded, each with the exclusion that did it */
  readonly excused: readonly { readonly breach: CreditableBreach; readonly exclusion: CreditExclusion }[];
  /** per cent of the fee before the cap */
  readonly uncapped: number;
  /** per cent of the fee after the cap */
  readonly percent: number;
  readonly isCapped: boolean;
  /** in the unit of the fee, half a unit rounded up */
  readonly amount: number;
}

/**
 * Credit for the breaches of a month: so many per cent each, at most the cap. A breach belongs to the month of the zone in which the
 * deadline passed. Breaches of other months are ignored; the same breach given twice counts once.
 * @throws RangeError for a fee that is no whole number, per cent outside 0..100 or finer than two decimals, or an exclusion without reason or approver
 * @example monthlyCredit([{ id: 'C-7/sla/resolution/1', at: 0 }], { month: '1970-01', zone: 'UTC', fee: 100_000, terms: { perBreach: 2.5, monthlyCap: 10 } }) // { percent: 2.5, amount: 2500, isCapped: false }
 */
export function monthlyCredit(breaches: readonly CreditableBreach[], options: MonthlyCreditTerms): MonthlyCredit {
  const { month, zone, fee, terms } = options;
  const { from, to } = monthInterval(month, zone);
  const exclusions = exclusionsKnownAt(options.exclusions ?? [], options.knownAt ?? Infinity);
  const ofMonth = [...new Map(breaches.map((breach) => [breach.id, breach])).values()].filter(({ at }) => at >= from && at < to);
  const judged = ofMonth.map((breach) => ({ breach, exclusion: exclusions.find((exclusion) => excuses(exclusion, breach)) }));
  const counted = judged.flatMap(({ breach, exclusion }) => (exclusion === undefined ? [breach] : []));
  const excused = judged.flatMap(({ breach, exclusion }) => (exclusion === undefined ? [] : [{ breach, exclusion }]));
  const uncapped = counted.length * hundredths(terms.perBreach);
  const capped = Math.min(uncapped, hundredths(terms.monthlyCap));
  return {
    kind: 'credit',
    month,
    counted,
    excused,
    uncapped: uncapped / 100,
    percent: capped / 100,
    isCapped: capped < uncapped,
    amount: shareOfFee(fee, capped),
  };
}

function excuses(exclusion: CreditExclusion, { id, at }: CreditableBreach): boolean {
  return exclusion.kind === 'breach' ? exclusion.breach === id : at >= exclusion.from && at < exclusion.to;
}
