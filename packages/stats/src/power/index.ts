export { anovaPower, anovaSampleSize, type AnovaDesign } from './anova-power.ts';
export { correlationPower, correlationSampleSize } from './correlation-power.ts';
export { type PowerTarget, type SampleSize } from './solve-size.ts';
export { surveySampleSize, type SurveySampleSize, type SurveyTarget } from './survey-sample-size.ts';
export { tTestPower, tTestSampleSize, type TTestDesign } from './t-test-power.ts';
export { arcsineSampleSize, cohensH, twoProportionPower, twoProportionSampleSize, type TwoShares } from './two-proportion-power.ts';
