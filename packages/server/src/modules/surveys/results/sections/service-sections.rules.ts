import type { Form, MeasureOf } from '@zhiheng/forms/definition';
import type { CrossMoments } from '@zhiheng/stats/moments';
import {
  importancePerformanceFromMoments,
  servperfFromMoments,
  servqualFromMoments,
  type Gap,
  type ImportancePerformanceGrid,
  type ServqualDimension,
} from '@zhiheng/stats/survey';
import { isDetermined } from '@zhiheng/stats/result';
import { nameOfField, nameOfRow } from '../names.rules.ts';
import { completeSets, ipaFields } from '../sums/block.rules.ts';
import { amountMoments, completeMoments, type Sums } from '../sums/sum-view.rules.ts';
import type { Body, Source } from './section.rules.ts';

type Dimensions = MeasureOf<'servqual'>['dimensions'];

/** Columns of each dimension among the rows of all, from `start` on. */
function columnsOf(dimensions: Dimensions, start: number): readonly (readonly number[])[] {
  let at = start;
  return dimensions.map(({ rows }) => rows.map(() => at++));
}

const rowsOf = (dimensions: Dimensions) => dimensions.flatMap(({ key, rows }) => rows.map((row) => ({ row, dimension: key })));

export function servqualSection({ form, sums, make }: Source, measure: MeasureOf<'servqual'>): Body<'servqual'> {
  const answers = completeMoments(sums, completeSets(form, measure)[0] ?? []);
  const found = gapsOf(answers, measure, pointsOf(sums, measure));
  const { n } = answers;
  if (found.kind === 'insufficient' || n < make.least) {
    const none = make.none({ kind: 'insufficient', n, needed: 2 });
    return { kind: 'servqual', unit: 'gap', headline: none, items: [], dimensions: [], meanOfItems: none, weighted: null, servperf: none };
  }
  const figureOf = ({ gap, interval }: Pick<Gap, 'gap' | 'interval'>) => make.of({ n, value: gap, interval });
  const weighted = found.weightedGap === null ? null : figureOf(found.weightedGap);
  const rows = rowsOf(measure.dimensions);
  return {
    kind: 'servqual',
    unit: 'gap',
    headline: weighted ?? figureOf(found.meanOfDimensions),
    items: found.items.map((item, i) => ({
      ...namedRow(form, measure.question, rows[i]?.row ?? ''),
      ...{
        dimension: item.dimension,
        expectation: item.expectation,
        perception: item.perception,
        gap: figureOf(item),
        t: item.t,
        p: item.p,
      },
    })),
    dimensions: found.dimensions.map(({ name, weight, t, p, ...gap }, d) => ({
      ...{ key: name, name: measure.dimensions[d]?.name ?? {}, gap: figureOf(gap), weight, t, p },
    })),
    meanOfItems: figureOf(found.meanOfItems),
    weighted,
    servperf: make.of({ n, value: found.servperf.score, interval: found.servperf.interval }),
  };
}

const namedRow = (form: Form, question: string, row: string) => ({ key: row, name: nameOfRow(form, question, row) ?? {} });

function gapsOf(answers: CrossMoments, { dimensions }: MeasureOf<'servqual'>, points: readonly number[] | null) {
  const { moments, importance } = withConstants(answers, dimensions, points);
  const [expectation, perception] = [columnsOf(dimensions, 0), columnsOf(dimensions, rowsOf(dimensions).length)];
  return servqualFromMoments(
    moments,
    dimensions.map(({ key }, d): ServqualDimension => ({
      name: key,
      expectation: expectation[d] ?? [],
      perception: perception[d] ?? [],
      ...(importance === null ? {} : { importance: importance[d] ?? [] }),
    })),
  );
}

/** Mean points of each dimension; null where none are asked or none were given. */
function pointsOf(sums: Sums, { points, dimensions }: MeasureOf<'servqual'>): readonly number[] | null {
  if (points === undefined) return null;
  const means = dimensions.map(({ key }) => {
    const { n, sum } = amountMoments(sums, `${points}.${key}`, 1);
    return n === 0 ? 0 : sum / n;
  });
  return means.some((mean) => mean > 0) ? means : null;
}

/** Weights that are taken as known stand as columns that do not vary. */
function withConstants(moments: CrossMoments, dimensions: Dimensions, constants: readonly number[] | null) {
  if (constants === null || moments.n === 0) return { moments, importance: null };
  const start = moments.origin.length;
  const zeros = constants.map(() => 0);
  const widened: CrossMoments = {
    n: moments.n,
    origin: [...moments.origin, ...constants],
    sums: [...moments.sums, ...zeros],
    products: [...moments.products.map((row) => [...row, ...zeros]), ...constants.map(() => [...moments.sums.map(() => 0), ...zeros])],
  };
  return { moments: widened, importance: dimensions.map(({ rows }, d) => rows.map(() => start + d)) };
}

export function servperfSection({ form, sums, make }: Source, measure: MeasureOf<'servperf'>): Body<'servperf'> {
  const { dimensions, question } = measure;
  const rows = rowsOf(dimensions);
  const moments = completeMoments(sums, completeSets(form, measure)[0] ?? []);
  const { n } = moments;
  const columns = columnsOf(dimensions, 0);
  const found = servperfFromMoments(
    moments,
    dimensions.map(({ key }, d) => ({ name: key, perception: columns[d] ?? [] })),
  );
  if (found.kind === 'insufficient' || n < make.least) {
    return { kind: 'servperf', unit: 'scale', headline: make.none({ kind: 'insufficient', n, needed: 2 }), items: [], dimensions: [] };
  }
  const figureOf = ({ score, interval }: (typeof found)['overall']) => make.of({ n, value: score, interval });
  return {
    kind: 'servperf',
    unit: 'scale',
    headline: figureOf(found.overall),
    items: found.items.map((item, i) => ({
      ...namedRow(form, question, rows[i]?.row ?? ''),
      dimension: item.dimension,
      score: figureOf(item),
    })),
    dimensions: found.dimensions.map((dimension, d) => ({
      key: dimension.name,
      name: dimensions[d]?.name ?? {},
      score: figureOf(dimension),
    })),
  };
}

export function ipaSection({ form, sums, make }: Source, measure: MeasureOf<'ipa'>): Body<'ipa'> {
  const fields = ipaFields(form, measure.question);
  const moments = completeMoments(sums, completeSets(form, measure)[0] ?? []);
  const none: Body<'ipa'> = { kind: 'ipa', unit: null, headline: null, stated: null, derived: null };
  if (moments.n < make.least) return { ...none, headline: make.none({ kind: 'insufficient', n: moments.n, needed: 2 }) };
  const rank = (count: number, start: number) => Array.from({ length: count }, (_, i) => start + i);
  const found = importancePerformanceFromMoments(moments, {
    performance: rank(fields.performance.length, fields.importance.length),
    ...(fields.importance.length === 0 ? {} : { importance: rank(fields.importance.length, 0) }),
    ...(measure.outcome === undefined ? {} : { overall: fields.all.length }),
  });
  if (!isDetermined(found)) return { ...none, headline: make.none(found) };
  const gridOf = (grid: ImportancePerformanceGrid | null) =>
    grid && { crosshair: [...grid.crosshair] as [number, number], points: pointsIn(form, grid, found.performance) };
  const pointsIn = (own: Form, { points }: ImportancePerformanceGrid, performance: typeof found.performance) =>
    points.map(({ importance, quadrant }, i) => ({
      key: fields.performance[i] ?? '',
      name: nameOfField(own, fields.performance[i] ?? ''),
      importance,
      performance: make.of({ n: found.n, value: performance[i]?.mean ?? 0, interval: performance[i]?.interval ?? null }),
      quadrant,
    }));
  return { ...none, stated: gridOf(found.stated), derived: gridOf(found.derived) };
}
