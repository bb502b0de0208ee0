/** The door of evaluation. */
export { bindEvaluation } from './evaluation.routes.ts';
export { indicatorSource } from './figures-of-campaigns.ts';
export { scorecardsPackPart } from './pack-part.ts';
export { restoreScorecard } from './restore-scorecard.ts';
export { loadEvaluation, type Evaluation } from './load-evaluation.ts';
export { loadDays, loadMonths, loadStretches, type Stretch } from './load-figures.ts';
export { loadSeries, type SeriesPoint } from './load-series.ts';
export { choosePeriod, defaultPeriod, monthsWithData, periodOf } from './choose-period.ts';
export { addMonths, dayOf, dayStart, lastDayOf, monthsOf, monthStart, previousPeriod, spanOf, type ScorePeriod } from './period.rules.ts';
export type { Figures } from './figures.rules.ts';
export { isQuantile, measuredOf, percentilesOf, shareOf } from './measured.rules.ts';
export type { Sums } from './sums.rules.ts';
export { leavesOf, scoreIndex, scoreTree, type ScorecardRecord } from './score-tree.rules.ts';
export { nameSlices } from './name-slices.ts';
