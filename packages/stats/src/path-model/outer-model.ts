import { covarianceOf, meansOf, type CrossMoments } from '../moments/cross-moments.ts';

type Matrix = readonly (readonly number[])[];

/** One indicator of a construct. */
export interface Indicator {
  /** column, from 0 */
  readonly item: number;
  /** coefficient on the standardised indicator; together they give the construct variance 1 */
  readonly weight: number;
  /** correlation with the construct */
  readonly loading: number;
  readonly communality: number;
  readonly mean: number;
  /** with denominator n */
  readonly standardDeviation: number;
}

/** Ends of the answer scale. */
export interface Scale {
  readonly low: number;
  readonly high: number;
}

/** A block of the correlation matrix with the weights of its indicators. */
export interface Block {
  readonly correlation: Matrix;
  readonly items: readonly number[];
  readonly weights: readonly number[];
}

/**
 * 1, or −1 when a construct must be turned round: most indicators shall load positively; of equally many, by the sum of loadings.
 * @example orientationOf([0.9, -0.2, -0.1]) // -1
 */
export function orientationOf(loadings: readonly number[]): 1 | -1 {
  const majority = loadings.reduce((sum, loading) => sum + Math.sign(loading), 0);
  const decisive = majority === 0 ? loadings.reduce((sum, loading) => sum + loading, 0) : majority;
  return decisive < 0 ? -1 : 1;
}

/**
 * Correlations of the indicators of a block with their construct.
 * @example loadingsOfBlock({ correlation: [[1, 0.5], [0.5, 1]], items: [0, 1], weights: [1, 0] }) // [1, 0.5]
 */
export function loadingsOfBlock({ correlation, items, weights }: Block): number[] {
  return items.map((i) => items.reduce((sum, j, index) => sum + correlation[i]![j]! * weights[index]!, 0));
}

/**
 * The indicators of a block as they measure their construct.
 * @example indicatorsOf({ correlation: [[1]], items: [0], weights: [1] }, { n: 2, origin: [0], sums: [4], products: [[10]] }) // [{ item: 0, weight: 1, loading: 1, communality: 1, mean: 2, standardDeviation: 1 }]
 */
export function indicatorsOf(block: Block, moments: CrossMoments): Indicator[] {
  const loadings = loadingsOfBlock(block);
  const means = meansOf(moments);
  const variances = covarianceOf(moments).map((row, i) => (row[i]! * (moments.n - 1)) / moments.n);
  return block.items.map((item, index) => ({
    item,
    weight: block.weights[index]!,
    loading: loadings[index]!,
    communality: loadings[index]! ** 2,
    mean: means[item]!,
    standardDeviation: Math.sqrt(variances[item]!),
  }));
}

/**
 * The construct on 0–100: 100 · Σ w (mean − low)/(high − low) with weights in the units of the indicators, w = weight/sd, that sum to 1;
 * `null` when they sum to 0. Source: Fornell et al. (1996), Journal of Marketing 60, 7–18.
 * @example indexOf([{ weight: 1, standardDeviation: 2, mean: 8 }], { low: 1, high: 11 }) // 70
 */
export function indexOf(
  indicators: readonly Pick<Indicator, 'weight' | 'standardDeviation' | 'mean'>[],
  { low, high }: Scale,
): number | null {
  const raw = indicators.map(({ weight, standardDeviation }) => weight / standardDeviation);
  const total = raw.reduce((sum, weight) => sum + weight, 0);
  if (total === 0) return null;
  const mean = indicators.reduce((sum, indicator, index) => sum + (raw[index]! / total) * indicator.mean, 0);
  return (100 * (mean - low)) / (high - low);
}
