import { crossMomentsOf, meansOf, type CrossMoments } from '../moments/cross-moments.ts';
import { insufficient, type Insufficient, type Interval } from '../result/outcome.ts';
import { contrastsOf } from './contrast.ts';

/** A mean perception with its interval. */
export interface PerceptionScore {
  readonly score: number;
  readonly interval: Interval;
}

/** A dimension of the questionnaire and the columns (from 0) that hold its perceptions. */
export interface PerceptionDimension {
  readonly name: string;
  readonly perception: readonly number[];
}

/** SERVPERF: perceptions alone, per item, per dimension and overall. */
export interface Servperf {
  readonly kind: 'servperf';
  readonly n: number;
  readonly confidence: number;
  readonly items: readonly (PerceptionScore & { readonly dimension: string })[];
  readonly dimensions: readonly (PerceptionScore & { readonly name: string })[];
  /** mean of all items */
  readonly overall: PerceptionScore;
}

/**
 * SERVPERF from cross-moments of complete answers, for a questionnaire that asks no expectations. Fewer than two people are insufficient.
 * Throws RangeError when a dimension has no item or a column is not there.
 * Source: Cronin, Taylor (1992), Journal of Marketing 56(3), 55–68.
 * @example servperfFromMoments({ n: 3, origin: [0, 0], sums: [18, 18], products: [[110, 107], [107, 110]] }, [{ name: 'reliability', perception: [0, 1] }]) // { n: 3, overall: { score: 6 }, dimensions: [{ name: 'reliability', score: 6 }] }
 */
export function servperfFromMoments(
  moments: CrossMoments,
  dimensions: readonly PerceptionDimension[],
  { confidence = 0.95 }: { readonly confidence?: number } = {},
): Servperf | Insufficient {
  if (moments.n < 2) return insufficient(moments.n, 2);
  const means = meansOf(moments);
  for (const { name, perception } of dimensions) {
    if (perception.length === 0) throw new RangeError(`dimension ${name} has no item`);
    if (perception.some((column) => means[column] === undefined))
      throw new RangeError(`dimension ${name} names a column that is not there`);
  }
  if (dimensions.length === 0) throw new RangeError('at least one dimension is needed');
  const contrast = contrastsOf(moments, { confidence });
  const scoreOf = (columns: readonly number[]): PerceptionScore => {
    const { mean, interval } = contrast(new Map(columns.map((column) => [column, 1 / columns.length])));
    return { score: mean, interval };
  };
  return {
    kind: 'servperf',
    n: moments.n,
    confidence,
    items: dimensions.flatMap(({ name, perception }) => perception.map((column) => ({ dimension: name, ...scoreOf([column]) }))),
    dimensions: dimensions.map(({ name, perception }) => ({ name, ...scoreOf(perception) })),
    overall: scoreOf(dimensions.flatMap(({ perception }) => perception)),
  };
}

/**
 * SERVPERF of complete rows, one per person. As `servperfFromMoments`; throws RangeError also for rows of unequal length and answers that are
 * not finite.
 * @example servperf([[5, 6], [6, 7], [7, 5]], [{ name: 'reliability', perception: [0, 1] }]) // { n: 3, overall: { score: 6 } }
 */
export function servperf(
  rows: readonly (readonly number[])[],
  dimensions: readonly PerceptionDimension[],
  options: { readonly confidence?: number } = {},
): Servperf | Insufficient {
  return servperfFromMoments(crossMomentsOf(rows), dimensions, options);
}
