/** The door of measurement. */
export type { IncomingRow, RejectedRow, StoreRequest, StoredBatch } from './incoming-rows.ts';
export { storeRows } from './store-rows.ts';
export type { RollupSum, SumsQuery } from './read-sums.ts';
export { readSums } from './read-sums.ts';
export type { IndicatorRecord, LimitsRecord } from './load-indicators.ts';
export { limitsAt, loadIndicators } from './load-indicators.ts';
export { readExtent, type Extent } from './read-extent.ts';
export { readIntake, type Intake } from './read-intake.ts';
export { readMonths } from './read-months.ts';
export { compact } from './compact.ts';
export { rebuildRollups } from './rebuild-rollups.ts';
export { removeDemo } from './observations/remove-demo.ts';
export { retractObservations } from './observations/retract-observations.ts';
export type { Formula, FormulaPart } from './formula.rules.ts';
export { evaluateFormula, FormulaError, parseFormula } from './formula.rules.ts';
export { indicatorsPackPart } from './indicators/pack-part.ts';
export { fromStored, scaleOf, toStored, unitFactor } from './values.rules.ts';
export { bindMeasurement } from './measurement.routes.ts';
