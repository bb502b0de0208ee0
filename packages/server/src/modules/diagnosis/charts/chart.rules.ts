import type { ControlChart } from '@zhiheng/contract/diagnosis/signals';
import type { RunRule } from '@zhiheng/contract/diagnosis/signal-kind';
import { individualsChart } from '@zhiheng/stats/control-chart';
import type { WatchedPoint } from './read-series.ts';

export interface ChartChoice {
  readonly ruleSet: 'nelson' | 'western-electric';
  /** points that make centre and limits; null: all before the newest ten */
  readonly baseline: number | null;
}

type Measured = WatchedPoint & { readonly value: number };

/** The newest points are held against limits that they did not make. */
const watchedPoints = 10;
const fewestPoints = 8;

/** I-MR chart of the points that have a value, with the rules that each of them breaks. */
export function chartOf(points: readonly WatchedPoint[], { ruleSet, baseline }: ChartChoice): ControlChart['chart'] {
  const measured = points.filter((point): point is Measured => point.value !== null);
  if (measured.length < fewestPoints) return { kind: 'insufficient', n: measured.length, needed: fewestPoints };
  const first = Math.min(baseline ?? Math.max(fewestPoints, measured.length - watchedPoints), measured.length);
  const chart = individualsChart(
    measured.map(({ value }) => value),
    { ruleSet, baseline: first },
  );
  if (chart.kind === 'insufficient') return { kind: 'insufficient', n: chart.n, needed: chart.needed };
  if (chart.kind === 'undetermined') return { kind: 'undetermined', n: chart.n, needed: null };
  const bucketAt = (at: number): string => measured[at]?.bucket ?? '';
  return {
    ...{ kind: 'individuals-chart', center: chart.center, sigma: chart.sigma, limits: [chart.limits[0], chart.limits[1]], ruleSet },
    signals: brokenRules(chart.signals.rules, bucketAt),
    range: { mean: chart.movingRange.mean, upper: chart.movingRange.upper, beyond: chart.movingRange.beyond.map(bucketAt) },
    baseline: first,
  };
}

interface Broken {
  readonly code: RunRule;
  readonly ends: readonly number[];
}

function brokenRules(rules: readonly Broken[], bucketAt: (at: number) => string): { bucket: string; rules: RunRule[] }[] {
  const places = [...new Set(rules.flatMap(({ ends }) => ends))].sort((a, b) => a - b);
  return places.map((at) => ({
    bucket: bucketAt(at),
    rules: rules.filter(({ ends }) => ends.includes(at)).map(({ code }) => code),
  }));
}
