import { requireTable } from '../result/require-finite.ts';
import { insufficient, undetermined, type Outcome } from '../result/outcome.ts';

/** Rows whose columns have mean 0 and standard deviation 1 (n − 1), so that none counts more because its scale is longer. */
export interface StandardisedRows {
  readonly kind: 'standardised-rows';
  readonly n: number;
  readonly means: readonly number[];
  readonly sds: readonly number[];
  readonly rows: readonly (readonly number[])[];
}

/**
 * Standardises every column; columns may hang together as they like. Fewer than two rows are insufficient, constant columns are named. Throws
 * RangeError for rows of unequal length, NaN and infinities.
 * @example standardiseRows([[1, 10], [2, 30], [3, 50]]) // { n: 3, means: [2, 30], sds: [1, 20], rows: [[-1, -1], [0, 0], [1, 1]] }
 * @example standardiseRows([[1, 7], [2, 7]]) // { kind: 'undetermined', n: 2, reason: 'constant', columns: [1] }
 */
export function standardiseRows(rows: readonly (readonly number[])[]): Outcome<StandardisedRows> {
  const width = requireTable(rows);
  const n = rows.length;
  if (n < 2) return insufficient(n, 2);
  const columns = Array.from({ length: width }, (_, j) => rows.map((row) => row[j]!));
  const means = columns.map((column) => column.reduce((sum, value) => sum + value, 0) / n);
  const sds = columns.map((column, j) => Math.sqrt(column.reduce((sum, value) => sum + (value - means[j]!) ** 2, 0) / (n - 1)));
  const constant = [...columns.keys()].filter((j) => columns[j]!.every((value) => value === columns[j]![0]));
  if (constant.length > 0) return undetermined(n, 'constant', constant);
  return { kind: 'standardised-rows', n, means, sds, rows: rows.map((row) => row.map((value, j) => (value - means[j]!) / sds[j]!)) };
}
