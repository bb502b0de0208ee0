import { isDetermined, type Outcome } from '../result/outcome.ts';
import { requireFinite } from '../result/require-finite.ts';
import { analysisOfVariance } from './analysis-of-variance.ts';

/** Do the spreads of several groups differ? */
export interface LeveneTest {
  readonly kind: 'levene-test';
  readonly n: number;
  /** F of the distances from the centre */
  readonly statistic: number;
  readonly df: readonly [between: number, within: number];
  readonly p: number;
  readonly method: { readonly centre: 'median' | 'mean' };
}

/**
 * Levene's test: an analysis of variance of the distances of the values from the centre of their group. The median as centre (Brown
 * and Forsythe) is robust against skew and is taken unless `centre` says `'mean'`. Insufficient and undetermined as `analysisOfVariance`
 * of the distances. Throws RangeError for NaN and infinities.
 * Source: Levene (1960), in Contributions to Probability and Statistics, 278–292; Brown, Forsythe (1974), JASA 69, 364–367.
 * @example leveneTest([[1, 2, 3, 4], [3, 5, 7, 9]]) // { statistic: 2.4, df: [1, 6], p: 0.1723… }
 */
export function leveneTest(
  groups: readonly ArrayLike<number>[],
  { centre = 'median' }: { readonly centre?: 'median' | 'mean' } = {},
): Outcome<LeveneTest> {
  for (const group of groups) requireFinite(group, 'values');
  const middleOf = centre === 'median' ? medianOf : meanOf;
  const analysis = analysisOfVariance(groups.map((group) => distancesFrom(group, middleOf(group))));
  if (!isDetermined(analysis)) return analysis;
  const { n, statistic, df, p } = analysis;
  return { kind: 'levene-test', n, statistic, df, p, method: { centre } };
}

function distancesFrom(values: ArrayLike<number>, centre: number): number[] {
  return Array.from(values, (value) => Math.abs(value - centre));
}

function meanOf(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]!;
  return values.length === 0 ? 0 : sum / values.length;
}

function medianOf(values: ArrayLike<number>): number {
  if (values.length === 0) return 0;
  const sorted = Float64Array.from(values).sort();
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}
