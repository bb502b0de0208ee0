export { insufficient, isDetermined, undetermined } from './outcome.ts';
export type { Insufficient, Interval, Outcome, Undetermined, UndeterminedReason } from './outcome.ts';
export { requireFinite, requireSameLength, requireShare, requireTable } from './require-finite.ts';
