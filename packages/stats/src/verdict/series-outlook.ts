import { chiSquareQuantile } from '../distribution/chi-square.ts';
import { noncentralTCdf } from '../distribution/noncentral.ts';
import { normalQuantile } from '../distribution/normal.ts';
import { tQuantile } from '../distribution/student-t.ts';
import { insufficient, isDetermined, undetermined, type Outcome } from '../result/outcome.ts';
import { noiseCorrelation, strongestCorrelation, sumsByDistance, timesCorrelations, weighed } from './autoregressive-noise.ts';
import { contrastOutlook, type ContrastOutlook } from './contrast-test.ts';
import { projectionOf } from './projection.ts';
import { runOutlook } from './run-outlook.ts';
import { looksOf, type SeriesPlan, type SeriesPoint } from './series-plan.ts';
import { spendingLevels } from './spending-levels.ts';
import { stepDesign } from './step-design.ts';

/** How much the values of a baseline scatter around their level, line and season. */
export interface BaselineNoise {
  readonly kind: 'baseline-noise';
  readonly n: number;
  readonly deviation: number;
  /** of neighbouring values */
  readonly correlation: number;
  /** degrees of freedom of the variance */
  readonly df: number;
}

type NoiseOf = Pick<SeriesPlan, 'method' | 'baseline' | 'season'>;

/** Fewer periods tell neither how much values scatter nor how alike neighbours are. */
export const fewestBaselinePeriods = 12;

/**
 * Scatter of a baseline; for runs of a control chart the correlation is that of the values' normal scores. Needs twelve periods.
 * @example baselineNoise({ method: 'before-after', season: 1, baseline: [5, 7, 6, 8, 5, 6, 7, 5, 8, 6, 7, 5].map((value, at) => ({ at, value, n: 9 })) }) // { n: 12, deviation: 1.13818…, correlation: 0, df: 11.00000… }
 */
export function baselineNoise({ method, baseline, season }: NoiseOf): Outcome<BaselineNoise> {
  const n = baseline.length;
  const needed = Math.max(fewestBaselinePeriods, 2 * season);
  if (n < needed) return insufficient(n, needed);
  const times = baseline.map(({ at }) => at);
  const start = times[n - 1]! + 1;
  const design = stepDesign(times, { start, trend: method === 'interrupted-time-series', season });
  // Nothing lies after the start yet: the columns of the step are empty and left out.
  const filled = design.contrast.flatMap((_, j) => (design.rows.some((row) => row[j] !== 0) ? [j] : []));
  const projection = projectionOf({ times, rows: design.rows.map((row) => filled.map((j) => row[j]!)), contrast: filled.map(() => 0) });
  if (projection === null) return undetermined(n, 'singular');
  const { projector } = projection;
  const values = baseline.map(({ value }) => value);
  const residualsOf = (y: readonly number[]) => projector.map((row) => row.reduce((sum, weight, j) => sum + weight * y[j]!, 0));
  const residuals = residualsOf(values);
  const squares = residuals.reduce((sum, residual) => sum + residual ** 2, 0);
  const scale = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  if (!(Math.sqrt(squares / n) > 1e-12 * scale)) return undetermined(n, 'no-variation');
  const correlation = noiseCorrelation(method === 'control-chart' ? residualsOf(normalScores(values)) : residuals, { times, projector });
  const expected = weighed(sumsByDistance(projector, times), correlation);
  const product = timesCorrelations(projector, times, correlation);
  const squared = product.reduce((sum, row, i) => sum + row.reduce((part, cell, j) => part + cell * product[j]![i]!, 0), 0);
  return { kind: 'baseline-noise', n, deviation: Math.sqrt(squares / expected), correlation, df: expected ** 2 / squared };
}

/**
 * Correlation plus its standard error: a run rule has nothing else to show how alike neighbours are, so what a short baseline leaves open
 * must not make runs look rarer than they are.
 * Source of the error: Bartlett (1946), Supplement to the JRSS 8, 27–41.
 * @example cautiousCorrelation({ correlation: 0.6, n: 64 }) // 0.7
 */
export function cautiousCorrelation({ correlation, n }: Pick<BaselineNoise, 'correlation' | 'n'>): number {
  return Math.min(strongestCorrelation, correlation + Math.sqrt((1 - correlation ** 2) / n));
}

/** Normal quantiles of the mean ranks. */
function normalScores(values: readonly number[]): number[] {
  const sorted = [...values].sort((a, b) => a - b);
  return values.map((value) => {
    const rank = (sorted.indexOf(value) + sorted.lastIndexOf(value)) / 2 + 1;
    return normalQuantile((rank - 0.5) / values.length);
  });
}

/** What a plan can show. */
export interface SeriesOutlook {
  readonly kind: 'series-outlook';
  /** periods of the baseline */
  readonly n: number;
  readonly noise: Pick<BaselineNoise, 'deviation' | 'correlation' | 'df'>;
  /** chance to see the expected change after the planned periods */
  readonly power: number;
  /** fewest periods that reach the wanted power; null where no number up to the longest does, because the baseline is too short or restless */
  readonly neededPeriods: number | null;
  /** run that counts as a lasting shift; null for other methods, and where no run within the planned periods is rare enough */
  readonly runLength: number | null;
}

/** Share of the information by which a look goes beyond the one before it, at least. */
const leastShare = 0.002;
/** Longest time after the start that is looked at when planning. */
const longestPlan = 120;
/** Places of the chi-square distribution over which what the baseline leaves open about its scatter is averaged. */
const openSpread = [0.05, 0.15, 0.25, 0.35, 0.45, 0.55, 0.65, 0.75, 0.85, 0.95];

/**
 * Power of a plan, averaged over what its baseline leaves open about the scatter, and the periods needed for the power wanted. Insufficient
 * and undetermined as `baselineNoise`. Throws RangeError for an expected change that is not above 0.
 * Source: averaging: Spiegelhalter, Freedman (1986), Statistics in Medicine 5, 1–13.
 * @example seriesOutlook({ method: 'before-after', better: 'higher', expectedChange: 2, alpha: 0.05, power: 0.8, looks: 'once', baseline: [5, 7, 6, 8, 5, 6, 7, 5, 8, 6, 7, 5].map((value, at) => ({ at, value, n: 9 })), start: 12, periods: 12, minimumN: 1, season: 1, picked: null }) // { neededPeriods: 7 }
 */
export function seriesOutlook(plan: SeriesPlan): Outcome<SeriesOutlook> {
  if (!(plan.expectedChange > 0)) throw new RangeError('the expected change is above 0');
  const noise = baselineNoise(plan);
  if (!isDetermined(noise)) return noise;
  const { deviation, correlation, df } = noise;
  const known = { noise, level: lastLevel(plan, noise) };
  const planned = powerAfter(plan, known, plan.periods);
  return {
    kind: 'series-outlook',
    n: noise.n,
    noise: { deviation, correlation, df },
    power: planned.power,
    neededPeriods: neededPeriods(plan, known),
    runLength: planned.runLength,
  };
}

interface Planned {
  readonly power: number;
  readonly runLength: number | null;
}

interface Known {
  readonly noise: BaselineNoise;
  /** at which the last look rejects */
  readonly level: number;
}

function powerAfter(plan: SeriesPlan, { noise, level }: Known, periods: number): Planned {
  const effects = openSpread.map((place) => {
    const deviation = noise.deviation * Math.sqrt(noise.df / chiSquareQuantile(place, noise.df));
    return plan.expectedChange / deviation;
  });
  if (plan.method === 'control-chart') {
    const frame = { before: noise.n, after: periods, correlation: cautiousCorrelation(noise) };
    const found = runOutlook(frame, { alpha: plan.alpha / 2, shifts: effects });
    return found === null ? { power: 0, runLength: null } : { power: mean(found.powers), runLength: found.runLength };
  }
  const outlook = designOutlook(plan.baseline, { ...plan, periods, correlation: noise.correlation });
  return { power: outlook === null ? 0 : mean(effects.map((effect) => contrastPower(effect, outlook, level))), runLength: null };
}

/** Of an effect in standard deviations. */
function contrastPower(effect: number, { standardError, df }: ContrastOutlook, level: number): number {
  const noncentrality = effect / standardError;
  return noncentrality > 60 ? 1 : 1 - noncentralTCdf(tQuantile(1 - level / 2, df), df, noncentrality);
}

interface OutlookOptions extends Pick<SeriesPlan, 'start' | 'season' | 'method'> {
  readonly periods: number;
  readonly correlation: number;
}

/**
 * Error of the change after so many full periods, for noise of variance 1; null where they are too few.
 * @example designOutlook([0, 1, 2, 3].map((at) => ({ at, value: 1, n: 1 })), { start: 4, season: 1, method: 'before-after', periods: 4, correlation: 0 }) // { standardError: 0.70710… }
 */
export function designOutlook(
  baseline: readonly SeriesPoint[],
  { start, season, method, periods, correlation }: OutlookOptions,
): ContrastOutlook | null {
  const times = [...baseline.map(({ at }) => at), ...Array.from({ length: periods }, (_, i) => start + i)];
  return contrastOutlook(stepDesign(times, { start, season, trend: method === 'interrupted-time-series' }), { correlation });
}

/** What the last look may reject with, when the earlier ones spent as planned. */
function lastLevel(plan: SeriesPlan, { correlation }: BaselineNoise): number {
  if (plan.looks === 'once' || plan.method === 'control-chart') return plan.alpha;
  return spendingLevels(plannedFractions(plan, correlation), plan.alpha).at(-1) ?? plan.alpha;
}

/**
 * Share of the planned information at each look, rising to 1.
 * @example plannedFractions({ method: 'before-after', looks: 'once', baseline: [0, 1, 2].map((at) => ({ at, value: 1, n: 1 })), start: 3, periods: 4, season: 1 }, 0) // [1]
 */
export function plannedFractions(
  plan: Pick<SeriesPlan, 'method' | 'looks' | 'baseline' | 'start' | 'periods' | 'season'>,
  correlation: number,
): number[] {
  const variances = looksOf(plan).map(
    (periods) => (designOutlook(plan.baseline, { ...plan, periods, correlation })?.standardError ?? Infinity) ** 2,
  );
  const last = variances.at(-1) ?? Infinity;
  const shares = variances.map((variance, look) =>
    look === variances.length - 1 ? 1 : Math.min(1 - leastShare * (variances.length - look), last / variance),
  );
  return rising(shares);
}

/** A look that brings no information gets a share that spends next to nothing. */
function rising(shares: readonly number[]): number[] {
  const found: number[] = [];
  for (const share of shares) found.push(Math.min(1, Math.max(share, (found.at(-1) ?? 0) + leastShare)));
  return found;
}

function neededPeriods(plan: SeriesPlan, known: Known): number | null {
  const enough = (periods: number) => powerAfter(plan, known, periods).power >= plan.power;
  const steps = [3, 4, 6, 8, 10, 13, 17, 22, 28, 36, 46, 60, 80, longestPlan].filter((step) => step <= longestPlan);
  const at = steps.findIndex(enough);
  if (at < 0) return null;
  let [low, high] = [at === 0 ? 2 : steps[at - 1]!, steps[at]!];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (enough(middle)) high = middle;
    else low = middle;
  }
  return high;
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
