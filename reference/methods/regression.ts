import { brierScore, confusionAt, hosmerLemeshowTest, logLoss, rocArea } from '@zhiheng/stats/classification';
import {
  breuschPaganTest,
  cooksDistances,
  dummyColumns,
  durbinWatson,
  linearRegression,
  logisticProbabilities,
  logisticRegression,
  regressionResiduals,
  relativeImportance,
  robustErrors,
  typeTwoTests,
  varianceInflation,
  type Coefficient,
  type RobustType,
} from '@zhiheng/stats/regression';
import { isDetermined, type Outcome } from '@zhiheng/stats/result';
import { z } from 'zod';
import type { MethodTable, Problem } from '../problem.ts';
import { condition, prepare, type Table } from '../table.ts';

const linear = z.object({ y: z.string(), x: z.array(z.string()), confidence: z.number().default(0.95) });
const logistic = z.object({
  y: condition,
  x: z.array(
    z.object({ column: z.string(), type: z.enum(['numeric', 'categorical']), reference: z.union([z.string(), z.number()]).optional() }),
  ),
  threshold: z.number().default(0.5),
  hosmer_lemeshow_groups: z.number().default(10),
  confidence: z.number().default(0.95),
});

const determined = <T extends { readonly kind: string }>(outcome: Outcome<T>): T => {
  if (isDetermined(outcome)) return outcome;
  throw new Error(`no result: ${JSON.stringify(outcome)}`);
};

const named = <T>(names: readonly string[], values: readonly T[]): Record<string, T> =>
  Object.fromEntries(names.flatMap((name, i) => values.slice(i, i + 1).map((value) => [name, value])));

function olsRegression(problem: Problem): unknown {
  const { y: yColumn, x: names, confidence } = linear.parse(problem.params);
  const table = prepare(problem.table(), { listwise: [...names, yColumn] });
  const [x, y] = [table.numberRows(names), table.numbers(yColumn)];
  const fit = determined(linearRegression(x, y, { confidence }));
  const all = ['intercept', ...names];
  const of = <T>(read: (coefficient: Coefficient) => T) => named(all, fit.coefficients.map(read));
  return {
    ...importance(x, y, names),
    n: fit.n,
    coef: of(({ estimate }) => estimate),
    se: of(({ standardError }) => standardError),
    t: of(({ t }) => t),
    p: of(({ p }) => p),
    conf_int95: of(({ interval }) => interval),
    r2: fit.r2,
    adj_r2: fit.adjustedR2,
    sigma: fit.sigma,
    F: { value: fit.f.statistic, df1: fit.f.df[0], df2: fit.f.df[1] },
    aic: fit.aic,
    bic: fit.bic,
    loglik: fit.logLikelihood,
    hc_se: robustStandardErrors(x, y, all),
    ...diagnostics(x, y, names),
  };
}

function diagnostics(x: readonly (readonly number[])[], y: readonly number[], names: readonly string[]): Record<string, unknown> {
  const { terms, residual } = determined(typeTwoTests(x, y));
  const breuschPagan = determined(breuschPaganTest(x, y));
  const squares = terms.map((term) => term.squares);
  const statistics = terms.map(({ statistic }) => statistic);
  return {
    vif: named(names, determined(varianceInflation(x)).factors),
    typeII_SS: { ...named(names, squares), Residuals: residual.squares },
    typeII_F: named(names, statistics),
    durbin_watson: durbinWatson(determined(regressionResiduals(x, y)).residuals),
    breusch_pagan_koenker: { statistic: breuschPagan.statistic, p_value: breuschPagan.p, df: breuschPagan.df },
    cooks_max: determined(cooksDistances(x, y)).largest,
  };
}

function robustStandardErrors(x: readonly (readonly number[])[], y: readonly number[], names: readonly string[]): Record<string, unknown> {
  const errors = (type: RobustType) => determined(robustErrors(x, y, { type })).coefficients.map(({ standardError }) => standardError);
  return {
    HC0: named(names, errors('HC0')),
    HC1: named(names, errors('HC1')),
    HC2: named(names, errors('HC2')),
    HC3: named(names, errors('HC3')),
  };
}

function importance(x: readonly (readonly number[])[], y: readonly number[], names: readonly string[]): Record<string, unknown> {
  const { r2, predictors } = determined(relativeImportance(x, y));
  const of = (read: (predictor: (typeof predictors)[number]) => number | null) => named(names, predictors.map(read));
  return {
    r2,
    lmg: of(({ lmg }) => lmg),
    lmg_pct: of(({ lmgShare }) => lmgShare),
    first: of(({ first }) => first),
    last: of(({ last }) => last),
    pratt: of(({ pratt }) => pratt),
    std_beta: of(({ beta }) => beta),
  };
}

function relativeImportanceLmg(problem: Problem): unknown {
  const { y: yColumn, x: names } = linear.parse(problem.params);
  const table = prepare(problem.table(), { listwise: [...names, yColumn] });
  const [x, y] = [table.numberRows(names), table.numbers(yColumn)];
  return importance(x, y, names);
}

type Predictor = z.infer<typeof logistic>['x'][number];

/** Names and columns that one predictor becomes. */
function columnsOf(table: Table, { column, type, reference }: Predictor): { names: string[]; rows: readonly (readonly number[])[] } {
  if (type === 'numeric') return { names: [column], rows: table.numberRows([column]) };
  const cells = table.cells(column).map(String);
  const { levels, rows } = dummyColumns(cells, { reference: String(reference ?? cells.toSorted()[0]) });
  return { names: levels.map((level) => `${column}=${level}`), rows };
}

function logisticRegressionOf(problem: Problem): unknown {
  const params = logistic.parse(problem.params);
  const { confidence } = params;
  const table = prepare(problem.table(), { listwise: [params.y.column, ...params.x.map(({ column }) => column)] });
  const parts = params.x.map((predictor) => columnsOf(table, predictor));
  const x = Array.from({ length: table.size }, (_, i) => parts.flatMap(({ rows }) => rows[i] ?? []));
  const outcomes = table.holds(params.y);
  const fit = determined(logisticRegression(x, outcomes, { confidence }));
  const chances = logisticProbabilities(fit, x);
  const roc = determined(rocArea(chances, outcomes, { confidence }));
  const confusion = confusionAt(chances, outcomes, params.threshold);
  const all = ['intercept', ...parts.flatMap(({ names }) => names)];
  const of = (read: (coefficient: (typeof fit.coefficients)[number]) => number) => named(all, fit.coefficients.map(read));
  return {
    n: fit.n,
    events: fit.events,
    coef: of(({ estimate }) => estimate),
    se: of(({ standardError }) => standardError),
    z: of((coefficient) => coefficient.z),
    p: of(({ p }) => p),
    deviance: fit.deviance,
    null_deviance: fit.nullDeviance,
    aic: fit.aic,
    mcfadden_r2: fit.mcFaddenR2,
    auc: roc.area,
    auc_delong_ci95: roc.interval,
    brier: brierScore(chances, outcomes),
    logloss: logLoss(chances, outcomes),
    confusion: {
      tp: confusion.truePositives,
      fp: confusion.falsePositives,
      tn: confusion.trueNegatives,
      fn: confusion.falseNegatives,
    },
    hosmer_lemeshow: determined(hosmerLemeshowTest(chances, outcomes, { groups: params.hosmer_lemeshow_groups })).statistic,
  };
}

export const regressionMethods: MethodTable = {
  ols_regression_and_relative_importance: olsRegression,
  relative_importance_lmg: relativeImportanceLmg,
  logistic_regression: logisticRegressionOf,
};
