import type { Figure } from '@zhiheng/contract/surveys/figure';
import { meanInterval } from '@zhiheng/stats/intervals';
import { meanOf, type Moments } from '@zhiheng/stats/moments';
import type { Insufficient, Interval, Undetermined } from '@zhiheng/stats/result';

/** Makes figures; `least` answers are needed for any. */
export interface FigureMaker {
  readonly least: number;
  of(value: { readonly n: number; readonly value: number; readonly interval: Interval | null }): Figure;
  mean(moments: Moments): Figure;
  none(outcome: Insufficient | Undetermined): Figure;
}

export function figureMaker(least: number): FigureMaker {
  const tooFew = (n: number, needed = least): Figure => ({ kind: 'insufficient', n, needed: Math.max(needed, least) });
  const of: FigureMaker['of'] = ({ n, value, interval }) =>
    n < least ? tooFew(n) : { kind: 'figure', n, value, low: interval?.[0] ?? null, high: interval?.[1] ?? null };
  return {
    least,
    of,
    none: (outcome) =>
      outcome.kind === 'insufficient' || outcome.n < least
        ? tooFew(outcome.n, outcome.kind === 'insufficient' ? outcome.needed : least)
        : { kind: 'undetermined', n: outcome.n, reason: outcome.reason },
    mean: (moments) => {
      const value = meanOf(moments);
      return value === null ? tooFew(0) : of({ n: moments.n, value, interval: meanInterval(moments) });
    },
  };
}
