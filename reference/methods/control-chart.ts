import { z } from 'zod';
import {
  chartConstants,
  cusumChart,
  defectChart,
  defectiveChart,
  deviationChart,
  ewmaChart,
  individualsChart,
  laneyRateChart,
  laneyShareChart,
  rangeChart,
  rateChart,
  runRules,
  shareChart,
  sigmaFromMedianRange,
  xbarChart,
  type ChartOptions,
  type ControlChart,
  type CountedSample,
  type LaneyChart,
  type RuleSet,
  type RunRules,
  type Subgroup,
  type SubgroupChartOptions,
} from '@zhiheng/stats/control-chart';
import type { Outcome } from '@zhiheng/stats/result';
import { determined } from '../determined.ts';
import type { Json, MethodTable, Problem } from '../problem.ts';
import { sigmaMethod, subgroupsOf } from '../subgroups.ts';
import { condition, type Cell } from '../table.ts';

const limits = z.object({ nsigmas: z.number().default(3), run_length: z.number().default(7) });
const subgroupLimits = limits.extend({ sigma_method: sigmaMethod });
const counting = z.object({ count_column: z.string(), size_column: z.string() });

export const controlChartMethods: MethodTable = {
  control_chart_xbar: (problem) => {
    const settings = subgroupSettings(problem);
    const first = subgroupsOf(problem.table(), problem.params);
    const chart = chartWords(determined(xbarChart(first, settings)));
    if (problem.params['phase2_prepare'] === undefined) return chart;
    const second = subgroupsOf(problem.table({ prepare: problem.params['phase2_prepare'] }), problem.params);
    const both = determined(xbarChart([...first, ...second], { ...settings, baseline: first.length }));
    return {
      ...chart,
      phase2_statistics: both.points.slice(first.length).map(({ value }) => value),
      phase2_beyond_limits: fromOne(both.beyond),
    };
  },
  control_chart_R: (problem) => subgroupChart(problem, rangeChart),
  control_chart_S: (problem) => subgroupChart(problem, deviationChart),
  control_chart_p: (problem) => chartWords(determined(shareChart(samplesOf(problem), limitSettings(problem.params)))),
  control_chart_np: (problem) => {
    const chart = determined(defectiveChart(samplesOf(problem), limitSettings(problem.params)));
    const centers = chart.points.map(({ center }) => center);
    return { ...chartWords(chart), center: centers.every((center) => center === centers[0]) ? chart.center : centers };
  },
  control_chart_c: (problem) => {
    const { count_column: column } = counting.pick({ count_column: true }).parse(problem.params);
    return chartWords(determined(defectChart(problem.table().numbers(column), limitSettings(problem.params))));
  },
  control_chart_u: (problem) => chartWords(determined(rateChart(samplesOf(problem), limitSettings(problem.params)))),
  control_chart_laney_p: (problem) => {
    const groups = countedGroups(problem);
    const chart = determined(laneyShareChart(groups, limitSettings(problem.params)));
    const days = groups.map(({ group }) => group);
    return { days, n: groups.map(({ size }) => size), x: groups.map(({ count }) => count), ...laneyWords(chart) };
  },
  control_chart_laney_u: (problem) => laneyWords(determined(laneyRateChart(samplesOf(problem), limitSettings(problem.params)))),
  control_chart_individuals: (problem) => {
    const params = z
      .object({ column: z.string(), median_mr_constant: z.number().optional(), D4: z.number().optional(), nsigmas: z.number().optional() })
      .parse(problem.params);
    const values = problem.table().numbers(params.column);
    const chart = determined(
      individualsChart(values, {
        ...(params.D4 === undefined ? {} : { rangeFactor: params.D4 }),
        ...(params.nsigmas === undefined ? {} : { nsigmas: params.nsigmas }),
      }),
    );
    return {
      n: chart.n,
      center: chart.center,
      mr_bar: chart.movingRange.mean,
      sigma: chart.sigma,
      I_limits: chart.limits,
      MR_ucl: chart.movingRange.upper,
      I_beyond: fromOne(chart.beyond),
      MR_beyond: fromOne(chart.movingRange.beyond),
      sigma_median_mr: sigmaFromMedianRange(values, params.median_mr_constant),
    };
  },
  control_chart_constants: (problem) => ({
    rows: z
      .object({ n: z.array(z.number()) })
      .parse(problem.params)
      .n.map(chartConstants),
  }),
  control_chart_run_rules: (problem) => {
    const {
      column,
      center,
      sigma,
      rule_sets: sets,
    } = z
      .object({
        column: z.string(),
        center: z.number(),
        sigma: z.number(),
        rule_sets: z.array(z.enum(['nelson', 'western_electric_4rules'])),
      })
      .parse(problem.params);
    const values = problem.table().numbers(column);
    const ruleSet = (name: (typeof sets)[number]): RuleSet => (name === 'nelson' ? 'nelson' : 'western-electric');
    return Object.fromEntries(sets.map((name) => [name, ruleWords(runRules(values, { center, sigma }, { ruleSet: ruleSet(name) }))]));
  },
  ewma_chart: (problem) => {
    const params = z
      .object({ sigma_method: sigmaMethod, lambda: z.number(), nsigmas: z.number().default(3), start: z.literal('center').optional() })
      .parse(problem.params);
    const { lambda, nsigmas } = params;
    const chart = determined(ewmaChart(subgroupsOf(problem.table(), problem.params), { sigma: params.sigma_method, lambda, nsigmas }));
    return {
      center: chart.center,
      sigma: chart.sigma,
      ewma: chart.points.map(({ value }) => value),
      lcl: chart.points.map(({ lower }) => lower),
      ucl: chart.points.map(({ upper }) => upper),
      beyond: fromOne(chart.beyond),
    };
  },
  cusum_tabular: (problem) => {
    const params = z
      .object({ sigma_method: sigmaMethod, decision_interval: z.number(), k: z.number(), head_start: z.number().default(0) })
      .parse(problem.params);
    const chart = determined(
      cusumChart(subgroupsOf(problem.table(), problem.params), {
        sigma: params.sigma_method,
        decisionInterval: params.decision_interval,
        reference: params.k,
        headStart: params.head_start,
      }),
    );
    return {
      center: chart.center,
      sigma: chart.sigma,
      cusum_pos: chart.upper,
      cusum_neg: chart.lower,
      decision_interval: chart.method.decisionInterval,
      k: chart.method.reference,
      violations_upper: fromOne(chart.beyondUpper),
      violations_lower: fromOne(chart.beyondLower),
    };
  },
};

function subgroupSettings(problem: Problem): SubgroupChartOptions {
  const { nsigmas, run_length: runLength, sigma_method: sigma } = subgroupLimits.parse(problem.params);
  return { nsigmas, runLength, sigma };
}

function limitSettings(params: Json): ChartOptions {
  const { nsigmas, run_length: runLength } = limits.parse(params);
  return { nsigmas, runLength };
}

type SubgroupChart = (subgroups: readonly Subgroup[], options: SubgroupChartOptions) => Outcome<ControlChart>;

const subgroupChart = (problem: Problem, chart: SubgroupChart) =>
  chartWords(determined(chart(subgroupsOf(problem.table(), problem.params), subgroupSettings(problem))));

function samplesOf(problem: Problem): CountedSample[] {
  const { count_column: count, size_column: size } = counting.parse(problem.params);
  return problem
    .table()
    .numberRows([count, size])
    .map(([counted = 0, of = 0]) => ({ count: counted, size: of }));
}

/** Rows counted per group; small groups are left out. */
function countedGroups(problem: Problem): (CountedSample & { group: Cell })[] {
  const params = z
    .object({
      group_column: z.string(),
      defective: condition,
      min_group_n: z.number().default(1),
      sort_groups: z.unknown(),
    })
    .parse(problem.params);
  const table = problem.table();
  const defective = table.holds(params.defective);
  const groups = new Map<Cell, { group: Cell; count: number; size: number }>();
  table.cells(params.group_column).forEach((group, row) => {
    if (group === null) return;
    const { count, size } = groups.get(group) ?? { count: 0, size: 0 };
    groups.set(group, { group, count: count + Number(defective[row]), size: size + 1 });
  });
  const large = [...groups.values()].filter(({ size }) => size >= params.min_group_n);
  return params.sort_groups === 'ascending' ? large.sort((a, b) => order(a.group, b.group)) : large;
}

function order(a: Cell, b: Cell): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return String(a) < String(b) ? -1 : 1;
}

function chartWords(chart: ControlChart) {
  const all = chart.points.map(({ lower, upper }) => [lower, upper] as const);
  return {
    center: chart.center,
    std_dev: chart.sigma,
    limits_first: all[0],
    limits_last: all.at(-1),
    limits_all: all,
    limits_constant: all.every(([lower, upper]) => lower === all[0]?.[0] && upper === all[0][1]),
    statistics: chart.points.map(({ value }) => value),
    beyond_limits: fromOne(chart.beyond),
    violating_runs: fromOne(chart.runs),
  };
}

function laneyWords(chart: LaneyChart) {
  return {
    center: chart.center,
    sigma_z: chart.sigmaZ,
    z: chart.z,
    ucl: chart.points.map(({ upper }) => upper),
    lcl: chart.points.map(({ lower }) => lower),
    ucl_shewhart: chart.shewhart.points.map(({ upper }) => upper),
    beyond: fromOne(chart.beyond),
    beyond_shewhart: fromOne(chart.shewhart.beyond),
  };
}

const ruleWords = ({ rules }: RunRules) => Object.fromEntries(rules.map(({ rule, ends }) => [String(rule), fromOne(ends)]));

const fromOne = (indexes: readonly number[]): number[] => indexes.map((index) => index + 1);
