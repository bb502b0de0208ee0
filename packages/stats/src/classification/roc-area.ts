import { confidenceOf, type ConfidenceOptions } from '../comparison/confidence.ts';
import { levelCountsOf } from '../comparison/level-counts.ts';
import { normalQuantile } from '../distribution/normal.ts';
import { insufficient, type Interval, type Outcome } from '../result/outcome.ts';
import { requireSameLength } from '../result/require-finite.ts';

/** How well a score tells those with an event from those without: area under the receiver operating characteristic. */
export interface RocArea {
  readonly kind: 'roc-area';
  readonly n: number;
  readonly positives: number;
  readonly negatives: number;
  /** chance that an event has the higher score, ties counting one half; 0.5 is none, 1 is perfect */
  readonly area: number;
  readonly standardError: number;
  readonly confidence: number;
  /** cut off at 0 and 1 */
  readonly interval: Interval;
  readonly method: { readonly ties: 'one half'; readonly errors: 'DeLong' };
}

/**
 * Area under the ROC curve with DeLong's interval. Needs two events and two others. Throws RangeError for unequal lengths, NaN and
 * infinities.
 * Source: DeLong, DeLong, Clarke-Pearson (1988), Biometrics 44, 837–845; Hanley, McNeil (1982), Radiology 143, 29–36.
 * @example rocArea([0.1, 0.4, 0.35, 0.8], [false, false, true, true]) // { area: 0.75, standardError: 0.3535… }
 */
export function rocArea(scores: ArrayLike<number>, outcomes: readonly boolean[], options: ConfidenceOptions = {}): Outcome<RocArea> {
  requireSameLength(scores, outcomes);
  const positives = Array.from(scores).filter((_, i) => outcomes[i]);
  const negatives = Array.from(scores).filter((_, i) => !outcomes[i]);
  const [yes = [], no = []] = levelCountsOf([positives, negatives]).counts;
  return rocAreaFromCounts(yes, no, options);
}

/**
 * Area under the ROC curve from mergeable counts: how many with and how many without the event have each score, scores ascending. Throws
 * RangeError for lists of unequal length.
 * @example rocAreaFromCounts([0, 1, 0, 1], [1, 0, 1, 0]) // { area: 0.75, positives: 2, negatives: 2 }
 */
export function rocAreaFromCounts(yes: readonly number[], no: readonly number[], options: ConfidenceOptions = {}): Outcome<RocArea> {
  const confidence = confidenceOf(options);
  requireSameLength(yes, no);
  const [positives, negatives] = [totalOf(yes), totalOf(no)];
  if (Math.min(positives, negatives) < 2) return insufficient(Math.min(positives, negatives), 2);
  const won = placements(yes, no);
  const lost = placements(no, yes);
  const standardError = Math.sqrt(won.variance / positives + lost.variance / negatives);
  const half = normalQuantile((1 + confidence) / 2) * standardError;
  return {
    kind: 'roc-area',
    n: positives + negatives,
    positives,
    negatives,
    area: won.mean,
    standardError,
    confidence,
    interval: [Math.max(0, won.mean - half), Math.min(1, won.mean + half)],
    method: { ties: 'one half', errors: 'DeLong' },
  };
}

const totalOf = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);

/** Mean and variance (n − 1) over one group of the share of the other group that lies below each member. */
function placements(own: readonly number[], other: readonly number[]): { readonly mean: number; readonly variance: number } {
  const others = totalOf(other);
  let below = 0;
  const shares = other.map((count) => {
    below += count;
    return (below - count / 2) / others;
  });
  const n = totalOf(own);
  const mean = own.reduce((sum, count, level) => sum + count * shares[level]!, 0) / n;
  const squares = own.reduce((sum, count, level) => sum + count * (shares[level]! - mean) ** 2, 0);
  return { mean, variance: squares / (n - 1) };
}
