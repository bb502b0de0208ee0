import {
  analysisOfVariance,
  chiSquareTest,
  kruskalWallisTest,
  leveneTest,
  mannWhitneyTest,
  pairedTest,
  standardisedDifference,
  studentTest,
  twoProportionTest,
  welchAnalysisOfVariance,
  welchTest,
  wilcoxonSignedRankTest,
} from '@zhiheng/stats/comparison';
import { isDetermined, type Outcome } from '@zhiheng/stats/result';
import { z } from 'zod';
import type { MethodTable, Problem } from '../problem.ts';
import { condition, meets, type Cell, type Table } from '../table.ts';

const level = z.union([z.string(), z.number(), z.boolean()]);
type Level = z.infer<typeof level>;
const source = { prepare: z.unknown().optional(), input_file: z.string().optional() };
const pair = z.tuple([level, level]);
const tests = z
  .object({
    two_sample: z.object({ ...source, value_column: z.string(), group_column: z.string(), groups: pair }),
    chisq: z.object({
      ...source,
      row_column: z.string(),
      column_column: z.string(),
      row_levels: z.array(level),
      column_levels: z.array(level),
    }),
    two_prop: z.object({ ...source, success: condition, group_column: z.string(), groups: pair }),
    anova: z.object({ ...source, value_column: z.string(), group_column: z.string() }),
    paired: z.object({ ...source, x_column: z.string(), y_column: z.string() }),
  })
  .partial();
type Tests = { [Name in keyof z.infer<typeof tests>]-?: Exclude<z.infer<typeof tests>[Name], undefined> };
const parameters = z.object({ tests, confidence: z.number().default(0.95) });

const is = (wanted: Level) => (cell: Cell) => meets(cell, { column: '', op: '==', value: wanted });
const determined = <T extends { readonly kind: string }>(outcome: Outcome<T>): T => {
  if (isDetermined(outcome)) return outcome;
  throw new Error(`no result: ${JSON.stringify(outcome)}`);
};

/** Values of one column with the cells of another, where both are present. */
function labelled(table: Table, valueColumn: string, labelColumn: string): { readonly value: number; readonly label: Cell }[] {
  const labels = table.cells(labelColumn);
  return table.numbersOrMissing(valueColumn).flatMap((value, i) => {
    const label = labels[i] ?? null;
    return value === null || label === null ? [] : [{ value, label }];
  });
}

function twoSample(problem: Problem, test: Tests['two_sample'], confidence: number): unknown {
  const rows = labelled(problem.table(test), test.value_column, test.group_column);
  const [first, second] = [valuesWhere(rows, test.groups[0]), valuesWhere(rows, test.groups[1])];
  const welch = determined(welchTest(first, second, { confidence }));
  const student = determined(studentTest(first, second, { confidence }));
  const rank = determined(mannWhitneyTest(first, second, { confidence }));
  const effect = determined(standardisedDifference(first, second, { confidence }));
  const spread = determined(leveneTest([first, second]));
  return {
    group_sizes: [first.length, second.length],
    welch: meansTest(welch),
    student: meansTest(student),
    mannwhitney_W: rank.u,
    mannwhitney_p_cc: rank.p,
    mannwhitney_p_nocc: rank.pWithoutContinuity,
    cohens_d_pooled: effect.d,
    hedges_g: effect.g,
    levene_brown_forsythe: { F: spread.statistic, p: spread.p },
  };
}

const valuesWhere = (rows: readonly { readonly value: number; readonly label: Cell }[], group: Level): number[] =>
  rows.filter(({ label }) => is(group)(label)).map(({ value }) => value);

interface MeansTest {
  readonly statistic: number;
  readonly p: number;
  readonly df: number;
  readonly interval: readonly [number, number];
  readonly samples: readonly { readonly mean: number }[];
}

const meansTest = ({ statistic, p, df, interval, samples }: MeansTest) => ({
  statistic,
  p_value: p,
  df,
  ci95: interval,
  estimate: samples.map(({ mean }) => mean),
});

function chisq(problem: Problem, test: Tests['chisq']): unknown {
  const data = problem.table(test);
  const [rows, columns] = [data.cells(test.row_column), data.cells(test.column_column)];
  const table = test.row_levels.map((row) =>
    test.column_levels.map((column) => rows.filter((cell, i) => is(row)(cell) && is(column)(columns[i] ?? null)).length),
  );
  const { statistic, df, p, cramersV } = determined(chiSquareTest(table));
  return { table, statistic, df, p, cramers_v: cramersV };
}

function twoProp(problem: Problem, test: Tests['two_prop'], confidence: number): unknown {
  const data = problem.table(test);
  const groups = data.cells(test.group_column);
  const succeeded = data.holds(test.success);
  const outcomes = data.cells(test.success.column);
  const countOf = (group: Level) => {
    const members = [...groups.keys()].filter((i) => is(group)(groups[i] ?? null) && outcomes[i] !== null);
    return { count: members.filter((i) => succeeded[i]).length, n: members.length };
  };
  const [first, second] = [countOf(test.groups[0]), countOf(test.groups[1])];
  const found = determined(twoProportionTest(first, second, { confidence }));
  return {
    successes: [first.count, second.count],
    n: [first.n, second.n],
    z: found.z,
    p: found.p,
    diff: found.difference,
    wald_ci95: found.waldInterval,
    p_yates: found.pYates,
    odds_ratio: found.oddsRatio?.estimate ?? null,
    log_or_se: found.oddsRatio?.logStandardError ?? null,
    risk_ratio: found.riskRatio?.estimate ?? null,
  };
}

function anova(problem: Problem, test: Tests['anova']): unknown {
  const rows = labelled(problem.table(test), test.value_column, test.group_column);
  const labels = [...new Set(rows.map(({ label }) => label))];
  const groups = labels.map((group) => rows.filter(({ label }) => label === group).map(({ value }) => value));
  const classical = determined(analysisOfVariance(groups));
  const welch = determined(welchAnalysisOfVariance(groups));
  const kruskal = determined(kruskalWallisTest(groups));
  return {
    n: classical.n,
    F: classical.statistic,
    df: classical.df,
    p: classical.p,
    eta2: classical.eta2,
    omega2: classical.omega2,
    welch: { statistic: welch.statistic, p_value: welch.p, df: welch.df },
    kruskal: { statistic: kruskal.statistic, p_value: kruskal.p, df: kruskal.df },
  };
}

function paired(problem: Problem, test: Tests['paired'], confidence: number): unknown {
  const rows = problem.table(test).rowsWithMissing([test.x_column, test.y_column]);
  const pairs = rows.flatMap(([x = null, y = null]) => (x === null || y === null ? [] : [[x, y] as const]));
  const [x, y] = [pairs.map((each) => each[0]), pairs.map((each) => each[1])];
  const means = determined(pairedTest(x, y, { confidence }));
  const ranks = determined(wilcoxonSignedRankTest(x, y));
  return {
    t_test: { statistic: means.statistic, p_value: means.p, df: means.df, ci95: means.interval, estimate: means.meanDifference },
    wilcoxon_signed: { V: ranks.v, p_cc: ranks.p, p_nocc: ranks.pWithoutContinuity, n_nonzero: ranks.nonZero },
    cohens_dz: means.dz,
  };
}

function hypothesisTests(problem: Problem): unknown {
  const { tests: wanted, confidence } = parameters.parse(problem.params);
  return {
    ...(wanted.two_sample && { two_sample: twoSample(problem, wanted.two_sample, confidence) }),
    ...(wanted.chisq && { chisq: chisq(problem, wanted.chisq) }),
    ...(wanted.two_prop && { two_prop: twoProp(problem, wanted.two_prop, confidence) }),
    ...(wanted.anova && { anova: anova(problem, wanted.anova) }),
    ...(wanted.paired && { paired: paired(problem, wanted.paired, confidence) }),
  };
}

export const comparisonMethods: MethodTable = { hypothesis_tests: hypothesisTests };
