export { bootstrapPaths } from './bootstrap-paths.ts';
export type { PathIntervals } from './bootstrap-paths.ts';
export { ecsiConstructs, ecsiModel, ecsiPaths } from './ecsi.ts';
export type { EcsiConstruct } from './ecsi.ts';
export type { InnerScheme } from './latent-weights.ts';
export type { Indicator } from './outer-model.ts';
export { constructScores, partialLeastSquares, partialLeastSquaresFromMoments } from './partial-least-squares.ts';
export type { Construct, Effect, PartialLeastSquares, PartialLeastSquaresOptions } from './partial-least-squares.ts';
export type { Latent, Path, PathModel } from './path-model.ts';
