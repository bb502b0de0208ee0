import { correlationOf, crossMomentsOf, meansOf, selectItems, type CrossMoments } from '../moments/cross-moments.ts';
import { requireSameLength } from '../result/require-finite.ts';
import { insufficient, isDetermined, undetermined, type Interval, type Outcome } from '../result/outcome.ts';
import { contrastsOf } from './contrast.ts';
import { importancePerformanceGrid, type Crosshair, type ImportancePerformanceGrid } from './importance-performance-grid.ts';

/** Which columns (from 0) hold what: attributes in the same order. */
export interface ImportancePerformanceColumns {
  readonly performance: readonly number[];
  /** stated importance; without it only the derived one is given */
  readonly importance?: readonly number[];
  /** overall satisfaction, for derived importance */
  readonly overall?: number;
}

/** Where the quadrants meet, by the mean of the attributes unless said, and how sure the intervals are. */
export interface ImportancePerformanceOptions {
  readonly crosshair?: Crosshair;
  readonly confidence?: number;
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
  return { kind: 'derived-importance', n: found.n, correlations: found.matrix[performance.length]!.slice(0, -1) };
}

/**
 * Importance–performance analysis from cross-moments of complete answers. Fewer than two people are insufficient; a constant column
 * leaves derived importance undetermined and is named. Throws RangeError when a column is not there or the lists differ in length.
 * @example importancePerformanceFromMoments({ n: 3, origin: [0, 0], sums: [6, 6], products: [[14, 13], [13, 14]] }, { performance: [0], overall: 1 }) // { n: 3, stated: null, derived: { points: [{ importance: 0.5, performance: 2, quadrant: 'keep-up' }] } }
 */
export function importancePerformanceFromMoments(
  moments: CrossMoments,
  columns: ImportancePerformanceColumns,
  { confidence = 0.95, ...gridOptions }: ImportancePerformanceOptions = {},
): Outcome<ImportancePerformance> {
  const { performance, importance, overall } = columns;
  requireSameLength(performance, importance ?? performance);
  if (moments.n < 2) return insufficient(moments.n, 2);
  const derived = overall === undefined ? null : derivedImportance(moments, { performance, overall });
  if (derived !== null && !isDetermined(derived)) return derived;
  const means = meansOf(selectItems(moments, performance));
  const gridBy = (importances: readonly number[] | undefined): ImportancePerformanceGrid | null => {
    if (importances === undefined) return null;
    const points = means.map((mean, i) => ({ importance: importances[i]!, performance: mean }));
    return importancePerformanceGrid(points, gridOptions);
  };
  const contrast = contrastsOf(moments, { confidence });
  return {
    kind: 'importance-performance',
    n: moments.n,
    confidence,
    performance: performance.map((column, i) => ({ mean: means[i]!, interval: contrast(new Map([[column, 1]])).interval })),
    stated: gridBy(importance && meansOf(selectItems(moments, importance))),
    derived: gridBy(derived?.correlations),
  };
}

/**
 * Importance–performance analysis of complete rows, one per person. As `importancePerformanceFromMoments`; throws RangeError also for rows of
 * unequal length and answers that are not finite.
 * @example importancePerformance([[7, 3], [6, 4], [7, 5]], { importance: [0], performance: [1] }) // { n: 3, stated: { crosshair: [6.66666666…, 4] }, derived: null }
 */
export function importancePerformance(
  rows: readonly (readonly number[])[],
  columns: ImportancePerformanceColumns,
  options: ImportancePerformanceOptions = {},
): Outcome<ImportancePerformance> {
  return importancePerformanceFromMoments(crossMomentsOf(rows), columns, options);
}
