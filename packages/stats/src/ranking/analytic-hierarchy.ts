import { undetermined, type Outcome } from '../result/outcome.ts';
import { requireTable } from '../result/require-finite.ts';
import { normaliseWeights } from './decision-matrix.ts';

/**
 * Saaty's random indices for 1 … 15 criteria: the mean consistency index of random judgements. Tables of other authors differ, so the index
 * used is part of the result. Source: Saaty (1980), The Analytic Hierarchy Process, McGraw-Hill.
 */
export const saatyRandomIndex: readonly number[] = [0, 0, 0.58, 0.9, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49, 1.51, 1.48, 1.56, 1.57, 1.59];

/** Weights from pairwise judgements, and how far these agree with each other. */
export interface AnalyticHierarchy {
  readonly kind: 'analytic-hierarchy';
  /** criteria */
  readonly n: number;
  /** principal eigenvector, the weights to use; sum 1 */
  readonly weights: readonly number[];
  /** for comparison: geometric means of rows, and means of normalised columns */
  readonly geometricMean: readonly number[];
  readonly columnMean: readonly number[];
  /** largest eigenvalue; n for judgements without contradiction */
  readonly lambdaMax: number;
  /** (λmax − n)/(n − 1) */
  readonly consistencyIndex: number;
  /** consistency index / random index; up to 0.1 is usual. 0 for one or two criteria, null beyond the table of random indices */
  readonly consistencyRatio: number | null;
  /** the judgement that contradicts the weights most; null for one criterion */
  readonly mostInconsistent: { readonly row: number; readonly column: number; readonly judged: number; readonly implied: number } | null;
  readonly method: { readonly randomIndex: number | null };
}

/**
 * Analytic hierarchy process: weights as principal eigenvector of a positive reciprocal matrix, a[i][j] saying how many times as important i
 * is as j. Reciprocals may be rounded (0.33 for 1/3). Contradictory to the degree that the eigenvector is not found: undetermined. Throws
 * RangeError for a matrix that is empty, not square, not positive, or further from reciprocal than 15 %.
 * Source: Saaty (1980); Saaty (2008), International Journal of Services Sciences 1, 83–98.
 * @example analyticHierarchy([[1, 2, 6], [1 / 2, 1, 3], [1 / 6, 1 / 3, 1]]) // { weights: [0.6…, 0.3…, 0.1…], lambdaMax: 3.0…, method: { randomIndex: 0.58 } }
 */
export function analyticHierarchy(
  judgements: readonly (readonly number[])[],
  { randomIndex = saatyRandomIndex }: { readonly randomIndex?: readonly number[] } = {},
): Outcome<AnalyticHierarchy> {
  requireReciprocal(judgements);
  const n = judgements.length;
  const weights = principalVector(judgements);
  if (weights === null) return undetermined(n, 'not-converged');
  const lambdaMax = product(judgements, weights).reduce((sum, value, i) => sum + value / weights[i]!, 0) / n;
  // not below 0: a reciprocal matrix has no eigenvalue sum below n but for rounding
  const consistencyIndex = n < 3 ? 0 : Math.max(0, (lambdaMax - n) / (n - 1));
  const index = randomIndex[n - 1] ?? null;
  return {
    kind: 'analytic-hierarchy',
    n,
    weights,
    geometricMean: normaliseWeights(judgements.map(geometricMeanOf)),
    columnMean: columnMeans(judgements),
    lambdaMax,
    consistencyIndex,
    consistencyRatio: ratioOf(n, consistencyIndex, index),
    mostInconsistent: mostInconsistentOf(judgements, weights),
    method: { randomIndex: index },
  };
}

/**
 * Judgements of a group: geometric means of the members' judgements, the only mean that keeps reciprocals. Throws RangeError without a
 * member, for matrices of different sizes, or judgements that are not positive.
 * Source: Aczél and Saaty (1983), Journal of Mathematical Psychology 27, 93–102.
 * @example groupJudgements([[[1, 2], [0.5, 1]], [[1, 8], [0.125, 1]]]) // [[1, 4…], [0.25…, 1]]
 */
export function groupJudgements(members: readonly (readonly (readonly number[])[])[]): number[][] {
  const [first] = members;
  if (first === undefined) throw new RangeError('a group has a member');
  members.forEach(requireReciprocal);
  if (members.some((matrix) => matrix.length !== first.length)) throw new RangeError('all members judge the same criteria');
  return first.map((row, i) => row.map((_, j) => geometricMeanOf(members.map((matrix) => matrix[i]![j]!))));
}

/** How far a[i][j] · a[j][i] may be from 1: judgements such as 0.13 for 1/8 are rounded. */
const reciprocity = 0.15;

function requireReciprocal(matrix: readonly (readonly number[])[]): void {
  const n = matrix.length;
  if (n === 0 || requireTable(matrix) !== n) throw new RangeError('a matrix of judgements is square and not empty');
  if (matrix.some((row) => row.some((judgement) => judgement <= 0))) throw new RangeError('judgements are above 0');
  matrix.forEach((row, i) =>
    row.forEach((judgement, j) => {
      if (Math.abs(judgement * matrix[j]![i]! - 1) > reciprocity)
        throw new RangeError(`judgements ${i}, ${j} and ${j}, ${i} are no reciprocals`);
    }),
  );
}

/** Power iteration, which converges for every positive matrix (Perron). */
function principalVector(matrix: readonly (readonly number[])[]): number[] | null {
  let vector = normaliseWeights(matrix.map(geometricMeanOf));
  for (let step = 0; step < 10_000; step++) {
    const next = normaliseWeights(product(matrix, vector));
    const change = next.reduce((max, value, i) => Math.max(max, Math.abs(value - vector[i]!) / value), 0);
    vector = next;
    if (change < 1e-14) return vector;
  }
  return null;
}

function ratioOf(n: number, consistencyIndex: number, randomIndex: number | null): number | null {
  if (n < 3) return 0;
  return randomIndex === null || randomIndex <= 0 ? null : consistencyIndex / randomIndex;
}

function columnMeans(matrix: readonly (readonly number[])[]): number[] {
  const totals = matrix.map((_, j) => matrix.reduce((sum, row) => sum + row[j]!, 0));
  return matrix.map((row) => row.reduce((sum, judgement, j) => sum + judgement / totals[j]!, 0) / matrix.length);
}

function mostInconsistentOf(matrix: readonly (readonly number[])[], weights: readonly number[]): AnalyticHierarchy['mostInconsistent'] {
  let worst: AnalyticHierarchy['mostInconsistent'] = null;
  let largest = -1;
  for (let row = 0; row < weights.length; row++) {
    for (let column = row + 1; column < weights.length; column++) {
      const judged = matrix[row]![column]!;
      const implied = weights[row]! / weights[column]!;
      const contradiction = Math.abs(Math.log(judged / implied));
      if (contradiction > largest) [worst, largest] = [{ row, column, judged, implied }, contradiction];
    }
  }
  return worst;
}

const product = (matrix: readonly (readonly number[])[], vector: readonly number[]): number[] =>
  matrix.map((row) => row.reduce((sum, value, j) => sum + value * vector[j]!, 0));

const geometricMeanOf = (values: readonly number[]): number =>
  Math.exp(values.reduce((sum, value) => sum + Math.log(value), 0) / values.length);
