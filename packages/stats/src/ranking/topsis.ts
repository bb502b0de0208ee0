import { insufficient, undetermined, type Outcome } from '../result/outcome.ts';
import { criteriaOf, minMaxScale, ranksFromBest, requireWeights, type DecisionMatrix } from './decision-matrix.ts';

/** How criteria become comparable: divided by their Euclidean norm, or min-max scaled. */
export type TopsisNormalisation = 'vector' | 'min-max';

/** Alternatives by their closeness to the ideal. */
export interface Topsis {
  readonly kind: 'topsis';
  /** alternatives */
  readonly n: number;
  /** weighted distance to the best and to the worst value of every criterion */
  readonly toIdeal: readonly number[];
  readonly toAntiIdeal: readonly number[];
  /** toAntiIdeal / (toIdeal + toAntiIdeal): 1 the ideal, 0 the anti-ideal */
  readonly closeness: readonly number[];
  /** 1 is best */
  readonly ranks: readonly number[];
  readonly method: { readonly normalisation: TopsisNormalisation };
}

/**
 * Technique for order preference by similarity to an ideal solution. 'vector' keeps the direction of a criterion where smaller is better and
 * swaps its ideals; 'min-max' turns it round first. Both rank differently at times, so the normalisation is part of the result. Weights are
 * taken as they are: their scale moves distances, not closeness. No alternative: insufficient; all alternatives equal: undetermined.
 * Throws RangeError for rows of unequal length, NaN, an infinity, or weights that are negative or all 0.
 * Source: Hwang and Yoon (1981), Multiple Attribute Decision Making, section 3.2.6.
 * @example topsis({ matrix: [[250, 16], [200, 8], [300, 32]], benefit: [false, true] }, [0.5, 0.5]) // { closeness: [0.35307…, 0.25824…, 0.74175…], ranks: [2, 3, 1] }
 */
export function topsis(
  decision: DecisionMatrix,
  weights: readonly number[],
  { normalisation = 'vector' }: { readonly normalisation?: TopsisNormalisation } = {},
): Outcome<Topsis> {
  const criteria = criteriaOf(decision);
  const n = decision.matrix.length;
  if (n === 0) return insufficient(0, 1);
  requireWeights(weights, criteria.length);
  const scaled = normalisation === 'vector' ? vectorScaled(decision.matrix, criteria) : minMaxScale(decision).values;
  const weighted = scaled.map((row) => row.map((value, j) => value * weights[j]!));
  const columns = criteria.map(({ benefit }, j) => ({
    values: weighted.map((row) => row[j]!),
    larger: normalisation === 'min-max' || benefit,
  }));
  const ideal = columns.map(({ values, larger }) => (larger ? Math.max(...values) : Math.min(...values)));
  const antiIdeal = columns.map(({ values, larger }) => (larger ? Math.min(...values) : Math.max(...values)));
  const toIdeal = weighted.map((row) => distance(row, ideal));
  const toAntiIdeal = weighted.map((row) => distance(row, antiIdeal));
  if (distance(ideal, antiIdeal) === 0) return undetermined(n, 'no-variation');
  const closeness = toAntiIdeal.map((far, i) => far / (far + toIdeal[i]!));
  return { kind: 'topsis', n, toIdeal, toAntiIdeal, closeness, ranks: ranksFromBest(closeness), method: { normalisation } };
}

/** Each column divided by its Euclidean norm; a column of zeros stays. */
function vectorScaled(matrix: readonly (readonly number[])[], criteria: readonly { readonly values: readonly number[] }[]): number[][] {
  const norms = criteria.map(({ values }) => Math.hypot(...values) || 1);
  return matrix.map((row) => row.map((value, j) => value / norms[j]!));
}

const distance = (a: readonly number[], b: readonly number[]): number => Math.hypot(...a.map((value, j) => value - b[j]!));
