import { requireFinite, requireSameLength } from '../result/require-finite.ts';

/** How often each pair of values occurs. */
export interface CrossTable {
  /** values of the rows, ascending */
  readonly rows: readonly number[];
  /** values of the columns, ascending */
  readonly columns: readonly number[];
  readonly counts: readonly (readonly number[])[];
}

/**
 * Counts of every pair of values of two variables; only values that occur. No observations: an empty table. Throws RangeError for
 * unequal lengths, NaN or an infinity.
 * @example crossTable([1, 1, 2, 5], [3, 4, 4, 4]) // { rows: [1, 2, 5], columns: [3, 4], counts: [[1, 1], [0, 1], [0, 1]] }
 */
export function crossTable(x: ArrayLike<number>, y: ArrayLike<number>): CrossTable {
  requireSameLength(x, y);
  requireFinite(x, 'values');
  requireFinite(y, 'values');
  const rows = categoriesOf(x);
  const columns = categoriesOf(y);
  const counts = rows.levels.map(() => columns.levels.map(() => 0));
  for (const [observation, row] of rows.places.entries()) counts[row]![columns.places[observation]!]! += 1;
  return { rows: rows.levels, columns: columns.levels, counts };
}

/** The values that occur, ascending, and the place of every value among them. */
function categoriesOf(values: ArrayLike<number>): { readonly levels: readonly number[]; readonly places: Int32Array } {
  const order = Array.from(values, (_, index) => index).sort((a, b) => values[a]! - values[b]!);
  const levels: number[] = [];
  const places = new Int32Array(values.length);
  for (const index of order) {
    if (values[index]! !== levels[levels.length - 1]) levels.push(values[index]!);
    places[index] = levels.length - 1;
  }
  return { levels, places };
}

/**
 * Total and margins of a table of counts. Throws RangeError when it is not rectangular or holds a negative or fractional count.
 * @example requireCounts([[1, 2], [3, 4]]) // { n: 10, rows: [3, 7], columns: [4, 6] }
 */
export function requireCounts(table: readonly (readonly number[])[]): {
  readonly n: number;
  readonly rows: readonly number[];
  readonly columns: readonly number[];
} {
  const columns = Array<number>(table[0]?.length ?? 0).fill(0);
  const rows = table.map((row) => {
    if (row.length !== columns.length) throw new RangeError('a table of counts must be rectangular');
    if (row.some((count) => !Number.isInteger(count) || count < 0)) throw new RangeError('counts must be whole and not negative');
    for (const [j, count] of row.entries()) columns[j]! += count;
    return row.reduce((sum, count) => sum + count, 0);
  });
  return { n: rows.reduce((sum, count) => sum + count, 0), rows, columns };
}
