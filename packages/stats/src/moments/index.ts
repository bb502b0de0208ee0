export { completeRows } from './complete-rows.ts';
export { addCrossMoments, constantItems, correlationOf, covarianceOf, crossMomentsOf, meansOf, selectItems } from './cross-moments.ts';
export type { CorrelationMatrix, CrossMoments } from './cross-moments.ts';
export { addMoments, meanOf, momentsOf, varianceOf } from './moments.ts';
export type { Moments } from './moments.ts';
export { addPairCounts, pairCountsOf, pairTable } from './pair-counts.ts';
export type { PairCounts } from './pair-counts.ts';
export { addPairwiseMoments, pairwiseCorrelationOf, pairwiseMomentsOf, rescaledPairwiseMoments } from './pairwise-moments.ts';
export type { PairwiseMoments } from './pairwise-moments.ts';
