import { insufficient, type Insufficient } from '../result/outcome.ts';
import { requireFinite } from '../result/require-finite.ts';

/** Does the season add to the level or multiply it? */
export type Seasonality = 'additive' | 'multiplicative';

/** A series as trend and repeating season. */
export interface ClassicalDecomposition {
  readonly kind: 'classical-decomposition';
  readonly n: number;
  /** centred moving average over one period; it begins at index `trendFrom` and ends as early before the end */
  readonly trend: readonly number[];
  readonly trendFrom: number;
  /** one figure per season of the cycle, averaging 0 (additive) or 1 (multiplicative) */
  readonly figure: readonly number[];
  readonly method: { readonly period: number; readonly seasonal: Seasonality };
}

/**
 * Classical decomposition: a centred moving average (2 × period for even periods) is the trend; means of the detrended values per season,
 * centred, are the figure. Fewer than two cycles: insufficient. Throws RangeError for a period below 2, NaN, an infinity, or values that are
 * not above 0 in a multiplicative one. Source: Kendall and Stuart (1983), The Advanced Theory of Statistics, vol. 3, pp. 410–414.
 * @example classicalDecomposition([1, 3, 2, 4, 3, 5], { period: 2, seasonal: 'additive' }) // { trend: [2.25, 2.75, 3.25, 3.75], trendFrom: 1, figure: [-0.75, 0.75] }
 */
export function classicalDecomposition(
  series: ArrayLike<number>,
  { period, seasonal }: { readonly period: number; readonly seasonal: Seasonality },
): ClassicalDecomposition | Insufficient {
  requireSeason(series, { period, seasonal });
  const n = series.length;
  if (n < 2 * period) return insufficient(n, 2 * period);
  const trendFrom = Math.floor(period / 2);
  const trend = Array.from({ length: n - 2 * trendFrom }, (_, i) => centredMean(series, i + trendFrom, period));
  const figure = centred(seasonMeans(series, { trend, trendFrom, period, seasonal }), seasonal);
  return { kind: 'classical-decomposition', n, trend, trendFrom, figure, method: { period, seasonal } };
}

/**
 * Refuses what has no season: a period that is not a whole number of at least 2, NaN, an infinity, and in a multiplicative model values that
 * are not above 0. Throws RangeError.
 * @example requireSeason([1, 2, 3], { period: 2, seasonal: 'multiplicative' }) // undefined
 */
export function requireSeason(
  series: ArrayLike<number>,
  { period, seasonal }: { readonly period: number; readonly seasonal: Seasonality },
): void {
  requireFinite(series, 'series');
  if (!(Number.isInteger(period) && period >= 2)) throw new RangeError(`a period has at least two values: ${period}`);
  if (seasonal === 'additive') return;
  for (let t = 0; t < series.length; t++)
    if (series[t]! <= 0) throw new RangeError(`a multiplicative season needs values above 0: ${series[t]!}`);
}

/** Mean over one period around t; for even periods both ends count half. */
function centredMean(series: ArrayLike<number>, t: number, period: number): number {
  const half = Math.floor(period / 2);
  let sum = 0;
  for (let i = t - half; i <= t + half; i++) sum += series[i]!;
  if (period % 2 === 0) sum -= (series[t - half]! + series[t + half]!) / 2;
  return sum / period;
}

function seasonMeans(
  series: ArrayLike<number>,
  {
    trend,
    trendFrom,
    period,
    seasonal,
  }: Pick<ClassicalDecomposition, 'trend' | 'trendFrom'> & { readonly period: number; readonly seasonal: Seasonality },
): number[] {
  const sums = Array<number>(period).fill(0);
  const counts = Array<number>(period).fill(0);
  trend.forEach((level, i) => {
    const t = i + trendFrom;
    sums[t % period]! += seasonal === 'additive' ? series[t]! - level : series[t]! / level;
    counts[t % period]! += 1;
  });
  return sums.map((sum, season) => sum / counts[season]!);
}

function centred(figure: readonly number[], seasonal: Seasonality): number[] {
  const mean = figure.reduce((sum, value) => sum + value, 0) / figure.length;
  return figure.map((value) => (seasonal === 'additive' ? value - mean : value / mean));
}
