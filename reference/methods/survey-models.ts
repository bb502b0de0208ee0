import { completeRows, crossMomentsOf } from '@zhiheng/stats/moments';
import {
  importancePerformanceFromMoments,
  kanoCategory,
  kanoCoefficients,
  kanoCountsOf,
  kanoFeature,
  servqualFromMoments,
  type ImportancePerformanceGrid,
  type KanoFeature,
} from '@zhiheng/stats/survey';
import { z } from 'zod';
import type { MethodTable, Problem } from '../problem.ts';

const columnNames = z.array(z.string());
const category = z.enum(['A', 'O', 'M', 'I', 'R', 'Q']);
const count = z.number().default(0);
const kanoCounts = z.object({ A: count, O: count, M: count, I: count, R: count, Q: count });
const fiveByFive = z.array(z.string().length(5)).length(5);
const servqualParameters = z.object({
  dimensions: z.array(
    z.object({ name: z.string(), expectation: columnNames, perception: columnNames, importance: columnNames.optional() }),
  ),
});
const kanoParameters = z.object({
  functional: columnNames,
  dysfunctional: columnNames,
  table: fiveByFive,
  tie_order: z.array(category),
});
const ipaParameters = z.object({ importance: columnNames, performance: columnNames, overall: z.string() });

export const surveyModelMethods: MethodTable = {
  servqual_gap: servqual,
  kano_evaluation_table: (problem) => {
    const { table } = z.object({ table: fiveByFive }).parse(problem.params);
    const answers = [1, 2, 3, 4, 5];
    return { cells: answers.flatMap((f) => answers.map((d) => ({ f, d, cat: kanoCategory(f, d, table) }))) };
  },
  kano_coefficients: (problem) => {
    const found = kanoCoefficients(z.object({ counts: kanoCounts }).parse(problem.input).counts);
    return found.kind === 'kano-coefficients' ? { better: found.better, worse: found.worse } : found;
  },
  kano_model: kano,
  importance_performance_analysis: importancePerformance,
};

function servqual(problem: Problem): unknown {
  const { dimensions } = servqualParameters.parse(problem.params);
  const names = [
    ...new Set(dimensions.flatMap(({ expectation, perception, importance }) => [...expectation, ...perception, ...(importance ?? [])])),
  ];
  const at = (columns: readonly string[]) => columns.map((name) => names.indexOf(name));
  const moments = crossMomentsOf(completeRows(problem.table().rowsWithMissing(names)));
  const found = servqualFromMoments(
    moments,
    dimensions.map(({ name, expectation, perception, importance }) => ({
      name,
      expectation: at(expectation),
      perception: at(perception),
      ...(importance !== undefined && { importance: at(importance) }),
    })),
  );
  if (found.kind === 'insufficient') return found;
  return {
    n: found.n,
    item_E_mean: found.items.map(({ expectation }) => expectation),
    item_P_mean: found.items.map(({ perception }) => perception),
    item_gap: found.items.map(({ gap }) => gap),
    item_gap_sd_n1: found.items.map(({ standardDeviation }) => standardDeviation),
    item_gap_t: found.items.map(({ t }) => t),
    item_gap_p: found.items.map(({ p }) => p),
    dimension_gap: Object.fromEntries(found.dimensions.map(({ name, gap }) => [name, gap])),
    unweighted_overall_mean_of_dimensions: found.meanOfDimensions.gap,
    unweighted_overall_mean_of_items: found.meanOfItems.gap,
    dimension_weights: Object.fromEntries(found.dimensions.map(({ name, weight }) => [name, weight])),
    weighted_overall: found.weightedGap?.gap,
    servperf_overall: found.servperf.score,
    item_weighted_gap_sum_imp_x_gap_over_sum_imp: found.importanceWeightedGap?.gap,
  };
}

function kano(problem: Problem): unknown {
  const { functional, dysfunctional, table, tie_order: tieOrder } = kanoParameters.parse(problem.params);
  const data = problem.table();
  const features = functional.map((name, i) => {
    const pairs = completeRows(data.rowsWithMissing([name, dysfunctional[i] ?? '']));
    const answers = (column: number) => pairs.flatMap((pair) => pair.slice(column, column + 1));
    return kanoFeature(kanoCountsOf(answers(0), answers(1), table), { tieOrder });
  });
  return { n: data.size, items: features.map((found, i) => (found.kind === 'kano-feature' ? kanoWords(found, i + 1) : found)) };
}

const kanoWords = (found: KanoFeature, item: number): unknown => ({
  item,
  counts: found.counts,
  category: found.category,
  better_SI: found.coefficients?.better,
  worse_DSI: found.coefficients?.worse,
  category_strength: found.categoryStrength,
  total_strength: found.totalStrength,
  category_blauth: found.blauthCategory,
});

function importancePerformance(problem: Problem): unknown {
  const { importance, performance, overall } = ipaParameters.parse(problem.params);
  const names = [...importance, ...performance, overall];
  const moments = crossMomentsOf(completeRows(problem.table().rowsWithMissing(names)));
  const columns = {
    importance: importance.map((_, i) => i),
    performance: performance.map((_, i) => importance.length + i),
    overall: names.length - 1,
  };
  const found = importancePerformanceFromMoments(moments, columns);
  const byMedian = importancePerformanceFromMoments(moments, columns, { crosshair: 'median' });
  if (found.kind !== 'importance-performance' || byMedian.kind !== 'importance-performance') return found;
  return {
    n: found.n,
    stated_importance: found.stated?.points.map((point) => point.importance),
    performance: found.performance.map(({ mean }) => mean),
    derived_importance_pearson: found.derived?.points.map((point) => point.importance),
    crosshair_stated: found.stated?.crosshair,
    quadrant_stated: quadrants(found.stated),
    crosshair_derived: found.derived?.crosshair,
    quadrant_derived: quadrants(found.derived),
    crosshair_stated_median: byMedian.stated?.crosshair,
    quadrant_stated_median: quadrants(byMedian.stated),
  };
}

const words = {
  'keep-up': 'keep_up',
  'concentrate-here': 'concentrate_here',
  'low-priority': 'low_priority',
  'possible-overkill': 'possible_overkill',
} as const;

const quadrants = (grid: ImportancePerformanceGrid | null) => grid?.points.map(({ quadrant }) => words[quadrant]);
