export { breuschPaganTest, type BreuschPaganTest } from './breusch-pagan-test.ts';
export { clusterErrors, type ClusterErrors, type ClusterOptions } from './cluster-errors.ts';
export type { Coefficient, WaldCoefficient } from './coefficient.ts';
export { cooksDistances, type CooksDistances } from './cooks-distances.ts';
export { dummyColumns, type DummyColumns } from './dummy-columns.ts';
export { durbinWatson } from './durbin-watson.ts';
export { type Variables } from './least-squares.ts';
export { linearRegression, linearRegressionFromMoments, type LinearRegression } from './linear-regression.ts';
export { logisticProbabilities, logisticRegression, type LogisticRegression } from './logistic-regression.ts';
export { customaryLag, neweyWestErrors, type NeweyWestErrors, type NeweyWestOptions } from './newey-west.ts';
export { regressionResiduals, type RegressionResiduals } from './regression-residuals.ts';
export {
  relativeImportance,
  relativeImportanceFromMoments,
  type PredictorImportance,
  type RelativeImportance,
} from './relative-importance.ts';
export { relativeWeightsFromMoments, type RelativeWeight, type RelativeWeights } from './relative-weights.ts';
export { robustErrors, type RobustErrors, type RobustType } from './robust-errors.ts';
export { typeTwoTests, typeTwoTestsFromMoments, type TypeTwoTerm, type TypeTwoTests, type TermOptions } from './type-two-tests.ts';
export { varianceInflation, varianceInflationFromMoments, type VarianceInflation } from './variance-inflation.ts';
