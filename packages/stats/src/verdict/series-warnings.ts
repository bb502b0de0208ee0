import { isDetermined } from '../result/outcome.ts';
import { contrastTest } from './contrast-test.ts';
import { signOf, type SeriesPlan, type SeriesPoint } from './series-plan.ts';
import type { ShrunkenMean } from './shrunken-mean.ts';
import type { Verdict, VerdictWarning } from './verdict.ts';

interface Seen {
  readonly seen: readonly SeriesPoint[];
  readonly verdict: Verdict;
  readonly shrunken: ShrunkenMean | null;
}

/** Correlation of neighbours from which it is worth a word. */
const notable = 0.2;

/**
 * What a reader must know beside the verdict of a series.
 * @example seriesWarnings({ method: 'before-after', better: 'higher', expectedChange: 2, alpha: 0.05, power: 0.8, looks: 'once', baseline: [1, 2, 3, 4, 5.1, 6].map((value, at) => ({ at, value, n: 9 })), start: 6, periods: 6, minimumN: 1, season: 1, picked: null }, { seen: [], verdict: { periods: 0, interval: null, details: { correlation: 0 } }, shrunken: null })[0].code // 'baseline-trend'
 */
export function seriesWarnings(plan: SeriesPlan, { seen, verdict, shrunken }: Seen): VerdictWarning[] {
  return [...returnWarning(shrunken), ...trendWarning(plan), ...dataWarnings(plan, seen, verdict), ...effectWarnings(plan, verdict)];
}

function returnWarning(shrunken: ShrunkenMean | null): VerdictWarning[] {
  if (shrunken === null) return [];
  const { expectedReturn, shrinkage, n } = shrunken;
  return [{ code: 'regression-to-mean', expectedReturn, shrinkage, units: n }];
}

/** A baseline that moves by itself; a trend is part of the interrupted time series. */
function trendWarning({ method, baseline }: SeriesPlan): VerdictWarning[] {
  if (method === 'interrupted-time-series') return [];
  const times = baseline.map(({ at }) => at);
  const line = contrastTest(
    baseline.map(({ value }) => value),
    { times, rows: times.map((time) => [1, time]), contrast: [0, 1] },
  );
  if (!isDetermined(line) || line.p >= 0.05) return [];
  return [{ code: method === 'comparison-unit' ? 'parallel-trend' : 'baseline-trend', slope: line.estimate, p: line.p }];
}

function dataWarnings(
  { baseline, season, start }: SeriesPlan,
  seen: readonly SeriesPoint[],
  { periods, details }: Verdict,
): VerdictWarning[] {
  const span = start - (baseline[0]?.at ?? start);
  const missing = span + periods - baseline.length - seen.length;
  return [
    ...((details.correlation ?? 0) >= notable ? [{ code: 'autocorrelation', correlation: details.correlation ?? 0 } as const] : []),
    ...(season > 1 && span < 2 * season ? [{ code: 'season' } as const] : []),
    ...(missing > 0 ? [{ code: 'missing-periods', missing, of: span + periods } as const] : []),
  ];
}

function effectWarnings(
  { better, expectedChange, method }: SeriesPlan,
  { verdict, interval, reason, estimate }: Verdict,
): VerdictWarning[] {
  if (method === 'control-chart' && estimate !== null && interval === null) return [{ code: 'both-sides' }];
  if (verdict !== 'effective' || reason !== 'improved' || interval === null) return [];
  const most = signOf(better) * (better === 'higher' ? interval[1] : interval[0]);
  return most < expectedChange ? [{ code: 'smaller-than-expected', most, expected: expectedChange }] : [];
}
