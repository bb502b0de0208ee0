import { chiSquareTest } from '@zhiheng/stats/comparison';
import type { AnalysisResultOf } from '@zhiheng/contract/surveys/analysis-result';
import type { Axis } from '../axis.rules.ts';
import type { Named, SampleRow } from '../sample.rules.ts';

type CrossResult = AnalysisResultOf<'cross'>;
type Table = CrossResult['tables'][number];
export type Hidden = CrossResult['hidden'][number];
type Uncorrected<T> = Omit<NonNullable<T>, 'adjustedP'>;
type Several = NonNullable<Table['several']>;

/** A table whose tests are not corrected yet. */
export interface Untested extends Omit<Table, 'test' | 'several'> {
  readonly test: Uncorrected<Table['test']> | null;
  readonly several: { readonly people: number[]; readonly tests: readonly (Uncorrected<Several['tests'][number]> | null)[] } | null;
}

export interface Layer {
  readonly layer: Named | null;
  readonly rows: readonly SampleRow[];
}

export interface Found {
  readonly table: Untested | null;
  readonly hidden: readonly Hidden[];
}

/** Answers of one layer; groups with fewer than `minimum` are not shown. */
export interface Counted extends Layer {
  readonly minimum: number;
}

const total = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);

/** Answers by both axes. Groups with fewer answers than are shown are left out, whichever side they stand on. */
export function tableOf({ layer, rows, minimum }: Counted, rowAxis: Axis, columnAxis: Axis): Found {
  const counts = rowAxis.levels.map(() => columnAxis.levels.map(() => 0));
  for (const row of rows) {
    const [own, other] = [counts[rowAxis.levelOf(row)], columnAxis.levelOf(row)];
    if (own !== undefined && other >= 0) own[other] = (own[other] ?? 0) + 1;
  }
  const columnTotals = columnAxis.levels.map((_, j) => total(counts.map((row) => row[j] ?? 0)));
  const rowsShown = placesOf(counts.map(total), minimum);
  const columnsShown = placesOf(columnTotals, columnAxis.isPlace ? minimum : 1);
  const hidden = [...hiddenOf(rowAxis, rowsShown.few, counts.map(total)), ...hiddenOf(columnAxis, columnsShown.few, columnTotals)];
  const cells = rowsShown.enough.map((i) => columnsShown.enough.map((j) => counts[i]?.[j] ?? 0));
  if (cells.length === 0) return { table: null, hidden };
  const table = {
    ...{ layer, row: rowAxis.named, column: columnAxis.named, cells, n: total(cells.flat()) },
    rows: rowsShown.enough.flatMap((i) => rowAxis.levels.slice(i, i + 1)),
    columns: columnsShown.enough.flatMap((j) => columnAxis.levels.slice(j, j + 1)),
  };
  return { table: { ...table, test: testOf(cells), several: null }, hidden };
}

/** Levels that somebody has: enough to be shown, or too few. */
export function placesOf(
  totals: readonly number[],
  least: number,
): { readonly enough: readonly number[]; readonly few: readonly number[] } {
  const used = [...totals.keys()].filter((i) => (totals[i] ?? 0) > 0);
  return { enough: used.filter((i) => (totals[i] ?? 0) >= least), few: used.filter((i) => (totals[i] ?? 0) < least) };
}

export const hiddenOf = (axis: Axis, few: readonly number[], totals: readonly number[]): readonly Hidden[] =>
  few.flatMap((i) => axis.levels.slice(i, i + 1).map((level) => ({ axis: axis.named, level, n: totals[i] ?? 0 })));

function testOf(cells: readonly (readonly number[])[]): Untested['test'] {
  const found = chiSquareTest(cells);
  if (found.kind !== 'chi-square-test') return null;
  const { statistic, df, p, cramersV, smallestExpected, adjustedResiduals } = found;
  return { statistic, df, p, cramersV, smallestExpected, residuals: adjustedResiduals.map((row) => [...row]) };
}
