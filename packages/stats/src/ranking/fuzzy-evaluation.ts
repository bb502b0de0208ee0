import { undetermined, type Undetermined } from '../result/outcome.ts';
import { requireTable } from '../result/require-finite.ts';
import { requireWeights } from './decision-matrix.ts';

/** How weights and memberships are combined: Σ w r, max min(w, r), max w r, min(1, Σ min(w, r)). */
export type FuzzyOperator = 'weighted-sum' | 'max-min' | 'max-product' | 'bounded-sum';

/** A fuzzy verdict over grades. */
export interface FuzzyEvaluation {
  readonly kind: 'fuzzy-evaluation';
  /** factors */
  readonly n: number;
  /** membership of each grade */
  readonly membership: readonly number[];
  /** the same, summing to 1 */
  readonly normalised: readonly number[];
  /** index from 0 of the grade with the largest membership, the first of equals */
  readonly grade: number;
  /** normalised membership × score of the grades; null without scores */
  readonly score: number | null;
  readonly method: { readonly operator: FuzzyOperator };
}

/**
 * Fuzzy comprehensive evaluation B = w ∘ R of factors (rows of R) over grades (columns). The operator decides what counts, so it is part of
 * the result: only 'weighted-sum' uses all information. A verdict without any membership is undetermined. Throws RangeError for memberships
 * outside 0..1, weights that are negative or all 0, or lists that do not fit.
 * Source: Zadeh (1965), Information and Control 8, 338–353; Wang (1983), Fuzzy Sets Theory and Applications (in Chinese).
 * @example fuzzyEvaluation([0.6, 0.4], [[0.5, 0.5, 0], [0.2, 0.3, 0.5]], { scores: [100, 80, 60] }) // { membership: [0.38…, 0.42…, 0.2…], grade: 1, score: 83.6… }
 * @example fuzzyEvaluation([0.6, 0.4], [[0.5, 0.5, 0], [0.2, 0.3, 0.5]], { operator: 'max-min' }) // { membership: [0.5, 0.5, 0.4], grade: 0, score: null }
 */
export function fuzzyEvaluation(
  weights: readonly number[],
  relation: readonly (readonly number[])[],
  { operator = 'weighted-sum', scores }: { readonly operator?: FuzzyOperator; readonly scores?: readonly number[] } = {},
): FuzzyEvaluation | Undetermined {
  const grades = requireTable(relation);
  requireWeights(weights, relation.length);
  if (relation.some((row) => row.some((r) => r < 0 || r > 1 + rounding))) throw new RangeError('memberships lie between 0 and 1');
  if (scores !== undefined && scores.length !== grades) throw new RangeError('each grade has a score');
  const compose = operators[operator];
  const membership = Array.from({ length: grades }, (_, j) => compose(weights, (i) => relation[i]![j]!));
  const total = membership.reduce((sum, value) => sum + value, 0);
  if (total === 0) return undetermined(relation.length, 'no-variation');
  const normalised = membership.map((value) => value / total);
  const grade = membership.reduce((best, value, j) => (value > membership[best]! ? j : best), 0);
  const score = scores === undefined ? null : normalised.reduce((sum, value, j) => sum + value * scores[j]!, 0);
  return { kind: 'fuzzy-evaluation', n: relation.length, membership, normalised, grade, score, method: { operator } };
}

/** Shares that were added up may exceed 1 by this. */
const rounding = 1e-9;

type Compose = (weights: readonly number[], r: (factor: number) => number) => number;

const operators: Record<FuzzyOperator, Compose> = {
  'weighted-sum': (weights, r) => weights.reduce((sum, w, i) => sum + w * r(i), 0),
  'max-min': (weights, r) => weights.reduce((max, w, i) => Math.max(max, Math.min(w, r(i))), 0),
  'max-product': (weights, r) => weights.reduce((max, w, i) => Math.max(max, w * r(i)), 0),
  'bounded-sum': (weights, r) =>
    Math.min(
      1,
      weights.reduce((sum, w, i) => sum + Math.min(w, r(i)), 0),
    ),
};
