import { scoreSettings } from '@zhiheng/contract/measurement/indicator';
import type { SubjectFilter } from '@zhiheng/contract/measurement/observations';
import { givenFields } from '../../platform/changes-between.ts';
import type { IndicatorFigure, IndicatorInputs, IndicatorSource, Judged, ToJudge } from '../campaigns/index.ts';
import { fromStored, loadIndicators, readSums, type IndicatorRecord } from '../measurement/index.ts';
import { Figures, IndicatorLibrary } from './figures.rules.ts';
import { loadEvaluation } from './load-evaluation.ts';
import { needsOf } from './needs.rules.ts';
import { lastDayOf, spanOf } from './period.rules.ts';
import { gradeWhenCovered, meanOfChildren, scoreOf, statusOf } from './score.rules.ts';
import type { Sums } from './sums.rules.ts';

const gather: IndicatorSource['gather'] = async (operation, { codes, from, until, scope }) => {
  const { card, timeZone } = await loadEvaluation(operation, undefined);
  const library = new IndicatorLibrary(await loadIndicators(operation, { withTrash: true }));
  const needs = needsOf(library, codes);
  const filter: SubjectFilter = givenFields({
    ...{ serviceId: scope.serviceId ?? undefined, siteId: scope.siteId ?? undefined },
    ...{ teamId: scope.teamId ?? undefined, segmentId: scope.segmentId ?? undefined },
  });
  const span = spanOf({ firstMonth: from, lastMonth: until }, timeZone);
  const rows = await readSums(operation, { ...needs, ...span, grain: 'month', filter, perBucket: false });
  const sums = rows.map(({ slice: _, bucket: __, histogram, ...row }) => ({
    ...row,
    histogram: histogram === null ? null : [...histogram].sort(([a], [b]) => a - b),
  }));
  return {
    settings: card?.settings ?? scoreSettings.parse({}),
    lastDay: lastDayOf(until),
    definitions: withInputs(library, codes),
    sums: sums.sort((a, b) => (a.indicatorId < b.indicatorId ? -1 : 1)),
  };
};

/** The indicators themselves and those that their formulas read, all levels down. */
function withInputs(library: IndicatorLibrary, codes: readonly string[]): IndicatorRecord[] {
  const found = new Set<string>();
  const collect = (code: string): void => {
    const indicator = library.byCode.get(code);
    if (indicator === undefined || found.has(code)) return;
    found.add(code);
    library.formulaOf(indicator)?.uses.forEach(collect);
  };
  codes.forEach(collect);
  return library.all.filter(({ code }) => found.has(code));
}

function workOut({ definitions, sums, settings, lastDay }: IndicatorInputs, code: string): IndicatorFigure | null {
  const byId = new Map(
    sums.map(({ indicatorId, histogram, ...sum }) => [indicatorId, { ...sum, histogram: histogram && new Map(histogram) }]),
  );
  const library = new IndicatorLibrary(definitions);
  const figures = new Figures(library, { settings, lastDay, sumsOf: (id) => byId.get(id) ?? null });
  const indicator = library.byCode.get(code);
  const figure = figures.figure(code, null);
  if (indicator === undefined || figure === null) return null;
  const { name, unit, decimals, direction, value, n, sufficient, target, warning, critical, interval } = figure;
  return {
    ...{ name, unit, decimals, direction, value, n, sufficient, target, warning, critical },
    ...{ low: interval?.[0] ?? null, high: interval?.[1] ?? null },
    moments: momentsOf(indicator, byId.get(indicator.id)),
  };
}

/** Of shares and means a difference can be tested exactly; of percentiles, extremes and formulas it cannot. */
function momentsOf(indicator: IndicatorRecord, sums: Sums | undefined): IndicatorFigure['moments'] {
  if (sums === undefined || indicator.formula !== null) return null;
  if (indicator.measure === 'share') return { kind: 'share', count: sums.total, n: sums.n };
  if (indicator.measure === 'count' || indicator.aggregate !== 'mean') return null;
  const unit = fromStored(indicator, 1);
  return { kind: 'mean', n: sums.n, sum: sums.total * unit, squares: sums.squares * unit * unit };
}

function judge(figures: readonly ToJudge[], settings: IndicatorInputs['settings']): Judged {
  const judged = figures.map(({ value, direction, ...limits }) => ({
    status: statusOf(value, direction, limits),
    score: scoreOf(value, direction, { ...limits, points: settings }),
  }));
  const { score, coverage } = meanOfChildren(
    judged.map((one, at) => ({ score: one.score, weight: figures[at]?.weight ?? 0, coverage: one.score === null ? 0 : 1 })),
  );
  return { figures: judged, score, coverage, grade: gradeWhenCovered(score, coverage, settings) };
}

/** How campaigns calculate and judge: by the same rules as scorecards. */
export const indicatorSource: IndicatorSource = { gather, workOut, judge };
