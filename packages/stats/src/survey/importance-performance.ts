import { mean } from '../describe/mean.ts';
import { median } from '../describe/quantile.ts';
import { correlationOf, meansOf, selectItems, type CrossMoments } from '../moments/cross-moments.ts';
import { insufficient, isDetermined, undetermined, type Interval, type Outcome } from '../result/outcome.ts';
import { requireFinite } from '../result/require-finite.ts';
import { contrastsOf } from './contrast.ts';

/** What to do about an attribute, by where it lies. */
export type Quadrant = 'keep-up' | 'concentrate-here' | 'low-priority' | 'possible-overkill';

/** Where the quadrants meet: the mean or median of the attributes, or a point of one's own such as the middle of the scale. */
export type Crosshair = 'mean' | 'median' | readonly [importance: number, performance: number];

/** One attribute of the service. */
export interface ImportancePerformancePoint {
  readonly importance: number;
  readonly performance: number;
}

/** The grid of importance and performance. */
export interface ImportancePerformanceGrid {
  readonly kind: 'importance-performance-grid';
  readonly crosshair: readonly [importance: number, performance: number];
  readonly points: readonly (ImportancePerformancePoint & { readonly quadrant: Quadrant })[];
  readonly method: { readonly crosshair: 'mean' | 'median' | 'given' };
}

/**
 * Quadrants of attributes: on or above the crosshair counts as high. Throws RangeError for an empty list, NaN or an infinity.
 * Source: Martilla, James (1977), Journal of Marketing 41(1), 77–79.
 * @example importancePerformanceGrid([{ importance: 6, performance: 3 }, { importance: 4, performance: 5 }]) // { crosshair: [5, 4], points: [{ quadrant: 'concentrate-here' }, { quadrant: 'possible-overkill' }] }
 */
export function importancePerformanceGrid(
  points: readonly ImportancePerformancePoint[],
  { crosshair = 'mean' }: { readonly crosshair?: Crosshair } = {},
): ImportancePerformanceGrid {
  const importances = points.map(({ importance }) => importance);
  const performances = points.map(({ performance }) => performance);
  requireFinite([...importances, ...performances], 'importance and performance');
  const middle = crosshair === 'median' ? median : mean;
  const cut = typeof crosshair === 'string' ? ([middle(importances), middle(performances)] as const) : crosshair;
  return {
    kind: 'importance-performance-grid',
    crosshair: cut,
    points: points.map(({ importance, performance }) => ({
      importance,
      performance,
      quadrant: quadrantOf({ importance, performance }, cut),
    })),
    method: { crosshair: typeof crosshair === 'string' ? crosshair : 'given' },
  };
}

function quadrantOf({ importance, performance }: ImportancePerformancePoint, cut: readonly [number, number]): Quadrant {
  if (reaches(importance, cut[0])) return reaches(performance, cut[1]) ? 'keep-up' : 'concentrate-here';
  return reaches(performance, cut[1]) ? 'possible-overkill' : 'low-priority';
}

/** A value that equals the cut up to rounding lies on it. */
const reaches = (value: number, cut: number): boolean => value >= cut - 1e-12 * Math.abs(cut);

/** Which columns (from 0) hold what: attributes in the same order. */
export interface ImportancePerformanceColumns {
  readonly performance: readonly number[];
  /** stated importance; without it only the derived one is given */
  readonly importance?: readonly number[];
  /** overall satisfaction, for derived importance */
  readonly overall?: number;
}

/** Importance–performance analysis of a survey. */
export interface ImportancePerformance {
  readonly kind: 'importance-performance';
  readonly n: number;
  readonly confidence: number;
  /** mean performance of each attribute with its interval */
  readonly performance: readonly { readonly mean: number; readonly interval: Interval }[];
  /** grid by the mean stated importance; null where it was not asked */
  readonly stated: ImportancePerformanceGrid | null;
  /** grid by the Pearson correlation of each attribute's performance with overall satisfaction; null without `overall` */
  readonly derived: ImportancePerformanceGrid | null;
}

/** How strongly each attribute's performance goes with overall satisfaction. */
export interface DerivedImportance {
  readonly kind: 'derived-importance';
  readonly n: number;
  /** Pearson, in the order of the attributes */
  readonly correlations: readonly number[];
}

/**
 * Derived importance: the correlation of each attribute's performance with overall satisfaction, from cross-moments. Fewer than two people
 * are insufficient; columns that do not vary leave it undetermined and are named. Throws RangeError when a column is not there.
 * @example derivedImportance({ n: 3, origin: [0, 0], sums: [6, 6], products: [[14, 13], [13, 14]] }, { performance: [0], overall: 1 }) // { n: 3, correlations: [0.5] }
 */
export function derivedImportance(
  moments: CrossMoments,
  { performance, overall }: { readonly performance: readonly number[]; readonly overall: number },
): Outcome<DerivedImportance> {
  const columns = [...performance, overall];
  const found = correlationOf(selectItems(moments, columns));
  if (found.kind === 'insufficient') return found;
  if (found.kind === 'undetermined')
    return undetermined(
      found.n,
      found.reason,
      found.columns?.map((column) => columns[column]!),
    );
  return { kind: 'derived-importance', n: found.n, correlations: found.matrix.at(-1)!.slice(0, -1) };
}

/**
 * Importance–performance analysis from cross-moments of complete answers. Fewer than two people are insufficient; a constant column
 * leaves derived importance undetermined and is named. Throws RangeError when a column is not there or the lists differ in length.
 * @example importancePerformanceFromMoments({ n: 3, origin: [0, 0], sums: [6, 6], products: [[14, 13], [13, 14]] }, { performance: [0], overall: 1 }) // { n: 3, stated: null, derived: { points: [{ importance: 0.5, performance: 2, quadrant: 'keep-up' }] } }
 */
export function importancePerformanceFromMoments(
  moments: CrossMoments,
  { performance, importance, overall }: ImportancePerformanceColumns,
  { crosshair = 'mean', confidence = 0.95 }: { readonly crosshair?: Crosshair; readonly confidence?: number } = {},
): Outcome<ImportancePerformance> {
  if ((importance ?? performance).length !== performance.length) throw new RangeError('one importance per performance is needed');
  if (moments.n < 2) return insufficient(moments.n, 2);
  const derived = overall === undefined ? null : derivedImportance(moments, { performance, overall });
  if (derived !== null && !isDetermined(derived)) return derived;
  const means = meansOf(selectItems(moments, performance));
  const gridOf = (importances: readonly number[]): ImportancePerformanceGrid =>
    importancePerformanceGrid(
      importances.map((each, i) => ({ importance: each, performance: means[i]! })),
      { crosshair },
    );
  const contrast = contrastsOf(moments, { confidence });
  return {
    kind: 'importance-performance',
    n: moments.n,
    confidence,
    performance: performance.map((column, i) => ({ mean: means[i]!, interval: contrast(new Map([[column, 1]])).interval })),
    stated: importance === undefined ? null : gridOf(meansOf(selectItems(moments, importance))),
    derived: derived === null ? null : gridOf(derived.correlations),
  };
}
