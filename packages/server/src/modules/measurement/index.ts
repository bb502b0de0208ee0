/** The door of measurement. */
export type { IncomingRow, RejectedRow, StoreRequest, StoredBatch } from './incoming-rows.ts';
export { storeRows } from './store-rows.ts';
export { readSums, type RollupSum, type SumsQuery } from './read-sums.ts';
export { limitsAt, loadIndicators, type IndicatorRecord, type LimitsRecord } from './load-indicators.ts';
export { readExtent, type Extent } from './read-extent.ts';
export { readIntake, type Intake } from './read-intake.ts';
export { readMonths } from './read-months.ts';
export { compact } from './compact.ts';
export { rebuildRollups } from './rebuild-rollups.ts';
export { importWorker, sweepImports } from './imports/import-worker.ts';
export { removeDemo } from './observations/remove-demo.ts';
export { retractObservations } from './observations/retract-observations.ts';
export { evaluateFormula, FormulaError, parseFormula, type Formula, type FormulaPart } from './formula.rules.ts';
export { readIndicator } from './indicators/select-indicators.ts';
export { indicatorsPackPart } from './indicators/pack-part.ts';
export { restoreIndicator } from './indicators/restore-indicator.ts';
export { fromStored, scaleOf, toStored, unitFactor } from './values.rules.ts';
export { bindMeasurement } from './measurement.routes.ts';
