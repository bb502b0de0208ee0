import { mean, quantile } from '@zhiheng/stats/describe';
import { isDetermined, type Outcome } from '@zhiheng/stats/result';
import {
  coxRegression,
  kaplanMeier,
  logRankTest,
  survivalAt,
  type Durations,
  type SurvivalAt,
  type SurvivalScale,
} from '@zhiheng/stats/survival';
import { z } from 'zod';
import type { MethodTable, Problem } from '../problem.ts';
import { condition, type Cell, type Table } from '../table.ts';

const determined = <T extends { readonly kind: string }>(outcome: Outcome<T>): T => {
  if (isDetermined(outcome)) return outcome;
  throw new Error(`no result: ${JSON.stringify(outcome)}`);
};

const survival = z.object({
  time_column: z.string(),
  event: condition,
  group_column: z.string().optional(),
  at: z.array(z.number()).default([]),
  confidence: z.number().default(0.95),
  cox: z.object({ covariates: z.array(z.string()), ties: z.enum(['efron', 'breslow']).default('efron') }).optional(),
});

interface Subject {
  readonly row: number;
  readonly time: number;
  readonly observed: boolean;
}

const durationsOf = (subjects: readonly Subject[]): Durations => ({
  times: subjects.map(({ time }) => time),
  observed: subjects.map(({ observed }) => observed),
});

function kaplanMeierOf(problem: Problem): unknown {
  const params = survival.parse(problem.params);
  const { confidence } = params;
  const table = problem.table();
  const events = table.holds(params.event);
  const subjects = table
    .numbersOrMissing(params.time_column)
    .flatMap((time, row) => (time === null ? [] : [{ row, time, observed: events[row] === true }]));
  const curve = (scale: SurvivalScale) => determined(kaplanMeier(durationsOf(subjects), { scale, confidence }));
  const [log, logLog] = [curve('log'), curve('log-log')];
  const at = (read: (step: SurvivalAt) => unknown, of = log) => params.at.map((time) => read(survivalAt(of, time)));
  return {
    n: log.n,
    events: log.events,
    median: log.median,
    median_ci: log.medianInterval,
    surv: at((step) => step.survival),
    se: at(({ standardError }) => standardError),
    lower_log: at(({ interval }) => interval?.[0] ?? null),
    upper_log: at(({ interval }) => interval?.[1] ?? null),
    lower_loglog: at(({ interval }) => interval?.[0] ?? null, logLog),
    upper_loglog: at(({ interval }) => interval?.[1] ?? null, logLog),
    ...(params.group_column !== undefined && logRank(subjects, table.cells(params.group_column))),
    ...(params.cox !== undefined && cox(subjects, table, { ...params.cox, confidence })),
  };
}

function logRank(subjects: readonly Subject[], groups: readonly Cell[]): Record<string, unknown> {
  const levels = [...new Set(subjects.map(({ row }) => groups[row] ?? null))].filter((level) => level !== null);
  const { statistic, p } = determined(logRankTest(levels.map((level) => durationsOf(subjects.filter(({ row }) => groups[row] === level)))));
  return { logrank_chisq: statistic, logrank_p: p };
}

interface Cox {
  readonly covariates: readonly string[];
  readonly ties: 'efron' | 'breslow';
  readonly confidence: number;
}

function cox(subjects: readonly Subject[], table: Table, { covariates, ties, confidence }: Cox): Record<string, unknown> {
  const cells = table.rowsWithMissing(covariates);
  const complete = subjects.flatMap((subject) => {
    const row = (cells[subject.row] ?? []).filter((cell) => cell !== null);
    return row.length === covariates.length ? [{ subject, row }] : [];
  });
  const { coefficients } = determined(
    coxRegression(
      durationsOf(complete.map(({ subject }) => subject)),
      complete.map(({ row }) => row),
      { ties, confidence },
    ),
  );
  const of = (read: (coefficient: (typeof coefficients)[number]) => number) =>
    Object.fromEntries(coefficients.map((coefficient, i) => [covariates[i] ?? '', read(coefficient)]));
  return { cox_coef: of(({ estimate }) => estimate), cox_se: of(({ standardError }) => standardError) };
}

const resolution = z.object({
  id_column: z.string(),
  start_column: z.string(),
  end_column: z.string(),
  censor_column: z.string(),
  event_row: z.literal('last'),
  at_hours: z.array(z.number()),
  made_sla_column: z.string(),
  reopen_column: z.string(),
  reassignment_column: z.string(),
  priority_column: z.string(),
});

const minute = /^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2})(?::(\d{2}))?$/;

/** Milliseconds since 1970 of a wall clock time without zone. */
function instantOf(cell: Cell): number | null {
  const [, day, time, second = '00'] = minute.exec(String(cell)) ?? [];
  return day === undefined || time === undefined ? null : Date.parse(`${day}T${time}:${second}Z`);
}

/** Rows of each id, in file order. */
function rowsById(ids: readonly Cell[]): number[][] {
  const rows = new Map<Cell, number[]>();
  for (const [row, id] of ids.entries()) {
    const known = rows.get(id);
    if (known === undefined) rows.set(id, [row]);
    else known.push(row);
  }
  return [...rows.values()];
}

function resolutionTime(problem: Problem): unknown {
  const params = resolution.parse(problem.params);
  const table = problem.table();
  const incidents = rowsById(table.cells(params.id_column));
  const last = incidents.flatMap((rows) => rows.slice(-1));
  const [starts, ends, censors] = [params.start_column, params.end_column, params.censor_column].map((name) =>
    table.cells(name).map(instantOf),
  );
  const durations = last.map((row) => {
    const [start, end, censor] = [starts?.[row] ?? null, ends?.[row] ?? null, censors?.[row] ?? null];
    const until = end ?? censor;
    return { time: start === null || until === null ? null : (until - start) / 3_600_000, observed: end !== null };
  });
  const known = durations.flatMap(({ time, observed }) => (time === null || time < 0 ? [] : [{ row: 0, time, observed }]));
  const resolved = known.filter(({ observed }) => observed).map(({ time }) => time);
  const curve = determined(kaplanMeier(durationsOf(known)));
  const largest = (column: string) => {
    const values = table.numbersOrMissing(column);
    return incidents.map((rows) => Math.max(...rows.map((row) => values[row] ?? 0)));
  };
  const reopened = largest(params.reopen_column).map((count) => Number(count > 0));
  const madeSla = table.holds({ column: params.made_sla_column, op: '==', value: true });
  const priorities = table.cells(params.priority_column);
  return {
    n_incidents: incidents.length,
    n_missing_resolved: durations.filter(({ observed }) => !observed).length,
    n_negative: durations.filter(({ time }) => time !== null && time < 0).length,
    median_hours: curve.median,
    unresolved_share: params.at_hours.map((time) => survivalAt(curve, time).survival),
    mean_hours_resolved: mean(resolved),
    p90_hours_type7: quantile(resolved, 0.9, 7),
    made_sla_true: last.filter((row) => madeSla[row]).length,
    reopened_share: mean(reopened),
    mean_reassignments: mean(largest(params.reassignment_column)),
    priority_counts: countsOf(last.map((row) => String(priorities[row]))),
  };
}

function countsOf(values: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}

export const survivalMethods: MethodTable = {
  kaplan_meier: kaplanMeierOf,
  kaplan_meier_resolution_time: resolutionTime,
};
