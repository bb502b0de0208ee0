import { insufficient, type Insufficient } from '../result/outcome.ts';
import { regularizedBeta } from '../special/regularized-beta.ts';

/** A count beside those of earlier periods of the same length. */
export interface CountAgainstHistory {
  readonly kind: 'count-against-history';
  /** periods of history */
  readonly n: number;
  readonly count: number;
  /** mean of the history */
  readonly expected: number;
  /** probability of at least as many, were nothing different */
  readonly probability: number;
  readonly method: {
    readonly spread: 'poisson' | 'negative-binomial';
    /** variance over mean of the history; 1 or less is no more than chance */
    readonly dispersion: number;
  };
}

/** Fewer periods say nothing of how counts spread. */
const fewestPeriods = 12;

/**
 * Is a count higher than its own history explains? One-sided. The exact conditional test of two Poisson counts: given all x + S events, x falls
 * into one of W + 1 equal periods, so P(X ≥ x) = I_{1/(W+1)}(x, S + 1). Where the history spreads more than a Poisson count (variance v above the mean m),
 * also the negative binomial tail with that mean and size m²/(v(W + 1)/W − m), widened for the mean being an estimate; the larger probability of the two is given.
 * Fewer than 12 periods: insufficient. Throws RangeError for counts that are not whole or negative.
 * Sources: Przyborowski and Wilenski (1940), Biometrika 31, 313–323; negative binomial by moments: Hilbe (2011), Negative Binomial Regression, 2nd ed., ch. 8.
 * @example countAgainstHistory(9, [2, 3, 1, 2, 4, 2, 3, 3, 2, 3, 1, 4]) // { expected: 2.5, method: { spread: 'poisson' } }
 */
export function countAgainstHistory(count: number, history: readonly number[]): CountAgainstHistory | Insufficient {
  for (const each of [count, ...history])
    if (!Number.isInteger(each) || each < 0) throw new RangeError(`a count is whole and not negative: ${each}`);
  const n = history.length;
  if (n < fewestPeriods) return insufficient(n, fewestPeriods);
  const total = history.reduce((sum, each) => sum + each, 0);
  const expected = total / n;
  const variance = history.reduce((sum, each) => sum + (each - expected) ** 2, 0) / (n - 1);
  const exact = count === 0 ? 1 : regularizedBeta(1 / (n + 1), count, total + 1);
  const spread = variance > expected ? 'negative-binomial' : 'poisson';
  const wide = spread === 'poisson' ? 0 : negativeBinomialTail(count, expected, (variance * (n + 1)) / n);
  const dispersion = expected === 0 ? 1 : variance / expected;
  return { kind: 'count-against-history', n, count, expected, probability: Math.max(exact, wide), method: { spread, dispersion } };
}

/** P(X ≥ count) of a negative binomial count with this mean and variance, which is above the mean. */
function negativeBinomialTail(count: number, mean: number, variance: number): number {
  if (count === 0) return 1;
  const size = mean ** 2 / (variance - mean);
  return regularizedBeta(mean / (size + mean), count, size);
}
