import type { AnalysisRequestOf } from '@zhiheng/contract/surveys/analysis-request';
import type { AnalysisResult, AnalysisResultOf } from '@zhiheng/contract/surveys/analysis-result';
import { axisOf, type Axis, type PlaceNames } from '../axis.rules.ts';
import type { Steps } from '../run-steps.ts';
import type { Sample } from '../sample.rules.ts';
import { adjusted } from './adjust.rules.ts';
import { tableOf, type Counted, type Found, type Hidden, type Layer, type Untested } from './cross-table.rules.ts';
import { severalTable } from './several-choices.rules.ts';

type CrossResult = AnalysisResultOf<'cross'>;
type Table = CrossResult['tables'][number];
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
      const found = tableBy({ layer, rows, minimum }, rowAxis, axis(asked));
      if (found.table !== null) tables.push(found.table);
      hidden.push(...found.hidden);
      yield tables.length / (request.columns.length * layers.shown.length);
    }
  return { kind: 'cross', correction: request.correction, tables: corrected(tables, request.correction), hidden: onceEach(hidden) };
}

/** All tests of all tables are one family. */
export function corrected(tables: readonly Untested[], correction: CrossResult['correction']): Table[] {
  const pOf = ({ test, several }: Untested) => (several === null ? [test?.p ?? null] : several.tests.map((each) => each?.p ?? null));
  const p = adjusted(tables.flatMap(pOf), correction).values();
  const withP = <T extends object>(test: T | null): (T & { readonly adjustedP: number }) | null => {
    const adjustedP = p.next().value ?? 1;
    return test === null ? null : { ...test, adjustedP };
  };
  return tables.map(({ test, several, ...table }) =>
    several === null
      ? { ...table, test: withP(test), several }
      : { ...table, test: null, several: { people: several.people, tests: several.tests.map(withP) } },
  );
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

/** What people may choose several of always stands in the columns: as rows they would overlap, and no test compares those. */
function tableBy(counted: Counted, rowAxis: Axis, columnAxis: Axis): Found {
  if (rowAxis.chosenBy !== null) return severalTable(counted, columnAxis, rowAxis);
  return columnAxis.chosenBy === null ? tableOf(counted, rowAxis, columnAxis) : severalTable(counted, rowAxis, columnAxis);
}

/** A level that is too small in several tables is named once, with the most answers it has in any. */
export function onceEach(hidden: readonly Hidden[]): Hidden[] {
  const known = new Map<string, Hidden>();
  for (const each of hidden) {
    const key = `${each.axis.key} ${each.level.key}`;
    if ((known.get(key)?.n ?? 0) < each.n) known.set(key, each);
  }
  return [...known.values()];
}
