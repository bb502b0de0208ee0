import { insufficient, undetermined, type Outcome } from '../result/outcome.ts';
import { criteriaOf, minMaxScale, weightedScores, type DecisionMatrix } from './decision-matrix.ts';

/** How columns become shares: the raw values, which ignores direction, or min-max scaled values. */
export type EntropyNormalisation = 'sum' | 'min-max';

/** Weights from the dispersion of each criterion. */
export interface EntropyWeights {
  readonly kind: 'entropy-weights';
  /** alternatives */
  readonly n: number;
  /** entropy per criterion: 1 when all alternatives are equal */
  readonly entropy: readonly number[];
  /** (1 − entropy), normalised to sum 1; 0 for a constant criterion */
  readonly weights: readonly number[];
  /** weighted sum of the min-max scaled values per alternative; null when a criterion is constant */
  readonly scores: readonly number[] | null;
  /** criteria in which all alternatives are equal, from 0 */
  readonly constant: readonly number[];
  readonly method: { readonly normalisation: EntropyNormalisation; readonly shift: number };
}

/**
 * Entropy weights: e = −Σ p ln p / ln m with p the shares of the m alternatives in a criterion (0 ln 0 = 0), weight ∝ 1 − e. The
 * normalisation and a shift added before taking shares change the weights, so both are part of the result. Fewer than two alternatives:
 * insufficient; no criterion varies: undetermined. Throws RangeError for rows of unequal length, negative values under 'sum', or a negative shift.
 * Source: Shannon (1948), Bell System Technical Journal 27, 379–423; Hwang and Yoon (1981), Multiple Attribute Decision Making, section 3.1.3.
 * @example entropyWeights({ matrix: [[4, 1, 8], [4, 3, 2], [4, 6, 5], [4, 2, 5]] }, { normalisation: 'sum' }) // { entropy: [1, 0.86478…, 0.93048…], weights: [0, 0.66044…, 0.33955…], scores: null, constant: [0] }
 */
export function entropyWeights(
  decision: DecisionMatrix,
  { normalisation = 'min-max', shift = 0 }: { readonly normalisation?: EntropyNormalisation; readonly shift?: number } = {},
): Outcome<EntropyWeights> {
  if (!(shift >= 0)) throw new RangeError(`a shift is not negative: ${shift}`);
  const criteria = criteriaOf(decision);
  const n = decision.matrix.length;
  if (n < 2) return insufficient(n, 2);
  const scaled = minMaxScale(decision);
  const columns =
    normalisation === 'sum' ? criteria.map(({ values }) => values) : criteria.map((_, j) => scaled.values.map((row) => row[j]!));
  const entropy = columns.map((values, j) => (scaled.constant.includes(j) ? 1 : entropyOf(values.map((value) => value + shift))));
  const total = entropy.reduce((sum, e) => sum + 1 - e, 0);
  if (!(total > 0)) return undetermined(n, 'no-variation', scaled.constant);
  const weights = entropy.map((e) => (1 - e) / total);
  const scores = scaled.constant.length > 0 ? null : weightedScores(scaled.values, weights);
  return { kind: 'entropy-weights', n, entropy, weights, scores, constant: scaled.constant, method: { normalisation, shift } };
}

/** 1 for equal values, 0 when one has everything. */
function entropyOf(values: readonly number[]): number {
  if (values.some((value) => value < 0)) throw new RangeError('shares need values from 0 on');
  const total = values.reduce((sum, value) => sum + value, 0);
  const surprise = values.reduce((sum, value) => (value > 0 ? sum - (value / total) * Math.log(value / total) : sum), 0);
  // not above 1 by rounding
  return Math.min(1, surprise / Math.log(values.length));
}
