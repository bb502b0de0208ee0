import { solve } from '../matrix/decompositions.ts';
import type { Neighbours } from './path-model.ts';

type Matrix = readonly (readonly number[])[];

/** What latents do to each other, all of variance 1. */
export interface InnerModel {
  /** effect of each path, in the order of the paths */
  readonly effects: readonly number[];
  /** of each latent; `null` when nothing acts on it */
  readonly rSquared: readonly (number | null)[];
}

/**
 * Regressions of every latent on those that act on it, from the correlations of the latents. `null` when predecessors are linearly
 * dependent.
 * @example innerModel([[1, 0.5], [0.5, 1]], { ends: [{ from: 0, to: 1 }], predecessors: [[], [0]], successors: [[1], []] }) // { effects: [0.5], rSquared: [null, 0.25] }
 */
export function innerModel(correlations: Matrix, { ends, predecessors }: Neighbours): InnerModel | null {
  const coefficients = predecessors.map((before, latent) => regression(correlations, latent, before));
  if (coefficients.includes(null)) return null;
  const effects = ends.map(({ from, to }) => coefficients[to]![predecessors[to]!.indexOf(from)]!);
  const rSquared = predecessors.map((before, latent) => {
    if (before.length === 0) return null;
    return before.reduce((sum, other, index) => sum + coefficients[latent]![index]! * correlations[other]![latent]!, 0);
  });
  return { effects, rSquared };
}

/**
 * Regression coefficients of a latent on those that act on it, all of variance 1; `null` when these are linearly dependent.
 * @example regression([[1, 0.5], [0.5, 1]], 1, [0]) // [0.5]
 */
export function regression(correlations: Matrix, latent: number, predecessors: readonly number[]): number[] | null {
  return solve(
    predecessors.map((i) => predecessors.map((j) => correlations[i]![j]!)),
    predecessors.map((i) => correlations[i]![latent]!),
  );
}
