import { requireTable } from '../result/require-finite.ts';

/** Alternatives (rows) by criteria (columns); `benefit` says per criterion whether larger is better. */
export interface DecisionMatrix {
  readonly matrix: readonly (readonly number[])[];
  /** larger is better everywhere unless said */
  readonly benefit?: readonly boolean[];
}

/** A decision matrix on a common scale. */
export interface ScaledMatrix {
  /** 0 the worst … 1 the best alternative of each criterion; 0 throughout a constant one */
  readonly values: readonly (readonly number[])[];
  /** criteria in which all alternatives are equal, from 0 */
  readonly constant: readonly number[];
}

/**
 * Columns of a decision matrix with their direction. Throws RangeError for rows of unequal length, NaN, an infinity, or a list of
 * directions of another length.
 * @example criteriaOf({ matrix: [[1, 9], [2, 8]], benefit: [true, false] }) // [{ values: [1, 2], benefit: true }, { values: [9, 8], benefit: false }]
 */
export function criteriaOf({ matrix, benefit }: DecisionMatrix): { readonly values: number[]; readonly benefit: boolean }[] {
  const criteria = requireTable(matrix);
  if (benefit !== undefined && benefit.length !== criteria)
    throw new RangeError(`each criterion has a direction: ${criteria}, ${benefit.length}`);
  return Array.from({ length: criteria }, (_, j) => ({ values: matrix.map((row) => row[j]!), benefit: benefit?.[j] ?? true }));
}

/**
 * Min-max scaling by criterion: (x − min)/(max − min) where larger is better, else (max − x)/(max − min). Throws as `criteriaOf`.
 * @example minMaxScale({ matrix: [[1, 9], [2, 8], [3, 4]], benefit: [true, false] }) // { values: [[0, 0], [0.5, 0.2], [1, 1]], constant: [] }
 */
export function minMaxScale(decision: DecisionMatrix): ScaledMatrix {
  const criteria = criteriaOf(decision).map(({ values, benefit }) => scaleOf(values, benefit));
  return {
    values: decision.matrix.map((row) => row.map((x, j) => criteria[j]!.scale(x))),
    constant: [...criteria.keys()].filter((j) => criteria[j]!.constant),
  };
}

function scaleOf(values: readonly number[], benefit: boolean): { readonly constant: boolean; readonly scale: (x: number) => number } {
  const min = values.reduce((a, b) => Math.min(a, b), Infinity);
  const max = values.reduce((a, b) => Math.max(a, b), -Infinity);
  if (min === max) return { constant: true, scale: () => 0 };
  return { constant: false, scale: (x) => (benefit ? x - min : max - x) / (max - min) };
}

/**
 * Weighted sum of each row of a scaled matrix: the composite score. Throws RangeError when weights and criteria differ in number.
 * @example weightedScores([[0, 1], [1, 0.5]], [0.25, 0.75]) // [0.75, 0.625]
 */
export function weightedScores(values: readonly (readonly number[])[], weights: readonly number[]): number[] {
  if (values.some((row) => row.length !== weights.length)) throw new RangeError('each criterion has a weight');
  return values.map((row) => row.reduce((sum, value, j) => sum + value * weights[j]!, 0));
}

/**
 * Rank of each score, 1 for the largest. Equal scores keep the order of the rows.
 * @example ranksFromBest([0.2, 0.9, 0.5]) // [3, 1, 2]
 */
export function ranksFromBest(scores: readonly number[]): number[] {
  const order = [...scores.keys()].sort((a, b) => scores[b]! - scores[a]!);
  const ranks = scores.map(() => 0);
  order.forEach((row, place) => (ranks[row] = place + 1));
  return ranks;
}

/**
 * Refuses weights that are negative, not finite, or all 0. Throws RangeError.
 * @example requireWeights([0.5, 0.5], 2) // undefined
 */
export function requireWeights(weights: readonly number[], count: number): void {
  if (weights.length !== count) throw new RangeError(`there are ${count} weights needed, not ${weights.length}`);
  const good = weights.every((weight) => Number.isFinite(weight) && weight >= 0);
  if (!good || weights.every((weight) => weight === 0)) throw new RangeError('weights are not negative, and one is above 0');
}

/**
 * Shares that sum to 1. Throws RangeError as `requireWeights`.
 * @example normaliseWeights([1, 3]) // [0.25, 0.75]
 */
export function normaliseWeights(weights: readonly number[]): number[] {
  requireWeights(weights, weights.length);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}
