export { RowCollector, type CollectedRows, type StoredSave } from './collect-rows.ts';
export { replayCases } from './replay-cases.ts';
export { replayLedgers, type LedgerVisitor } from './replay-ledgers.ts';
export { happening, planReplay, type ReplayPlan, type ReplayRules, type ReplayWords } from './replay-plan.ts';
export { requireRows, type ReplayRows } from './replay-rows.ts';
export { noInstant, replayedClock, replayedPhases, type ReplayedClock, type ReplayedClocks } from './replayed-clocks.ts';
