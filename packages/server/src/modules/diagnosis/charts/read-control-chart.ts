import type { ControlChart, readControlChart as endpoint } from '@zhiheng/contract/diagnosis/signals';
import type { Parsed } from '@zhiheng/contract/endpoint';
import type { Operation } from '../../../platform/operation.ts';
import { chartOf } from './chart.rules.ts';
import { findEvaluation, readSeries } from './read-series.ts';

type Input = Pick<Parsed<typeof endpoint>, 'params' | 'query'>;

export async function readControlChart(operation: Operation, { params: { code }, query }: Input): Promise<ControlChart> {
  const { bucket, points: wanted, ruleSet, baseline = null, ...filter } = query;
  const evaluation = await findEvaluation(operation);
  const { indicator, limits, points } = await readSeries(operation, evaluation, { code, filter, bucket, points: wanted });
  const { name, unit, decimals, measure, direction } = indicator;
  return {
    ...{ indicator: code, name, unit, decimals, measure, direction, bucket, target: limits?.target ?? null },
    asOf: operation.now.toISOString(),
    points: points.map(({ bucket: at, value, n }) => ({ bucket: at, value, n })),
    chart: chartOf(points, { ruleSet, baseline }),
  };
}
