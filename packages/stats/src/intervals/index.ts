export { clopperPearsonInterval, jeffreysInterval } from './beta-intervals.ts';
export { meanInterval } from './mean-interval.ts';
export { percentileInterval } from './percentile-interval.ts';
export { agrestiCoullInterval, waldInterval } from './wald-interval.ts';
export { weightedMean, type WeightedMean } from './weighted-mean.ts';
export { wilsonContinuityInterval, wilsonInterval } from './wilson-interval.ts';
