export { agreementTable, levelsOf, ratingCounts, type Category } from './agreement-table.ts';
export { cohenKappa, type CohenKappa, type KappaWeights } from './cohen-kappa.ts';
export { delphiRounds, type DelphiItem, type DelphiOptions, type DelphiRound, type DelphiRounds } from './delphi.ts';
export { fleissKappa, lightKappa, type FleissKappa, type LightKappa } from './fleiss-kappa.ts';
export {
  intraclassCorrelation,
  intraclassCorrelationFromMoments,
  type Icc,
  type IccForm,
  type IntraclassCorrelation,
} from './intraclass-correlation.ts';
export { addRankSums, kendallW, rankSumsOf, type KendallW, type RankSums } from './kendall-w.ts';
export {
  addCoincidences,
  coincidencesOf,
  disagreementOf,
  krippendorffAlpha,
  type AlphaMetric,
  type Coincidences,
  type KrippendorffAlpha,
} from './krippendorff-alpha.ts';
export { krippendorffInterval, type KrippendorffInterval, type KrippendorffOptions } from './krippendorff-interval.ts';
