import { regression } from './inner-model.ts';
import type { Neighbours } from './path-model.ts';

type Matrix = readonly (readonly number[])[];

/** How much a neighbour counts in the inner estimate: by sign of the correlation, by the correlation, or by the direction of the path. */
export type InnerScheme = 'centroid' | 'factorial' | 'path';

/** The indicators of each latent, as columns of the correlation matrix, and who acts on whom. */
export interface Blocks extends Pick<Neighbours, 'predecessors' | 'successors'> {
  readonly blocks: readonly (readonly number[])[];
  readonly scheme: InnerScheme;
}

/** Weights of standardised indicators that give the latents variance 1, and the correlations of the latents. */
export interface LatentWeights {
  /** `weights[latent][indicator]` */
  readonly weights: Matrix;
  readonly correlations: Matrix;
  readonly iterations: number;
}

const mostRounds = 2000;
const smallestChange = 1e-12;

/**
 * Outer weights of partial least squares, mode A, from the correlations of all indicators: each latent is estimated from its neighbours,
 * and its indicators are weighted by their covariances with that, until no weight changes by 1e-12. Signs are left open. `null` when a
 * regression on predecessors is singular, a block cancels out, or 2,000 rounds did not suffice. Source: Wold (1982), in Systems under
 * Indirect Observation II, 1–54; Lohmöller (1989), Latent Variable Path Modeling with Partial Least Squares.
 * @example latentWeights([[1, 0.5], [0.5, 1]], { blocks: [[0], [1]], predecessors: [[], [0]], successors: [[1], []], scheme: 'centroid' }) // { weights: [[1], [1]], correlations: [[1, 0.5], [0.5, 1]] }
 */
export function latentWeights(correlation: Matrix, model: Blocks): LatentWeights | null {
  const between = model.blocks.map((own) => model.blocks.map((other) => own.map((i) => other.map((j) => correlation[i]![j]!))));
  let weights = allPresent(
    between.map((row, latent) =>
      withUnitVariance(
        row[latent]!.map(() => 1),
        row[latent]!,
      ),
    ),
  );
  for (let iterations = 1; weights !== null && iterations <= mostRounds; iterations++) {
    const current = weights;
    const covariances = between.map((row) => row.map((block, other) => timesVector(block, current[other]!)));
    const correlations = covariances.map((row, latent) => row.map((covariance) => dot(current[latent]!, covariance)));
    const inner = allPresent(correlations.map((_, latent) => innerWeights(correlations, latent, model)));
    if (inner === null) return null;
    weights = allPresent(covariances.map((row, latent) => withUnitVariance(combined(row, inner[latent]!), between[latent]![latent]!)));
    if (weights !== null && largestChange(current, weights) < smallestChange) return { weights: current, correlations, iterations };
  }
  return null;
}

/** How much every latent counts in the inner estimate of one: 0 without a path between them. */
function innerWeights(correlations: Matrix, latent: number, { predecessors, successors, scheme }: Blocks): number[] | null {
  const before = predecessors[latent]!;
  const coefficients = scheme === 'path' ? regression(correlations, latent, before) : [];
  if (coefficients === null) return null;
  return correlations[latent]!.map((r, other) => {
    if (!before.includes(other) && !successors[latent]!.includes(other)) return 0;
    if (scheme === 'centroid') return Math.sign(r);
    return scheme === 'path' && before.includes(other) ? coefficients[before.indexOf(other)]! : r;
  });
}

/** Covariances of the indicators with the sum of the neighbours, each counted by its inner weight. */
function combined(covariances: Matrix, inner: readonly number[]): number[] {
  return covariances[0]!.map((_, i) => covariances.reduce((sum, covariance, other) => sum + inner[other]! * covariance[i]!, 0));
}

function withUnitVariance(weights: readonly number[], block: Matrix): number[] | null {
  const variance = dot(weights, timesVector(block, weights));
  return variance > 1e-14 * dot(weights, weights) ? weights.map((weight) => weight / Math.sqrt(variance)) : null;
}

const largestChange = (before: Matrix, after: Matrix): number =>
  Math.max(...after.flatMap((own, latent) => own.map((weight, i) => Math.abs(weight - before[latent]![i]!))));
const allPresent = <T>(values: readonly (T | null)[]): T[] | null => {
  const present = values.filter((value): value is T => value !== null);
  return present.length === values.length ? present : null;
};
const dot = (a: readonly number[], b: readonly number[]): number => a.reduce((sum, value, index) => sum + value * b[index]!, 0);
const timesVector = (matrix: Matrix, vector: readonly number[]): number[] => matrix.map((row) => dot(row, vector));
