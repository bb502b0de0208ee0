export { hosmerLemeshowTest, type HosmerLemeshowTest, type RiskGroup } from './hosmer-lemeshow-test.ts';
export { brierScore, confusionAt, logLoss, type Confusion } from './probability-scores.ts';
export { rocArea, rocAreaFromCounts, type RocArea } from './roc-area.ts';
