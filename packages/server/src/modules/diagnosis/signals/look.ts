import type { SignalSlice, Watch } from '@zhiheng/contract/diagnosis/signals';
import type { SubjectFilter } from '@zhiheng/contract/measurement/observations';
import type { LocalText } from '@zhiheng/contract/values/text';
import type { Operation } from '../../../platform/operation.ts';
import type { Evaluation } from '../../evaluation/index.ts';
import { chartOf } from '../charts/chart.rules.ts';
import { forecastOf } from '../charts/forecast.rules.ts';
import { lookBack } from '../charts/read-forecast.ts';
import { readSeries, type WatchedSeries } from '../charts/read-series.ts';
import { countWeeks, lastWholeWeek } from '../hot-spots/count-weeks.ts';
import { judgeSpots, type JudgedSpot } from '../hot-spots/hot-spot.rules.ts';
import { seenAhead, seenAtLimit, seenOnChart, type Look, type Obstacle, type Seen } from './seen.rules.ts';

export interface NamedSeen extends Seen {
  readonly name: LocalText;
  readonly slice: SignalSlice;
}
export type NamedLook = readonly NamedSeen[] | Obstacle;

type SpotWatch = Extract<Watch, { kind: 'hot-spot' }>;
type IndicatorWatch = Exclude<Watch, SpotWatch>;

/** How many buckets a look at a chart or a limit reads. */
const chartPoints = { day: 90, week: 52, month: 36 } as const;

/** What a watch shows now. */
export async function look(operation: Operation, evaluation: Evaluation, watch: Watch): Promise<NamedLook> {
  if (watch.kind === 'hot-spot') return lookForSpots(operation, watch);
  if (!evaluation.library.byCode.has(watch.indicator)) return { obstacle: 'no_indicator' };
  const points = watch.kind === 'forecast' ? lookBack[watch.bucket] : chartPoints[watch.bucket];
  const wish = { code: watch.indicator, filter: filterOf(watch.slice), bucket: watch.bucket, points };
  const series = await readSeries(operation, evaluation, wish);
  const seen = judge(series, watch);
  if ('obstacle' in seen) return seen;
  return seen.map((one) => ({ ...one, name: series.indicator.name, slice: watch.slice }));
}

function judge(series: WatchedSeries, watch: IndicatorWatch): Look {
  switch (watch.kind) {
    case 'control-chart':
      return seenOnChart(series, chartOf(series.points, watch), watch);
    case 'threshold':
      return seenAtLimit(series, watch);
    case 'forecast':
      return seenAhead(series, forecastOf(series.points, watch.bucket, watch.horizon), watch);
    default:
      throw new RangeError(watch satisfies never);
  }
}

/** The parts of a slice that say something. */
export const filterOf = (slice: SignalSlice): SubjectFilter =>
  Object.fromEntries(Object.entries(slice).filter(([, id]) => id !== null)) as SubjectFilter;

async function lookForSpots(operation: Operation, watch: SpotWatch): Promise<NamedLook> {
  const week = await lastWholeWeek(operation);
  const seen: NamedSeen[] = [];
  let asked = 0;
  for (const by of watch.by) {
    const spots = judgeSpots(await countWeeks(operation, week, { of: watch.of, by, weeks: watch.weeks }), watch);
    asked += spots.filter(({ probability }) => probability !== null).length;
    seen.push(...spots.filter(({ isHot }) => isHot).map((spot) => seenSpot(spot, { week, by, of: watch.of })));
  }
  return asked === 0 ? { obstacle: 'too_short' } : seen;
}

function seenSpot(spot: JudgedSpot, { week, by, of }: { week: string; by: SpotWatch['by'][number]; of: string }): NamedSeen {
  const { id, name, count, expected, adjusted, spread, history } = spot;
  return {
    ...{ key: `${by}:${id}`, bucket: week, name, severity: count >= 2 * expected ? 'high' : 'medium' },
    slice: { serviceId: by === 'service' ? id : null, teamId: null, siteId: by === 'site' ? id : null, segmentId: null },
    detail: { by, of, count, expected, adjusted, spread, weeks: history.length },
  };
}
