import { correlationOf, crossMomentsOf } from '../moments/cross-moments.ts';
import { insufficient, isDetermined, undetermined, type Outcome } from '../result/outcome.ts';
import { minMaxScale, type DecisionMatrix } from './decision-matrix.ts';

/** Weights from the contrast and the conflict of criteria. */
export interface CriticWeights {
  readonly kind: 'critic-weights';
  /** alternatives */
  readonly n: number;
  /** standard deviation of each min-max scaled criterion */
  readonly deviations: readonly number[];
  /** Σ (1 − r) with the other criteria that vary */
  readonly conflicts: readonly number[];
  /** deviation × conflict */
  readonly information: readonly number[];
  /** information, normalised to sum 1; 0 for a constant criterion */
  readonly weights: readonly number[];
  /** criteria in which all alternatives are equal, from 0; they take no part */
  readonly constant: readonly number[];
  readonly method: { readonly normalisation: 'min-max'; readonly denominator: 'n' | 'n-1' };
}

/**
 * CRITIC weights (criteria importance through intercriteria correlation) of a decision matrix: C = s · Σ(1 − r) on min-max scaled values.
 * The denominator of s changes C, not the weights. Fewer than two alternatives: insufficient; no criterion varies, or all are perfectly
 * correlated: undetermined. Throws RangeError for rows of unequal length, NaN or an infinity.
 * Source: Diakoulaki, Mavrotas and Papayannakis (1995), Computers & Operations Research 22, 763–770.
 * @example criticWeights({ matrix: [[1, 9], [2, 8], [3, 9]] }) // { deviations: [0.5, 0.577…], conflicts: [1…, 1…], weights: [0.4641…, 0.5358…] }
 */
export function criticWeights(
  decision: DecisionMatrix,
  { denominator = 'n-1' }: { readonly denominator?: 'n' | 'n-1' } = {},
): Outcome<CriticWeights> {
  const { values, constant } = minMaxScale(decision);
  const n = values.length;
  if (n < 2) return insufficient(n, 2);
  const columns = (values[0] ?? []).map((_, j) => values.map((row) => row[j]!));
  const varying = [...columns.keys()].filter((j) => !constant.includes(j));
  const correlation = correlationOf(crossMomentsOf(values.map((row) => varying.map((j) => row[j]!))));
  if (varying.length === 0 || !isDetermined(correlation)) return undetermined(n, 'no-variation', constant);
  const deviations = columns.map((column) => deviationOf(column, denominator === 'n' ? n : n - 1));
  const conflictOf = new Map(varying.map((j, place) => [j, correlation.matrix[place]!.reduce((sum, r) => sum + 1 - r, 0)]));
  const conflicts = columns.map((_, j) => conflictOf.get(j) ?? 0);
  const information = deviations.map((deviation, j) => deviation * conflicts[j]!);
  const total = information.reduce((sum, c) => sum + c, 0);
  if (!(total > 1e-12)) return undetermined(n, 'no-variation', constant);
  const weights = information.map((c) => c / total);
  return {
    kind: 'critic-weights',
    n,
    deviations,
    conflicts,
    information,
    weights,
    constant,
    method: { normalisation: 'min-max', denominator },
  };
}

function deviationOf(values: readonly number[], denominator: number): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / denominator);
}
