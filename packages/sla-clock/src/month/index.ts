export { attainmentByTarget, attainmentOf } from './attainment.ts';
export type { Attainment } from './attainment.ts';
export { clockKey, clockOutcomes } from './clock-outcome.ts';
export type { ClockOutcome, OutcomeState } from './clock-outcome.ts';
export { figureDeltas, figuresOf, freezeMonth, restateMonth } from './frozen-month.ts';
export type { Figure, FigureDelta, Figures, FrozenMonth, MonthSnapshot, Restatement, RestatementNote, Unchanged } from './frozen-month.ts';
export { monthInterval, monthOf } from './month.ts';
export type { Month } from './month.ts';
