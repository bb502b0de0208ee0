import { requireSameLength, requireShare } from '../result/require-finite.ts';

/** Rows by what was predicted and what happened. */
export interface Confusion {
  readonly truePositives: number;
  readonly falsePositives: number;
  readonly trueNegatives: number;
  readonly falseNegatives: number;
}

function requireForecasts(probabilities: readonly number[], outcomes: readonly boolean[]): void {
  requireSameLength(probabilities, outcomes);
  for (const probability of probabilities) requireShare(probability, 'a chance');
}

/**
 * Brier score: mean squared distance of the predicted chance from what happened (1 or 0); 0 is perfect. No rows have none: `null`.
 * Throws RangeError for chances outside 0..1 and unequal lengths.
 * Source: Brier (1950), Monthly Weather Review 78, 1–3.
 * @example brierScore([0.9, 0.2], [true, false]) // 0.025…
 */
export function brierScore(probabilities: readonly number[], outcomes: readonly boolean[]): number | null {
  requireForecasts(probabilities, outcomes);
  if (outcomes.length === 0) return null;
  return probabilities.reduce((sum, p, i) => sum + (p - Number(outcomes[i]!)) ** 2, 0) / outcomes.length;
}

/**
 * Mean logarithmic loss: −ln of the chance that was given to what happened; 0 is perfect. A chance of 0 for what happened would be
 * infinitely wrong: it counts as 2⁻¹⁰²², a chance of 1 for what did not as 1 − 2⁻⁵³. No rows have none: `null`. Throws RangeError for chances outside 0..1 and unequal lengths.
 * Source: Good (1952), JRSS B 14, 107–114.
 * @example logLoss([0.9, 0.2], [true, false]) // 0.16425…
 */
export function logLoss(probabilities: readonly number[], outcomes: readonly boolean[]): number | null {
  requireForecasts(probabilities, outcomes);
  if (outcomes.length === 0) return null;
  const surprise = (p: number, happened: boolean) =>
    -(happened ? Math.log(Math.max(p, 2 ** -1022)) : Math.log1p(-Math.min(p, 1 - 2 ** -53)));
  return probabilities.reduce((sum, p, i) => sum + surprise(p, outcomes[i]!), 0) / outcomes.length;
}

/**
 * Counts of right and wrong predictions when chances from `threshold` on are called an event. Throws RangeError for chances and
 * thresholds outside 0..1 and unequal lengths.
 * Source: Fawcett (2006), Pattern Recognition Letters 27, 861–874.
 * @example confusionAt([0.9, 0.5, 0.2], [true, false, false], 0.5) // { truePositives: 1, falsePositives: 1, trueNegatives: 1, falseNegatives: 0 }
 */
export function confusionAt(probabilities: readonly number[], outcomes: readonly boolean[], threshold: number): Confusion {
  requireForecasts(probabilities, outcomes);
  requireShare(threshold, 'a threshold');
  const count = (called: boolean, happened: boolean) =>
    probabilities.filter((p, i) => p >= threshold === called && outcomes[i] === happened).length;
  return {
    truePositives: count(true, true),
    falsePositives: count(true, false),
    trueNegatives: count(false, false),
    falseNegatives: count(false, true),
  };
}
