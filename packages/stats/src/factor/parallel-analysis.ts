import { quantile as quantileOf } from '../describe/quantile.ts';
import { symmetricEigen } from '../matrix/decompositions.ts';
import { correlationOf, crossMomentsOf, type CrossMoments } from '../moments/cross-moments.ts';
import { seededRandom, type Random } from '../random/seeded-random.ts';
import { insufficient, isDetermined, type Outcome } from '../result/outcome.ts';
import { wishartDeviate } from './wishart-deviate.ts';

/** Which principal components exceed what uncorrelated items of the same number and size of sample show by chance. */
export interface ParallelAnalysis {
  readonly kind: 'parallel-analysis';
  readonly n: number;
  /** eigenvalues of the correlation matrix, descending */
  readonly observed: readonly number[];
  readonly randomMeans: readonly number[];
  readonly randomQuantiles: readonly number[];
  /** leading components above the quantile of chance */
  readonly components: number;
  /** leading components above the mean of chance */
  readonly componentsAboveMean: number;
  readonly method: { readonly distribution: 'normal'; readonly simulations: number; readonly quantile: number; readonly seed: number };
}

/** How often to simulate, where to cut, and from which seed. */
export interface ParallelAnalysisOptions {
  readonly seed: number;
  readonly simulations?: number;
  readonly quantile?: number;
}

/**
 * Horn's parallel analysis of principal components from cross-moments: eigenvalues beside those of random normal data. As the moments
 * of random data are drawn directly, it costs the same for any n. No more observations than items are insufficient; a constant item
 * leaves it undetermined. Source: Horn (1965), Psychometrika 30, 179–185; quantile by Glorfeld (1995), Educational and Psychological
 * Measurement 55, 377–393. Throws RangeError for fewer than one simulation or a quantile outside 0..1.
 * @example parallelAnalysisFromMoments({ n: 100, origin: [0, 0], sums: [0, 0], products: [[99, 49.5], [49.5, 99]] }, { seed: 1 }) // { observed: [1.5000…, 0.5000…], components: 1 }
 */
export function parallelAnalysisFromMoments(
  moments: CrossMoments,
  { seed, simulations = 500, quantile = 0.95 }: ParallelAnalysisOptions,
): Outcome<ParallelAnalysis> {
  if (!Number.isInteger(simulations) || simulations < 1) throw new RangeError(`at least one simulation is needed: ${simulations}`);
  const { n } = moments;
  const items = moments.sums.length;
  if (n <= items) return insufficient(n, items + 1);
  const correlation = correlationOf(moments);
  if (!isDetermined(correlation)) return correlation;
  const observed = symmetricEigen(correlation.matrix).values;
  const random = seededRandom(seed);
  const simulated = Array.from({ length: simulations }, () => randomEigenvalues(items, n, random));
  const perComponent = observed.map((_, component) => simulated.map((values) => values[component]!));
  const randomMeans = perComponent.map((values) => values.reduce((sum, value) => sum + value, 0) / simulations);
  const randomQuantiles = perComponent.map((values) => quantileOf(values, quantile, 7));
  return {
    kind: 'parallel-analysis',
    n,
    observed,
    randomMeans,
    randomQuantiles,
    components: leadingRun(observed, randomQuantiles),
    componentsAboveMean: leadingRun(observed, randomMeans),
    method: { distribution: 'normal', simulations, quantile, seed },
  };
}

/**
 * Horn's parallel analysis of complete rows, one column per item, see `parallelAnalysisFromMoments`.
 * @example parallelAnalysis([[1, 2], [2, 1]], { seed: 1 }) // { kind: 'insufficient', n: 2, needed: 3 }
 */
export function parallelAnalysis(rows: readonly (readonly number[])[], options: ParallelAnalysisOptions): Outcome<ParallelAnalysis> {
  return parallelAnalysisFromMoments(crossMomentsOf(rows), options);
}

function randomEigenvalues(items: number, n: number, random: Random): number[] {
  const products = wishartDeviate(items, n - 1, random);
  const roots = products.map((row, i) => Math.sqrt(row[i]!));
  return symmetricEigen(products.map((row, i) => row.map((cell, j) => cell / (roots[i]! * roots[j]!)))).values;
}

function leadingRun(observed: readonly number[], chance: readonly number[]): number {
  const end = observed.findIndex((value, component) => !(value > chance[component]!));
  return end < 0 ? observed.length : end;
}
