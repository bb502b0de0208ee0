import type { readDailyPercentiles as endpoint } from '@zhiheng/contract/insight/board';
import type { Parsed, Reply } from '@zhiheng/contract/endpoint';
import { invalidField, notFound } from '../../platform/errors.ts';
import type { Operation } from '../../platform/operation.ts';
import { dayOf, dayStart, loadEvaluation, percentilesOf } from '../evaluation/index.ts';
import { readSums } from '../measurement/index.ts';

type Endpoint = typeof endpoint;
type Input = Pick<Parsed<Endpoint>, 'params' | 'query'>;

const shares = { p50: 0.5, p90: 0.9, p95: 0.95, p99: 0.99 };
const mostDays = 400;
const [earliest, latest] = ['1970-01-01', '2099-12-31'];
const dayLength = 86_400_000;

/** Percentiles of each day with data, both ends included. Shares, counts of yes, and formulas have no distribution: no days. */
export async function readDailyPercentiles(operation: Operation, { params, query }: Input): Promise<Reply<Endpoint>> {
  checkRange(query.from, query.to);
  const { timeZone, library } = await loadEvaluation(operation, undefined);
  const indicator = library.byCode.get(params.code);
  if (indicator === undefined) throw notFound('indicator');
  if (indicator.measure === 'share' || indicator.measure === 'formula') return { days: [] };
  const [from, to] = [dayStart(query.from, timeZone), dayStart(dayAfter(query.to), timeZone)];
  const ids = [indicator.id];
  const sums = await readSums(operation, { indicatorIds: ids, histogramOf: ids, grain: 'day', from, to, filter: query, perBucket: true });
  const days = sums.flatMap((day) => {
    const percentiles = percentilesOf(indicator, day, shares);
    return percentiles === null ? [] : [{ day: dayOf(day.bucket, timeZone), n: day.n, ...percentiles }];
  });
  return { days };
}

function checkRange(from: string, to: string): void {
  if (from < earliest || to > latest) throw invalidField(from < earliest ? 'from' : 'to', 'out_of_range');
  if (from > to) throw invalidField('to', 'before_from');
  if ((Date.parse(to) - Date.parse(from)) / dayLength >= mostDays) throw invalidField('to', 'too_many_days', { most: mostDays });
}

const dayAfter = (day: string): string => new Date(Date.parse(day) + dayLength).toISOString().slice(0, 10);
