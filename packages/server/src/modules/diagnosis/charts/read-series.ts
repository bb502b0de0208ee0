import type { SubjectFilter } from '@zhiheng/contract/measurement/observations';
import type { ChartBucket } from '@zhiheng/contract/diagnosis/signal-kind';
import { notFound } from '../../../platform/errors.ts';
import type { Operation } from '../../../platform/operation.ts';
import { dayOf, loadEvaluation, loadSeries, type Evaluation } from '../../evaluation/index.ts';
import { limitsAt, type IndicatorRecord, type LimitsRecord } from '../../measurement/index.ts';

/** An indicator in its last whole days, weeks or months, as it is watched. */
export interface WatchedSeries {
  readonly indicator: IndicatorRecord;
  readonly limits: LimitsRecord | null;
  readonly points: readonly WatchedPoint[];
}
export interface WatchedPoint {
  readonly bucket: string;
  readonly value: number | null;
  readonly n: number;
  readonly sufficient: boolean;
  readonly interval: readonly [number, number] | null;
}

export interface SeriesWish {
  readonly code: string;
  readonly filter: SubjectFilter;
  readonly bucket: ChartBucket;
  readonly points: number;
}

export const findEvaluation = (operation: Operation): Promise<Evaluation> => loadEvaluation(operation, undefined);

/** Leading buckets without a value are left out: before them nothing was measured. Throws 404 for an indicator that is not there. */
export async function readSeries(operation: Operation, evaluation: Evaluation, wish: SeriesWish): Promise<WatchedSeries> {
  const indicator = evaluation.library.byCode.get(wish.code);
  if (indicator === undefined) throw notFound('indicator');
  const today = dayOf(operation.now, evaluation.timeZone);
  const series = await loadSeries(operation, evaluation, { ...wish, today });
  const points = series.map(({ bucket, figures }): WatchedPoint => ({ bucket, ...figures.measured(wish.code) }));
  const first = points.findIndex(({ value }) => value !== null);
  return { indicator, limits: limitsAt(indicator, today), points: first < 0 ? [] : points.slice(first) };
}
