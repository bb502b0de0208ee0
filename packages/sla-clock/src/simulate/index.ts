export { compareOutcomes } from './compare-outcomes.ts';
export type { MovedDeadline, OutcomeChanges, OutcomePair } from './compare-outcomes.ts';
export { contractCredits } from './contract-credits.ts';
export type { Contract, ContractCredit } from './contract-credits.ts';
export { simulate } from './simulate.ts';
export type { HistoricalCase, History, Rules, SimulatedResult, Simulation } from './simulate.ts';
