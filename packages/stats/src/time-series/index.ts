export { classicalDecomposition, type ClassicalDecomposition, type Seasonality } from './classical-decomposition.ts';
export { forecastHoltWinters, type Forecast } from './holt-winters-forecast.ts';
export { holtWinters, type HoltWinters, type HoltWintersOptions, type SeasonalState, type SmoothingParameters } from './holt-winters.ts';
export { loess, type LoessFrame } from './loess.ts';
export { rollingAccuracy, type HorizonAccuracy, type RollingAccuracy, type RollingOptions } from './rolling-accuracy.ts';
export { seasonalTrendLoess, type SeasonalTrendLoess, type StlOptions } from './seasonal-trend-loess.ts';
export { simpleSmoothing, type SimpleSmoothing } from './simple-smoothing.ts';
