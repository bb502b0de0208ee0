import { chiSquareTest } from '@zhiheng/stats/comparison';
import type { AnalysisRequestOf } from '@zhiheng/contract/surveys/analysis-request';
import type { AnalysisResult, AnalysisResultOf } from '@zhiheng/contract/surveys/analysis-result';
import { axisOf, type Axis, type PlaceNames } from '../axis.rules.ts';
import type { Steps } from '../run-steps.ts';
import type { Named, Sample, SampleRow } from '../sample.rules.ts';
import { adjusted } from './adjust.rules.ts';

type CrossResult = AnalysisResultOf<'cross'>;
type Table = CrossResult['tables'][number];
type Hidden = CrossResult['hidden'][number];
type Untested = Omit<Table, 'test'> & { readonly test: Omit<NonNullable<Table['test']>, 'adjustedP'> | null };

/** Rows against each of the columns, in each layer; the tests of all tables are one family. */
export function* crossTables(sample: Sample, request: AnalysisRequestOf<'cross'>, places: PlaceNames): Steps<AnalysisResult> {
  const { form, minimum } = sample;
  if (sample.rows.length < minimum) return { kind: 'insufficient', n: sample.rows.length, needed: minimum };
  const axis = (asked: (typeof request)['rows']): Axis => axisOf(asked, form, places);
  const rowAxis = axis(request.rows);
  const layers = layersOf(sample, request.layer === null ? null : axis(request.layer));
  const tables: Untested[] = [];
  const hidden: Hidden[] = [...layers.hidden];
  for (const asked of request.columns)
    for (const { layer, rows } of layers.shown) {
      const found = tableOf({ layer, rows, minimum }, rowAxis, axis(asked));
      if (found.table !== null) tables.push(found.table);
      hidden.push(...found.hidden);
      yield tables.length / (request.columns.length * layers.shown.length);
    }
  const p = adjusted(
    tables.map(({ test }) => test?.p ?? null),
    request.correction,
  );
  return {
    kind: 'cross',
    correction: request.correction,
    tables: tables.map(({ test, ...table }, i) => ({ ...table, test: test === null ? null : { ...test, adjustedP: p[i] ?? 1 } })),
    hidden: onceEach(hidden),
  };
}

interface Layer {
  readonly layer: Named | null;
  readonly rows: readonly SampleRow[];
}

function layersOf({ rows, minimum }: Sample, axis: Axis | null): { readonly shown: readonly Layer[]; readonly hidden: readonly Hidden[] } {
  if (axis === null) return { shown: [{ layer: null, rows }], hidden: [] };
  const layers = axis.levels.map((layer, level) => ({ layer, rows: rows.filter((row) => axis.levelOf(row) === level) }));
  const few = layers.filter((each) => each.rows.length > 0 && each.rows.length < minimum);
  return {
    shown: layers.filter((each) => each.rows.length >= minimum),
    hidden: few.map(({ layer, rows: own }) => ({ axis: axis.named, level: layer, n: own.length })),
  };
}

interface Found {
  readonly table: Untested | null;
  readonly hidden: readonly Hidden[];
}

const total = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);

/** Answers by both axes. Groups with fewer answers than are shown are left out, whichever side they stand on. */
function tableOf({ layer, rows, minimum }: Layer & { readonly minimum: number }, rowAxis: Axis, columnAxis: Axis): Found {
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
  return { table: { ...table, test: testOf(cells) }, hidden };
}

function placesOf(totals: readonly number[], least: number): { readonly enough: readonly number[]; readonly few: readonly number[] } {
  const used = [...totals.keys()].filter((i) => (totals[i] ?? 0) > 0);
  return { enough: used.filter((i) => (totals[i] ?? 0) >= least), few: used.filter((i) => (totals[i] ?? 0) < least) };
}

const hiddenOf = (axis: Axis, few: readonly number[], totals: readonly number[]): readonly Hidden[] =>
  few.flatMap((i) => axis.levels.slice(i, i + 1).map((level) => ({ axis: axis.named, level, n: totals[i] ?? 0 })));

function testOf(cells: readonly (readonly number[])[]): Untested['test'] {
  const found = chiSquareTest(cells);
  if (found.kind !== 'chi-square-test') return null;
  const { statistic, df, p, cramersV, smallestExpected, adjustedResiduals } = found;
  return { statistic, df, p, cramersV, smallestExpected, residuals: adjustedResiduals.map((row) => [...row]) };
}

/** A level that is too small in several tables is named once, with the most answers it has in any. */
function onceEach(hidden: readonly Hidden[]): Hidden[] {
  const known = new Map<string, Hidden>();
  for (const each of hidden) {
    const key = `${each.axis.key} ${each.level.key}`;
    if ((known.get(key)?.n ?? 0) < each.n) known.set(key, each);
  }
  return [...known.values()];
}
