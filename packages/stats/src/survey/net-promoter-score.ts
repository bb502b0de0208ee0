import { zOf } from '../intervals/counts.ts';
import { brent } from '../optimize/brent.ts';
import { insufficient, type Insufficient, type Interval } from '../result/outcome.ts';
import { requireFinite } from '../result/require-finite.ts';

/** Answers to "would you recommend us?" by group. Counts of parts add up. */
export interface PromoterCounts {
  readonly promoters: number;
  readonly passives: number;
  readonly detractors: number;
}

/** Net promoter score in points from −100 to 100. */
export interface NetPromoterScore extends PromoterCounts {
  readonly kind: 'net-promoter-score';
  readonly n: number;
  /** 100 (p − d) with the shares p of promoters and d of detractors */
  readonly score: number;
  /** p + d − (p − d)², of a single answer that counts 1, 0 or −1 */
  readonly variance: number;
  /** in points: 100 √(variance / n) */
  readonly standardError: number;
  /** in points, unbiased: 100 √(variance / (n − 1)); null for a single answer */
  readonly sampleStandardError: number | null;
  readonly confidence: number;
  /** in points: the scores that a score test would not reject; it stays honest for few answers and one-sided ones */
  readonly interval: Interval;
  /** in points: score ± z · standardError, as most tools print it; of no width when all answers fall into one group */
  readonly waldInterval: Interval;
}

/**
 * Net promoter score from counts. No answers are insufficient. Throws RangeError for negative or broken counts and a confidence outside
 * 0..1.
 * Sources: Reichheld (2003), Harvard Business Review 81(12), 46–54; Rocks (2016), The American Statistician 70, 365–372, who compares the
 * intervals; Tango (1998), Statistics in Medicine 17, 891–908, for the score interval.
 * @example netPromoterScore({ promoters: 70, passives: 20, detractors: 10 }) // { n: 100, score: 60, variance: 0.44000000…, standardError: 6.63324958071…, waldInterval: [46.9990697213…, 73.0009302787…] }
 */
export function netPromoterScore(
  counts: PromoterCounts,
  { confidence = 0.95 }: { readonly confidence?: number } = {},
): NetPromoterScore | Insufficient {
  const { promoters, passives, detractors } = counts;
  if (![promoters, passives, detractors].every((count) => Number.isInteger(count) && count >= 0)) {
    throw new RangeError(`counts must be whole and not negative: ${promoters}, ${passives}, ${detractors}`);
  }
  const n = promoters + passives + detractors;
  if (n === 0) return insufficient(0, 1);
  const z = zOf(confidence);
  const difference = (promoters - detractors) / n;
  const variance = (promoters + detractors) / n - difference ** 2;
  const standardError = 100 * Math.sqrt(variance / n);
  return {
    kind: 'net-promoter-score',
    n,
    promoters,
    passives,
    detractors,
    score: 100 * difference,
    variance,
    standardError,
    sampleStandardError: n === 1 ? null : 100 * Math.sqrt(variance / (n - 1)),
    confidence,
    interval: scoreInterval({ more: promoters, less: detractors, n, z }),
    waldInterval: [100 * difference - z * standardError, 100 * difference + z * standardError],
  };
}

/** From which answer on a person counts as passive and as promoter; below are the detractors. */
export interface PromoterThresholds {
  /** 9 unless said, on the scale from 0 to 10 */
  readonly promoterMin?: number;
  /** 7 unless said */
  readonly passiveMin?: number;
}

/**
 * Counts of answers, for `netPromoterScore`. Throws RangeError for NaN, an infinity, or thresholds in the wrong order.
 * @example promoterCountsOf([10, 9, 8, 7, 6, 0]) // { promoters: 2, passives: 2, detractors: 2 }
 */
export function promoterCountsOf(answers: ArrayLike<number>, { promoterMin = 9, passiveMin = 7 }: PromoterThresholds = {}): PromoterCounts {
  requireFinite(answers, 'answers');
  if (!(passiveMin <= promoterMin)) throw new RangeError(`passives begin below promoters: ${passiveMin}, ${promoterMin}`);
  let [promoters, passives, detractors] = [0, 0, 0];
  for (let i = 0; i < answers.length; i++) {
    if (answers[i]! >= promoterMin) promoters += 1;
    else if (answers[i]! >= passiveMin) passives += 1;
    else detractors += 1;
  }
  return { promoters, passives, detractors };
}

interface Difference {
  readonly more: number;
  readonly less: number;
  readonly n: number;
  readonly z: number;
}

/** The differences of two shares of one multinomial sample, in percent, at which the score statistic reaches z. */
function scoreInterval(counts: Difference): Interval {
  return [100 * scoreLimit(counts, -1), 100 * scoreLimit(counts, 1)];
}

function scoreLimit(counts: Difference, end: -1 | 1): number {
  const { more, less, n, z } = counts;
  const observed = (more - less) / n;
  const excess = (difference: number): number => (observed - difference) ** 2 * n - z * z * nullVariance(counts, difference);
  // When all answers fall into one group the observed difference is itself a root; the limit is the other one.
  const inside = observed + 1e-9 * (end - observed);
  if (excess(end) <= 0) return end;
  return excess(inside) < 0 ? brent(excess, inside, end) : observed;
}

/** Variance of one answer when the difference is given and the share of `less` is the likeliest one under it. */
function nullVariance({ more, less, n }: Difference, difference: number): number {
  const a = 2 * n;
  const b = (2 * n - more + less) * difference - more - less;
  const c = -less * difference * (1 - difference);
  const share = (Math.sqrt(Math.max(0, b * b - 4 * a * c)) - b) / (2 * a);
  return Math.max(0, 2 * share + difference * (1 - difference));
}
