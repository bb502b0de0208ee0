import {
  clusteredDifferenceInDifferences,
  cuped,
  differenceInDifferences,
  interruptedTimeSeries,
  segmentedDesign,
  sequentialTest,
  type InterruptedTimeSeries,
} from '@zhiheng/stats/experiment';
import { momentsOf } from '@zhiheng/stats/moments';
import { linearRegression } from '@zhiheng/stats/regression';
import { isDetermined, type Outcome } from '@zhiheng/stats/result';
import { z } from 'zod';
import type { MethodTable, Problem } from '../problem.ts';

const determined = <T extends { readonly kind: string }>(outcome: Outcome<T>): T => {
  if (isDetermined(outcome)) return outcome;
  throw new Error(`no result: ${JSON.stringify(outcome)}`);
};

const interruption = z.object({ column: z.string(), break: z.number().int(), hac_lags: z.array(z.number().int()) });

function interruptedTimeSeriesOf(problem: Problem): unknown {
  const params = interruption.parse(problem.params);
  const values = problem.table().numbers(params.column);
  const fitWith = (lag: number, smallSample = false) =>
    determined(interruptedTimeSeries(values, { before: params.break, lag, smallSample }));
  const lag3 = fitWith(3);
  const classical = determined(linearRegression(segmentedDesign(values.length, params.break), values)).coefficients;
  const [intercept, t, post, post_time] = classical.map(({ standardError }) => standardError);
  return {
    n: lag3.n,
    coef: read(lag3, 'estimate'),
    ols_se: { intercept, t, post, post_time },
    nw_se: Object.fromEntries(params.hac_lags.map((lag) => [`lag${lag}`, read(fitWith(lag), 'standardError')])),
    nw_se_lag3_small_sample_adjust: read(fitWith(3, true), 'standardError'),
    t_nw_lag3: read(lag3, 't'),
    durbin_watson: lag3.durbinWatson,
  };
}

const read = (fit: InterruptedTimeSeries, part: 'estimate' | 'standardError' | 't') => ({
  intercept: fit.intercept[part],
  t: fit.trend[part],
  post: fit.level[part],
  post_time: fit.slope[part],
});

const panel = z.object({ id_column: z.string(), group_column: z.string(), time_column: z.string(), outcome_column: z.string() });

interface Seen {
  readonly id: string;
  readonly group: number;
  readonly time: number;
  readonly value: number;
}

function differenceInDifferencesAndCuped(problem: Problem): unknown {
  const params = panel.parse(problem.params);
  const table = problem.table();
  const ids = table.cells(params.id_column).map(String);
  const numbers = table.numberRows([params.group_column, params.time_column, params.outcome_column]);
  const rows = numbers.map(([group = 0, time = 0, value = 0], i) => ({ id: ids[i] ?? '', group, time, value }));
  const valuesOf = (group: number, time: number) =>
    rows.filter((row) => row.group === group && row.time === time).map(({ value }) => value);
  const cellsOf = (group: number) => ({ before: momentsOf(valuesOf(group, 0)), after: momentsOf(valuesOf(group, 1)) });
  const classical = determined(differenceInDifferences({ comparison: cellsOf(0), treated: cellsOf(1) }));
  const clustered = determined(
    clusteredDifferenceInDifferences(rows.map(({ id, group, time, value }) => ({ id, treated: group === 1, after: time === 1, value }))),
  );
  const adjusted = determined(cuped(armOf(rows, 1), armOf(rows, 0)));
  const { cells } = classical;
  return {
    cell_means: {
      g0_t0: cells.comparison.before.mean,
      g0_t1: cells.comparison.after.mean,
      g1_t0: cells.treated.before.mean,
      g1_t1: cells.treated.after.mean,
    },
    did: classical.effect,
    ols_se: classical.standardError,
    cluster_se_HC1: clustered.effect.standardError,
    cuped_theta: adjusted.theta,
    cuped_diff: adjusted.difference,
    cuped_welch: {
      statistic: adjusted.statistic,
      p_value: adjusted.p,
      df: adjusted.df,
      ci95: adjusted.interval,
      estimate: adjusted.arms.map(({ mean }) => mean),
    },
    var_reduction: adjusted.varianceReduction,
    rho2: adjusted.varianceReduction,
  };
}

/** Values before and after of the units of one group that have both. */
function armOf(rows: readonly Seen[], group: number): { before: number[]; during: number[] } {
  const later = new Map(rows.filter((row) => row.group === group && row.time === 1).map((row) => [row.id, row.value]));
  const pairs = rows
    .filter((row) => row.group === group && row.time === 0)
    .flatMap((row) => {
      const during = later.get(row.id);
      return during === undefined ? [] : [{ before: row.value, during }];
    });
  return { before: pairs.map(({ before }) => before), during: pairs.map(({ during }) => during) };
}

const sequential = z.object({
  column: z.string(),
  tau2: z.number(),
  sigma2: z.number(),
  theta0: z.number().default(0),
  alpha: z.number().default(0.05),
});

function msprt(problem: Problem): unknown {
  const { column, tau2, sigma2, theta0, alpha } = sequential.parse(problem.params);
  const values = problem.table().numbers(column);
  const { looks } = determined(sequentialTest(values, { variance: sigma2, mixingVariance: tau2, hypothesis: theta0, alpha }));
  return {
    lambda: looks.map(({ likelihoodRatio }) => likelihoodRatio),
    always_valid_p: looks.map(({ alwaysValidP }) => alwaysValidP),
    ci95_halfwidth: looks.map(({ halfWidth }) => halfWidth),
  };
}

export const experimentMethods: MethodTable = {
  interrupted_time_series: interruptedTimeSeriesOf,
  difference_in_differences_and_cuped: differenceInDifferencesAndCuped,
  msprt_sequential_test: msprt,
};
