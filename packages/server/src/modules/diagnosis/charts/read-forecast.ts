import type { IndicatorForecast, readForecast as endpoint } from '@zhiheng/contract/diagnosis/signals';
import type { Parsed } from '@zhiheng/contract/endpoint';
import type { Operation } from '../../../platform/operation.ts';
import { forecastOf } from './forecast.rules.ts';
import { findEvaluation, readSeries } from './read-series.ts';

/** What a forecast looks back on: half a year of days, six years of months. */
export const lookBack = { day: 182, month: 72 } as const;

type Input = Pick<Parsed<typeof endpoint>, 'params' | 'query'>;

export async function readForecast(operation: Operation, { params: { code }, query }: Input): Promise<IndicatorForecast> {
  const { bucket, horizon, ...filter } = query;
  const evaluation = await findEvaluation(operation);
  const { indicator, limits, points } = await readSeries(operation, evaluation, { code, filter, bucket, points: lookBack[bucket] });
  const { name, unit, decimals, measure, direction } = indicator;
  return {
    ...{ indicator: code, name, unit, decimals, measure, direction, bucket },
    ...{ target: limits?.target ?? null, warning: limits?.warning ?? null, critical: limits?.critical ?? null },
    asOf: operation.now.toISOString(),
    points: points.map(({ bucket: at, value, n }) => ({ bucket: at, value, n })),
    outcome: forecastOf(points, bucket, horizon),
  };
}
