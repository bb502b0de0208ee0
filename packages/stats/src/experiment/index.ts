export {
  clusteredDifferenceInDifferences,
  type ClusteredDifferenceInDifferences,
  type PanelObservation,
} from './clustered-difference-in-differences.ts';
export { cuped, cupedFromMoments, type AdjustedArm, type Arm, type Cuped } from './cuped.ts';
export { differenceInDifferences, type Cells, type DifferenceInDifferences } from './difference-in-differences.ts';
export { interruptedTimeSeries, segmentedDesign, type InterruptedTimeSeries, type InterruptionOptions } from './interrupted-time-series.ts';
export { expectedReturn, regressionToMean, type ChosenUnit, type CutOff, type RegressionToMean } from './regression-to-mean.ts';
export { sampleRatioCheck, type SampleRatioCheck } from './sample-ratio-check.ts';
export {
  sequentialEvidence,
  sequentialTest,
  type MixtureOptions,
  type SequentialEvidence,
  type SequentialLook,
  type SequentialTest,
} from './sequential-test.ts';
export { varianceComponents, type VarianceComponents } from './variance-components.ts';
