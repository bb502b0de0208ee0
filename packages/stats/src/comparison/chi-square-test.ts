import { chiSquareUpper } from '../distribution/chi-square.ts';
import { insufficient, undetermined, type Outcome } from '../result/outcome.ts';

/** Are rows and columns of a cross table independent? */
export interface ChiSquareTest {
  readonly kind: 'chi-square-test';
  readonly n: number;
  readonly statistic: number;
  readonly df: number;
  readonly p: number;
  /** strength of the association, 0 to 1 */
  readonly cramersV: number;
  /** counts expected under independence, shaped like the table */
  readonly expected: readonly (readonly number[])[];
  /** below 5 the probability is rough */
  readonly smallestExpected: number;
  /** (observed − expected) in its standard errors: beyond ±2 a cell stands out; 0 in empty rows and columns */
  readonly adjustedResiduals: readonly (readonly number[])[];
  readonly method: { readonly correction: 'none' };
}

/**
 * Pearson's χ² test of independence from counts, without continuity correction. Rows and columns nobody is in are left out of the
 * degrees of freedom; with only one of either left the table is undetermined. Throws RangeError for rows of unequal length and for
 * counts below 0.
 * Source: Pearson (1900), Philosophical Magazine 50, 157–175; V: Cramér (1946), Mathematical Methods of Statistics, 282; residuals:
 * Haberman (1973), Biometrics 29, 205–220.
 * @example chiSquareTest([[10, 20], [30, 40]]) // { n: 100, statistic: 0.79365…, df: 1, p: 0.37299…, cramersV: 0.08908… }
 * @example chiSquareTest([[10, 0], [30, 0]]) // { kind: 'undetermined', n: 40, reason: 'no-variation' }
 */
export function chiSquareTest(table: readonly (readonly number[])[]): Outcome<ChiSquareTest> {
  const { rows, columns, n } = marginsOf(table);
  if (n === 0) return insufficient(0, 1);
  const [usedRows, usedColumns] = [countPositive(rows), countPositive(columns)];
  const df = (usedRows - 1) * (usedColumns - 1);
  if (df === 0) return undetermined(n, 'no-variation');
  const expected = rows.map((row) => columns.map((column) => (row * column) / n));
  const statistic = sumOfCells(expected, (e, i, j) => (e === 0 ? 0 : (table[i]![j]! - e) ** 2 / e));
  return {
    kind: 'chi-square-test',
    n,
    statistic,
    df,
    p: chiSquareUpper(statistic, df),
    cramersV: Math.sqrt(statistic / (n * Math.min(usedRows - 1, usedColumns - 1))),
    expected,
    smallestExpected: Math.min(...expected.flat().filter((e) => e > 0)),
    adjustedResiduals: expected.map((row, i) =>
      row.map((e, j) => (e === 0 ? 0 : (table[i]![j]! - e) / Math.sqrt(e * (1 - rows[i]! / n) * (1 - columns[j]! / n)))),
    ),
    method: { correction: 'none' },
  };
}

const countPositive = (sums: readonly number[]): number => sums.filter((sum) => sum > 0).length;

interface Margins {
  readonly rows: readonly number[];
  readonly columns: readonly number[];
  readonly n: number;
}

function marginsOf(table: readonly (readonly number[])[]): Margins {
  const width = table[0]?.length ?? 0;
  if (table.some((row) => row.length !== width)) throw new RangeError('rows of a table have the same length');
  if (table.flat().some((count) => !(count >= 0 && Number.isFinite(count)))) throw new RangeError('counts are finite and not below 0');
  const rows = table.map((row) => row.reduce((sum, count) => sum + count, 0));
  const columns = Array.from({ length: width }, (_, j) => table.reduce((sum, row) => sum + row[j]!, 0));
  return { rows, columns, n: rows.reduce((sum, count) => sum + count, 0) };
}

function sumOfCells(table: readonly (readonly number[])[], term: (cell: number, i: number, j: number) => number): number {
  return table.reduce((sum, row, i) => row.reduce((part, cell, j) => part + term(cell, i, j), sum), 0);
}
