export {
  contrastOutlook,
  contrastTest,
  type ContrastDesign,
  type ContrastOptions,
  type ContrastOutlook,
  type ContrastTest,
} from './contrast-test.ts';
export { runOutlook, type RunFrame, type RunOutlook } from './run-outlook.ts';
export { runShift, type RunShift } from './run-shift.ts';
export {
  baselineNoise,
  cautiousCorrelation,
  fewestBaselinePeriods,
  seriesOutlook,
  type BaselineNoise,
  type SeriesOutlook,
} from './series-outlook.ts';
export { looksOf, signOf, type SeriesMethod, type SeriesPlan, type SeriesPoint } from './series-plan.ts';
export { seriesVerdicts } from './series-verdict.ts';
export { shrunkenMean, type ShrunkenMean } from './shrunken-mean.ts';
export { spendingLevels } from './spending-levels.ts';
export { stepDesign, type StepOptions } from './step-design.ts';
export { variantsSampleSize, variantsVerdicts, type VariantsOutlook, type VariantsPeriod, type VariantsPlan } from './variants-verdict.ts';
export { type Verdict, type VerdictDetails, type VerdictReason, type VerdictWarning, type VerdictWord } from './verdict.ts';
