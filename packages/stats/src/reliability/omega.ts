import { chiSquareUpper } from '../distribution/chi-square.ts';
import { normalQuantile } from '../distribution/normal.ts';
import { isSingular } from '../factor/is-singular.ts';
import { logDeterminant } from '../matrix/decompositions.ts';
import { correlationOf, covarianceOf, crossMomentsOf, type CrossMoments } from '../moments/cross-moments.ts';
import { insufficient, isDetermined, undetermined, type Interval, type Outcome } from '../result/outcome.ts';
import { oneFactorModel, type OneFactorModel } from './one-factor-model.ts';
import { itemsOfScale } from './scale-sums.ts';

/** Reliability of a sum of items that measure one thing, each in its own strength. */
export interface Omega {
  readonly kind: 'omega';
  readonly n: number;
  /** (Σλ)² / ((Σλ)² + Σθ) with loadings λ and error variances θ in the units of the items */
  readonly omega: number;
  readonly confidence: number;
  /** by the delta method on the logit; `null` when ω is outside 0..1 */
  readonly interval: Interval | null;
  readonly loadings: readonly number[];
  /** one below 0 is a Heywood case: the model does not hold or n is small */
  readonly uniquenesses: readonly number[];
  readonly standardisedLoadings: readonly number[];
  /** ω of the standardised items */
  readonly compositeReliability: number;
  /** mean squared standardised loading */
  readonly averageVarianceExtracted: number;
  readonly fit: OneFactorFit;
  readonly method: { readonly model: 'one factor'; readonly estimator: 'maximum-likelihood'; readonly covarianceDenominator: 'n' };
}

/** How well one factor explains the covariances. */
export interface OneFactorFit {
  /** n · F */
  readonly chiSquare: number;
  readonly df: number;
  /** `null` without degrees of freedom: three items fit always */
  readonly p: number | null;
  /** against uncorrelated items */
  readonly comparativeFitIndex: number;
  readonly tuckerLewisIndex: number;
  readonly rmsea: number;
  /** over the p(p + 1)/2 residual correlations */
  readonly srmr: number;
}

/**
 * McDonald's ω total from cross-moments: the one-factor model by maximum likelihood on the covariance matrix with denominator n. No more
 * observations than items are insufficient; a constant item, a singular matrix and a model that does not converge are undetermined.
 * Source: McDonald (1999), Test Theory, ch. 6; fit indices of Bentler (1990), Psychological Bulletin 107, 238–246, Tucker and Lewis
 * (1973), Psychometrika 38, 1–10, and Steiger (1990), Multivariate Behavioral Research 25, 173–180. Throws RangeError for fewer than
 * three items.
 * @example omegaFromMoments({ n: 100, origin: [0, 0, 0], sums: [0, 0, 0], products: [[100, 42, 35], [42, 100, 30], [35, 30, 100]] }) // { kind: 'omega', n: 100, omega: 0.6303…, standardisedLoadings: [0.7000…, 0.6000…, 0.5000…], fit: { df: 0, p: null } }
 */
export function omegaFromMoments(moments: CrossMoments, { confidence = 0.95 } = {}): Outcome<Omega> {
  const { n } = moments;
  if (n < 2) return insufficient(n, 2);
  const items = itemsOfScale(moments);
  if (n <= items) return insufficient(n, items + 1);
  const correlation = correlationOf(moments);
  if (!isDetermined(correlation)) return correlation;
  const logDeterminantOfSample = isSingular(correlation.matrix) ? null : logDeterminant(correlation.matrix);
  if (logDeterminantOfSample === null) return undetermined(n, 'singular');
  const model = oneFactorModel(correlation.matrix);
  if (model === null) return undetermined(n, 'not-converged');
  const scale = covarianceOf(moments).map((row, i) => Math.sqrt((row[i]! * (n - 1)) / n));
  return {
    kind: 'omega',
    n,
    ...omegaOf(model, scale, { n, confidence }),
    confidence,
    loadings: model.loadings.map((loading, i) => loading * scale[i]!),
    uniquenesses: model.uniquenesses.map((uniqueness, i) => uniqueness * scale[i]! ** 2),
    standardisedLoadings: model.loadings,
    compositeReliability: shareOfFactor(model.loadings, model.uniquenesses),
    averageVarianceExtracted: model.loadings.reduce((sum, loading) => sum + loading ** 2, 0) / items,
    fit: fitOf(model, correlation.matrix, { n, independence: -n * logDeterminantOfSample }),
    method: { model: 'one factor', estimator: 'maximum-likelihood', covarianceDenominator: 'n' },
  };
}

/**
 * McDonald's ω total of complete rows, one column per item, see `omegaFromMoments`.
 * @example omega([[1, 2, 1], [2, 1, 3]]) // { kind: 'insufficient', n: 2, needed: 4 }
 */
export function omega(rows: readonly (readonly number[])[], options: { readonly confidence?: number } = {}): Outcome<Omega> {
  return omegaFromMoments(crossMomentsOf(rows), options);
}

function shareOfFactor(loadings: readonly number[], uniquenesses: readonly number[]): number {
  const common = sum(loadings) ** 2;
  return common / (common + sum(uniquenesses));
}

/** ω in the units of the items, and its interval on the logit scale, where it keeps within 0..1. */
function omegaOf(model: OneFactorModel, scale: readonly number[], { n, confidence }: { readonly n: number; readonly confidence: number }) {
  const common = sum(model.loadings.map((loading, i) => loading * scale[i]!));
  const errors = sum(model.uniquenesses.map((uniqueness, i) => uniqueness * scale[i]! ** 2));
  const omega = common ** 2 / (common ** 2 + errors);
  if (!(omega > 0 && omega < 1)) return { omega, interval: null };
  const slopes = [...scale.map((unit) => (2 * unit) / common), ...scale.map((unit) => -(unit ** 2) / errors)];
  const variance = sum(model.parameterCovariance.map((row, a) => slopes[a]! * sum(row.map((cell, b) => cell * slopes[b]!)))) / n;
  const logit = Math.log(omega / (1 - omega));
  const half = normalQuantile((1 + confidence) / 2) * Math.sqrt(Math.max(0, variance));
  const interval: Interval = [1 / (1 + Math.exp(half - logit)), 1 / (1 + Math.exp(-half - logit))];
  return { omega, interval };
}

interface FitOptions {
  readonly n: number;
  /** χ² of uncorrelated items */
  readonly independence: number;
}

function fitOf(model: OneFactorModel, correlation: readonly (readonly number[])[], { n, independence }: FitOptions): OneFactorFit {
  const items = correlation.length;
  const df = (items * (items - 3)) / 2;
  const independenceDf = (items * (items - 1)) / 2;
  const chiSquare = n * model.discrepancy;
  const misfit = Math.max(0, chiSquare - df);
  const residuals = correlation.flatMap((row, i) =>
    row.slice(0, i + 1).map((r, j) => r - model.loadings[i]! * model.loadings[j]! - (i === j ? model.uniquenesses[i]! : 0)),
  );
  return {
    chiSquare,
    df,
    p: df > 0 ? chiSquareUpper(chiSquare, df) : null,
    comparativeFitIndex: misfit === 0 ? 1 : 1 - misfit / Math.max(misfit, independence - independenceDf),
    tuckerLewisIndex: df > 0 ? tuckerLewis(chiSquare / df, independence / independenceDf) : 1,
    rmsea: df > 0 ? Math.sqrt(misfit / (df * n)) : 0,
    srmr: Math.sqrt(sum(residuals.map((residual) => residual ** 2)) / residuals.length),
  };
}

/** (baseline ratio − model ratio)/(baseline ratio − 1); 1 when the baseline fits as well as can be expected. */
function tuckerLewis(ratio: number, baseline: number): number {
  return baseline === 1 ? 1 : (baseline - ratio) / (baseline - 1);
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
