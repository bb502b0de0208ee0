export { coxRegression, type CoxOptions, type CoxRegression } from './cox-regression.ts';
export { kaplanMeier, kaplanMeierFromTable, survivalAt } from './kaplan-meier.ts';
export type { KaplanMeier, SurvivalAt, SurvivalOptions, SurvivalStep } from './kaplan-meier.ts';
export { addLifeTables, lifeTableOf, type Durations, type LifeTable, type LifeTableRow } from './life-table.ts';
export { logRankTest, logRankTestFromTables, type LogRankTest } from './log-rank-test.ts';
export { partialLikelihood, type CoxTies } from './partial-likelihood.ts';
export { survivalInterval, type SurvivalScale } from './survival-interval.ts';
