export { describe } from './describe.ts';
export type { Description } from './describe.ts';
export { geometricMean, mean, trimmedMean } from './mean.ts';
export { median, quantile, quantileOfSorted } from './quantile.ts';
export type { QuantileType } from './quantile.ts';
export { excessKurtosis, skewness } from './shape.ts';
export type { ExcessKurtosis, Skewness } from './shape.ts';
export { interquartileRange, medianAbsoluteDeviation, normalMadFactor, populationVariance, standardDeviation, variance } from './spread.ts';
