import type { RunRule } from '@zhiheng/contract/diagnosis/signal-kind';
import type { ControlChart, IndicatorForecast, Signal, Watch } from '@zhiheng/contract/diagnosis/signals';
import type { LimitsRecord } from '../../measurement/index.ts';
import type { WatchedPoint, WatchedSeries } from '../charts/read-series.ts';

/** What a look at a watch found. */
export interface Seen {
  /** what makes it the same while it lasts */
  readonly key: string;
  readonly severity: Signal['severity'];
  readonly bucket: string;
  readonly detail: Signal['detail'];
}
/** Nothing could be said, and why. */
export interface Obstacle {
  readonly obstacle: string;
}
export type Look = readonly Seen[] | Obstacle;

type Limits = Pick<LimitsRecord, 'target' | 'warning' | 'critical'>;
type WatchOf<Kind extends Watch['kind']> = Extract<Watch, { kind: Kind }>;

/** Is a value beyond a limit, on the wrong side? Null where the limit says nothing. */
export function isBeyond(
  value: number,
  { direction, limits, level }: { direction: WatchedSeries['indicator']['direction']; limits: Limits; level: keyof Limits },
): boolean | null {
  const limit = limits[level];
  if (limit === null) return null;
  if (direction === 'higher') return value < limit;
  if (direction === 'lower') return value > limit;
  // limits of a nominal value are deviations from its target
  return level === 'target' || limits.target === null ? null : Math.abs(value - limits.target) > limit;
}

/** A pattern that ended this many points ago is over. */
const stillNew = 3;
const sideless: readonly RunRule[] = ['alternation', 'within-one-sigma', 'both-sides-beyond-one-sigma'];

/** The rules of a watch that the newest points break, each once. */
export function seenOnChart({ indicator, points }: WatchedSeries, chart: ControlChart['chart'], watch: WatchOf<'control-chart'>): Look {
  if (chart.kind !== 'individuals-chart') return { obstacle: chart.kind === 'insufficient' ? 'too_short' : 'no_variation' };
  const newest = points.filter(({ value }) => value !== null).slice(-stillNew);
  return watch.rules.flatMap((rule): Seen[] => {
    const broken = chart.signals.filter(({ rules, bucket }) => rules.includes(rule) && newest.some((point) => point.bucket === bucket));
    const [first] = broken;
    const point = newest.find(({ bucket }) => bucket === first?.bucket);
    if (first === undefined || point?.value === null || point === undefined) return [];
    const side = sideOf(indicator.direction, rule, point.value > chart.center);
    return [
      {
        ...{ key: rule, bucket: first.bucket, severity: severityOf(rule, side) },
        detail: { rule, side, value: point.value, n: point.n, center: chart.center, limits: chart.limits, baseline: chart.baseline },
      },
    ];
  });
}

type Side = 'better' | 'worse' | 'unclear';

function sideOf(direction: WatchedSeries['indicator']['direction'], rule: RunRule, isAbove: boolean): Side {
  if (sideless.includes(rule)) return 'unclear';
  if (direction === 'nominal') return 'worse';
  return (direction === 'higher') === isAbove ? 'better' : 'worse';
}

function severityOf(rule: RunRule, side: Side): Seen['severity'] {
  if (side === 'better') return 'low';
  return rule === 'beyond-three-sigma' && side === 'worse' ? 'high' : 'medium';
}

const severityOfLevel = { target: 'low', warning: 'medium', critical: 'high' } as const;

/** A limit missed in each of the last periods, by figures that suffice. */
export function seenAtLimit({ indicator, limits, points }: WatchedSeries, { level, periods }: WatchOf<'threshold'>): Look {
  if (limits === null || limits[level] === null) return { obstacle: 'no_limit' };
  const last = points.slice(-periods);
  const said = last.filter(({ value }) => value !== null);
  if (said.length < periods) return { obstacle: 'too_short' };
  if (!said.every(({ sufficient }) => sufficient)) return { obstacle: 'too_few' };
  const { direction } = indicator;
  if (!said.every(({ value }) => value !== null && isBeyond(value, { direction, limits, level }) === true)) return [];
  const point = said.at(-1);
  if (point === undefined) return [];
  return [
    {
      ...{ key: level, bucket: point.bucket, severity: severityOfLevel[level] },
      detail: { level, limit: limits[level], value: point.value, n: point.n, periods, ...intervalOf(point) },
    },
  ];
}

const intervalOf = ({ interval }: WatchedPoint): { interval?: [number, number] } =>
  interval === null ? {} : { interval: [interval[0], interval[1]] };

type Believed = Extract<IndicatorForecast['outcome'], { kind: 'forecast' }>;

/** A forecast that crosses a limit which the present keeps. Where it does no better than repeating the last cycle, it is not believed. */
export function seenAhead(series: WatchedSeries, outcome: IndicatorForecast['outcome'], watch: WatchOf<'forecast'>): Look {
  if (series.limits === null || series.limits[watch.level] === null) return { obstacle: 'no_limit' };
  if (outcome.kind !== 'forecast') return { obstacle: outcome.kind === 'insufficient' ? 'too_short' : 'no_variation' };
  const scaledError = outcome.accuracy?.scaledError ?? null;
  if (scaledError === null || scaledError >= 1) return { obstacle: 'no_skill' };
  return crossingOf({ ...series, limits: series.limits }, outcome, watch);
}

function crossingOf(
  { indicator: { direction }, limits, points }: WatchedSeries & { readonly limits: Limits },
  { values, accuracy, season }: Believed,
  { level, bucket }: WatchOf<'forecast'>,
): Look {
  const length = bucket === 'day' ? season : 1;
  const now = meanOf(points.slice(-length).flatMap(({ value }) => value ?? []));
  const last = points.at(-1);
  if (now === null || last === undefined || isBeyond(now, { direction, limits, level }) !== false) return [];
  const ahead = cyclesOf(values, length).find(({ value }) => isBeyond(value, { direction, limits, level }) === true);
  if (ahead === undefined || accuracy === null) return [];
  const { meanAbsoluteError, scaledError, coverage } = accuracy;
  return [
    {
      ...{ key: level, bucket: last.bucket, severity: level === 'critical' ? 'medium' : 'low' },
      detail: {
        ...{ level, limit: limits[level], now, value: ahead.value, expectedAt: ahead.bucket },
        ...{ meanAbsoluteError, scaledError, coverage },
      },
    },
  ];
}

const meanOf = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((sum, each) => sum + each, 0) / values.length;

/** Means of whole cycles, so that one weekday alone crosses nothing. */
function cyclesOf(values: readonly { bucket: string; value: number }[], length: number): { bucket: string; value: number }[] {
  const whole = Array.from({ length: Math.floor(values.length / length) }, (_, at) => values.slice(at * length, (at + 1) * length));
  return whole.flatMap((cycle) => {
    const [mean, first] = [meanOf(cycle.map(({ value }) => value)), cycle[0]];
    return mean === null || first === undefined ? [] : [{ bucket: first.bucket, value: mean }];
  });
}
