import { correlationOf, covarianceOf, crossMomentsOf, meansOf } from '../moments/cross-moments.ts';
import { insufficient, isDetermined, undetermined, type Insufficient, type Outcome } from '../result/outcome.ts';
import { collinearColumns } from './collinear-columns.ts';

/** Columns with mean 0 and standard deviation 1, so that iterations do not depend on units. */
export interface StandardisedColumns {
  readonly kind: 'standardised-columns';
  readonly n: number;
  readonly means: readonly number[];
  readonly sds: readonly number[];
  readonly rows: readonly (readonly number[])[];
}

/**
 * Standardises columns (n − 1). Fewer than two rows are insufficient; constant columns and columns that follow from those before them are
 * `singular` and named. Throws RangeError for rows of unequal length, NaN and infinities.
 * @example standardisedColumns([[1], [2], [3]]) // { means: [2], sds: [1], rows: [[-1], [0], [1]] }
 */
export function standardisedColumns(x: readonly (readonly number[])[]): Outcome<StandardisedColumns> {
  const moments = crossMomentsOf(x);
  const correlation = correlationOf(moments);
  if (correlation.kind === 'undetermined') return undetermined(moments.n, 'singular', correlation.columns);
  if (!isDetermined(correlation)) return correlation;
  const collinear = collinearColumns(correlation.matrix);
  if (collinear.length > 0) return undetermined(moments.n, 'singular', collinear);
  const means = meansOf(moments);
  const sds = covarianceOf(moments).map((row, i) => Math.sqrt(row[i]!));
  return {
    kind: 'standardised-columns',
    n: moments.n,
    means,
    sds,
    rows: x.map((row) => row.map((value, j) => (value - means[j]!) / sds[j]!)),
  };
}

/**
 * What is missing for a regression on the columns of `x`: two rows more than columns are needed. `null` when nothing is. Throws RangeError for
 * rows without columns.
 * @example shortageOf([[1, 2], [3, 4], [5, 6]]) // { kind: 'insufficient', n: 3, needed: 4 }
 * @example shortageOf([[1], [2], [3]]) // null
 */
export function shortageOf(x: readonly (readonly number[])[]): Insufficient | null {
  const columns = x[0]?.length ?? 1;
  if (columns === 0) throw new RangeError('a regression needs a predictor');
  return x.length < columns + 2 ? insufficient(x.length, columns + 2) : null;
}
