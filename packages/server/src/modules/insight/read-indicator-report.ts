import type { readIndicatorReport as endpoint } from '@zhiheng/contract/insight/board';
import type { Parsed, Reply } from '@zhiheng/contract/endpoint';
import { notFound } from '../../platform/errors.ts';
import type { Operation } from '../../platform/operation.ts';
import { choosePeriod, lastDayOf, loadEvaluation, spanOf, type Evaluation } from '../evaluation/index.ts';
import { limitsAt, readIndicator, type IndicatorRecord } from '../measurement/index.ts';
import { loadSlices } from './load-slices.ts';
import { loadTrend } from './load-trend.ts';
import { worstSlices } from './ranking.rules.ts';
import { summaryOf } from './summary.rules.ts';

type Endpoint = typeof endpoint;
type Input = Pick<Parsed<Endpoint>, 'params' | 'query'>;
type Report = Reply<Endpoint>;

/** Everything about one indicator for a period and a slice: the page behind every number. */
export async function readIndicatorReport(operation: Operation, { params: { code }, query }: Input): Promise<Report> {
  const evaluation = await loadEvaluation(operation, undefined);
  const record = evaluation.library.byCode.get(code);
  if (record === undefined) throw notFound('indicator');
  const indicator = await readIndicator(operation, code);
  const period = await choosePeriod(operation, evaluation.timeZone, query.period);
  const { current, previous, trend } = await loadTrend(operation, evaluation, {
    indicator: record,
    period,
    filter: query,
    grain: query.grain,
  });
  const figure = current.figure(code, previous);
  if (figure === null) throw notFound('indicator');
  const slices = await loadSlices(operation, evaluation, { codes: [code], period, filter: query, by: query.by });
  const { from, to } = spanOf(period, evaluation.timeZone);
  return {
    ...{ period: period.key, from: from.toISOString(), to: to.toISOString() },
    ...{ indicator, figure, trend },
    summary: summaryOf(record, current),
    limits: limitsAt(record, lastDayOf(period.lastMonth)),
    slices: worstSlices(slices.of(code), slices.of(code).length).map(sliceOf),
    comparisons: indicator.benchmarks.map((benchmark) => ({
      benchmark,
      gap: figure.value === null ? null : figure.value - benchmark.value,
    })),
    inputs: inputsOf(evaluation, record).flatMap((input) => current.figure(input, previous) ?? []),
  };
}

const inputsOf = ({ library }: Evaluation, record: IndicatorRecord): readonly string[] => library.formulaOf(record)?.uses ?? [];

type Slice = ReturnType<typeof worstSlices>[number];
const sliceOf = ({ id, name, figure }: Slice): Report['slices'][number] => {
  const { value, n, interval, status } = figure;
  return { id, name, value, n, interval, status };
};
