import { correlationOf, crossMomentsOf, type CrossMoments } from '../moments/cross-moments.ts';
import { isDetermined, undetermined, type Outcome } from '../result/outcome.ts';
import { blockQuality, type BlockQuality } from './block-quality.ts';
import { innerModel } from './inner-model.ts';
import { latentWeights, type InnerScheme, type LatentWeights } from './latent-weights.ts';
import { indexOf, indicatorsOf, loadingsOfBlock, orientationOf, type Indicator, type Scale } from './outer-model.ts';
import { neighboursOf, type Path, type PathModel } from './path-model.ts';

/** A path model estimated by partial least squares. */
export interface PartialLeastSquares {
  readonly kind: 'partial-least-squares';
  readonly n: number;
  readonly latents: readonly Construct[];
  readonly paths: readonly Effect[];
  /** between the latents, in their order */
  readonly correlations: readonly (readonly number[])[];
  /** root of mean communality (blocks of several indicators) times mean R² (latents that others act on); `null` without such blocks */
  readonly goodnessOfFit: number | null;
  readonly method: {
    readonly mode: 'A';
    readonly scheme: InnerScheme;
    readonly denominator: 'n';
    readonly sign: 'most indicators positive';
  };
}

/** One construct: its measurement, its index and what explains it. */
export interface Construct extends BlockQuality {
  readonly name: string;
  readonly indicators: readonly Indicator[];
  /** mean communality */
  readonly averageVarianceExtracted: number;
  /** `null` when nothing acts on it */
  readonly rSquared: number | null;
  /** 0–100, see `indexOf` */
  readonly index: number | null;
}

/** Standardised effect of one construct on another. */
export interface Effect extends Path {
  readonly estimate: number;
}

/** The ends of the answer scale, and the inner scheme (centroid unless said). */
export interface PartialLeastSquaresOptions {
  readonly scale: Scale;
  readonly scheme?: InnerScheme;
}

/**
 * Partial least squares path modelling, mode A, from cross-moments: the iterations run on the correlations and need no rows. Fewer than
 * two observations are insufficient; a constant indicator, dependent predecessors and iterations without end are undetermined. Source:
 * Tenenhaus, Esposito Vinzi, Chatelin and Lauro (2005), Computational Statistics & Data Analysis 48, 159–205. Throws RangeError for a
 * faulty model (see `neighboursOf`), an indicator that is not there, or a scale whose ends do not ascend.
 * @example partialLeastSquaresFromMoments({ n: 100, origin: [5, 5], sums: [0, 0], products: [[100, 50], [50, 100]] }, { latents: [{ name: 'Quality', indicators: [0] }, { name: 'Satisfaction', indicators: [1] }], paths: [{ from: 'Quality', to: 'Satisfaction' }] }, { scale: { low: 1, high: 9 } }) // { n: 100, paths: [{ estimate: 0.5000… }], latents: [{ index: 50, rSquared: null }, { index: 50, rSquared: 0.2500… }] }
 */
export function partialLeastSquaresFromMoments(
  moments: CrossMoments,
  model: PathModel,
  { scale, scheme = 'centroid' }: PartialLeastSquaresOptions,
): Outcome<PartialLeastSquares> {
  const neighbours = neighboursOf(model);
  if (!(scale.low < scale.high)) throw new RangeError(`a scale needs its lower end first: ${scale.low}, ${scale.high}`);
  const correlation = correlationOf(moments);
  if (!isDetermined(correlation)) return correlation;
  requireItems(model, correlation.matrix.length);
  const blocks = model.latents.map(({ indicators }) => indicators);
  const found = latentWeights(correlation.matrix, { ...neighbours, blocks, scheme });
  if (found === null) return undetermined(moments.n, 'not-converged');
  const { weights, correlations } = oriented(found, blocks, correlation.matrix);
  const inner = innerModel(correlations, neighbours);
  if (inner === null) return undetermined(moments.n, 'singular');
  const latents = model.latents.map(({ name, indicators: items }, i): Construct => {
    const indicators = indicatorsOf({ correlation: correlation.matrix, items, weights: weights[i]! }, moments);
    return {
      name,
      indicators,
      ...blockQuality(items.map((item) => items.map((other) => correlation.matrix[item]![other]!))),
      averageVarianceExtracted: meanOf(indicators.map(({ communality }) => communality)) ?? 0,
      rSquared: inner.rSquared[i]!,
      index: indexOf(indicators, scale),
    };
  });
  const paths = model.paths.map((path, index) => ({ ...path, estimate: inner.effects[index]! }));
  const method = { mode: 'A', scheme, denominator: 'n', sign: 'most indicators positive' } as const;
  return { kind: 'partial-least-squares', n: moments.n, latents, paths, correlations, goodnessOfFit: goodnessOfFit(latents), method };
}

/**
 * Partial least squares path modelling of complete rows, one column per indicator, see `partialLeastSquaresFromMoments`.
 * @example partialLeastSquares([[1, 2]], { latents: [{ name: 'A', indicators: [0] }, { name: 'B', indicators: [1] }], paths: [{ from: 'A', to: 'B' }] }, { scale: { low: 1, high: 5 } }) // { kind: 'insufficient', n: 1, needed: 2 }
 */
export function partialLeastSquares(
  rows: readonly (readonly number[])[],
  model: PathModel,
  options: PartialLeastSquaresOptions,
): Outcome<PartialLeastSquares> {
  return partialLeastSquaresFromMoments(crossMomentsOf(rows), model, options);
}

/**
 * Values of the constructs for rows of indicators, standardised by the means and standard deviations of the estimation.
 * @example constructScores([{ indicators: [{ item: 0, weight: 1, mean: 2, standardDeviation: 0.5 }] }], [[3]]) // [[2]]
 */
export function constructScores(
  latents: readonly { readonly indicators: readonly Pick<Indicator, 'item' | 'weight' | 'mean' | 'standardDeviation'>[] }[],
  rows: readonly (readonly number[])[],
): number[][] {
  return rows.map((row) =>
    latents.map(({ indicators }) =>
      indicators.reduce((sum, { item, weight, mean, standardDeviation }) => sum + (weight * (row[item]! - mean)) / standardDeviation, 0),
    ),
  );
}

function requireItems({ latents }: PathModel, items: number): void {
  const missing = latents.flatMap(({ indicators }) => indicators).find((item) => !Number.isInteger(item) || item < 0 || item >= items);
  if (missing !== undefined) throw new RangeError(`there is no indicator ${missing}`);
}

/** Every latent turned so that most of its indicators load positively. */
function oriented(
  { weights, correlations }: LatentWeights,
  blocks: readonly (readonly number[])[],
  correlation: readonly (readonly number[])[],
): Pick<LatentWeights, 'weights' | 'correlations'> {
  const signs = blocks.map((items, i) => orientationOf(loadingsOfBlock({ correlation, items, weights: weights[i]! })));
  return {
    weights: weights.map((own, i) => own.map((weight) => weight * signs[i]!)),
    correlations: correlations.map((row, a) => row.map((r, b) => r * signs[a]! * signs[b]!)),
  };
}

function goodnessOfFit(latents: readonly Construct[]): number | null {
  const communality = meanOf(
    latents.filter(({ indicators }) => indicators.length > 1).flatMap(({ indicators }) => indicators.map((each) => each.communality)),
  );
  const explained = meanOf(latents.flatMap(({ rSquared }) => (rSquared === null ? [] : [rSquared])));
  return communality === null || explained === null ? null : Math.sqrt(communality * explained);
}

const meanOf = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
