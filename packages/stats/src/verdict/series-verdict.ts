import { tQuantile } from '../distribution/student-t.ts';
import { isDetermined } from '../result/outcome.ts';
import { baselineNoise, cautiousCorrelation, plannedFractions } from './series-outlook.ts';
import { contrastTest } from './contrast-test.ts';
import { looksOf, type SeriesPlan, type SeriesPoint } from './series-plan.ts';
import { runOutlook } from './run-outlook.ts';
import { runShift } from './run-shift.ts';
import { seriesWarnings } from './series-warnings.ts';
import { shrunkenMean, type ShrunkenMean } from './shrunken-mean.ts';
import { spendingLevels } from './spending-levels.ts';
import { stepDesign } from './step-design.ts';
import { noDetails, wordOf, type Verdict, type VerdictDetails } from './verdict.ts';

/**
 * All looks that are due, in their order, up to the one that decides; before the first one, a single verdict that says what is waited for.
 * `points` are those after the start, `elapsed` counts whole periods since. Each look sees the periods that were planned for it and no
 * others, so that looking again later gives the same. The last one also waits until there are enough observations. A sequential plan spends
 * its alpha over its looks; a control chart asks for a run that is rare over the whole planned time, so that every look is free.
 * @example seriesVerdicts({ method: 'before-after', better: 'higher', expectedChange: 2, alpha: 0.05, power: 0.8, looks: 'once', baseline: [5, 7, 6, 8, 5, 6, 7, 5, 8, 6, 7, 5].map((value, at) => ({ at, value, n: 9 })), start: 12, periods: 6, minimumN: 1, season: 1, picked: null }, [12, 13, 14, 15, 16, 17].map((at) => ({ at, value: 9 + (at % 2), n: 9 })), 6).map(({ verdict }) => verdict) // ['effective']
 */
export function seriesVerdicts(plan: SeriesPlan, points: readonly SeriesPoint[], elapsed: number): Verdict[] {
  const settings = settingsOf(plan);
  const found: Verdict[] = [];
  for (const [index, planned] of looksOf(plan).entries()) {
    const isLast = index === settings.levels.length - 1;
    const periods = isLast ? periodsForMinimum(plan, points, planned) : planned;
    if (elapsed < periods) break;
    const seen = points.filter(({ at }) => at < plan.start + periods);
    const verdict = lookAt(plan, seen, { settings, index, periods, isLast });
    found.push(verdict);
    if (verdict.final) return found;
  }
  return found.length > 0 && elapsed < plan.periods
    ? found
    : [...found, ...waiting(plan, points, { settings, elapsed, looked: found.length })];
}

interface Settings {
  /** two-sided, one per look */
  readonly levels: readonly number[];
  readonly runLength: number | null;
  readonly shrunken: ShrunkenMean | null;
}

function settingsOf(plan: SeriesPlan): Settings {
  const noise = baselineNoise(plan);
  const looks = looksOf(plan);
  const shrunken = plan.picked === null ? null : shrunkenOf(plan);
  if (plan.method === 'control-chart') {
    const frame = { before: plan.baseline.length, after: plan.periods, correlation: isDetermined(noise) ? cautiousCorrelation(noise) : 0 };
    const runLength = runOutlook(frame, { alpha: plan.alpha / 2, shifts: [] })?.runLength ?? null;
    return { levels: looks.map(() => plan.alpha), runLength, shrunken };
  }
  const levels =
    looks.length === 1 ? [plan.alpha] : spendingLevels(plannedFractions(plan, isDetermined(noise) ? noise.correlation : 0), plan.alpha);
  return { levels, runLength: null, shrunken };
}

function shrunkenOf({ picked, baseline }: SeriesPlan): ShrunkenMean | null {
  if (picked === null) return null;
  const design = { times: baseline.map(({ at }) => at), rows: baseline.map(() => [1]), contrast: [1] };
  const level = contrastTest(
    baseline.map(({ value }) => value),
    design,
  );
  if (!isDetermined(level)) return null;
  const found = shrunkenMean(picked.values, { chosen: picked.chosen, errorVariance: level.standardError ** 2 });
  return isDetermined(found) ? found : null;
}

/** The planned periods, or as many as it takes for enough observations; infinitely many while they are not there. */
function periodsForMinimum({ start, minimumN }: SeriesPlan, points: readonly SeriesPoint[], planned: number): number {
  let n = 0;
  for (const point of points) {
    n += point.n;
    if (n >= minimumN) return Math.max(planned, point.at - start + 1);
  }
  return minimumN <= 0 ? planned : Infinity;
}

interface Looked {
  readonly settings: Settings;
  readonly index: number;
  readonly periods: number;
  readonly isLast: boolean;
}

function lookAt(plan: SeriesPlan, seen: readonly SeriesPoint[], { settings, index, periods, isLast }: Looked): Verdict {
  const level = settings.levels[index] ?? plan.alpha;
  const judged = plan.method === 'control-chart' ? judgeRuns(plan, seen, settings) : judgeContrast(plan, seen, { settings, level });
  const n = seen.reduce((sum, point) => sum + point.n, 0);
  const decided = judged.verdict === 'effective' || judged.verdict === 'harmful';
  const enough = n >= plan.minimumN;
  const early = { verdict: 'too-early', reason: enough ? 'between-looks' : 'waiting-for-observations' } as const;
  const frame = { look: index + 1, periods, n, confidence: 1 - level };
  const whole: Verdict = { ...emptyVerdict(plan, settings), ...frame, ...judged, final: isLast || decided };
  const verdict = isLast || (decided && enough) ? whole : { ...whole, ...early, final: false };
  return { ...verdict, warnings: seriesWarnings(plan, { seen, verdict, shrunken: settings.shrunken }) };
}

type Judged = Pick<Verdict, 'verdict' | 'reason' | 'before' | 'after' | 'estimate' | 'interval' | 'details'>;

function judgeContrast(plan: SeriesPlan, seen: readonly SeriesPoint[], { settings, level }: { settings: Settings; level: number }): Judged {
  const points = [...plan.baseline, ...seen];
  const back = settings.shrunken?.expectedReturn ?? 0;
  const values = [...plan.baseline.map(({ value }) => value), ...seen.map(({ value }) => value - back)];
  const trend = plan.method === 'interrupted-time-series';
  const design = stepDesign(
    points.map(({ at }) => at),
    { start: plan.start, trend, season: plan.season },
  );
  const test = seen.length < 3 ? null : contrastTest(values, design);
  const levels = { before: meanOf(plan.baseline), after: meanOf(seen) };
  if (test === null || !isDetermined(test)) return { ...cannotBeJudged, ...levels };
  const standardError = Math.sqrt(test.standardError ** 2 + openReturn(settings.shrunken));
  const half = tQuantile(1 - level / 2, test.df) * standardError;
  const interval = [test.estimate - half, test.estimate + half] as const;
  const details: VerdictDetails = {
    ...{ standardError, df: test.df, lag: test.method.lag, correlation: test.correlation, runLength: null },
    p: test.p,
  };
  return { ...wordOf(interval, plan.better), ...levels, estimate: test.estimate, interval, details };
}

/** What the peers leave open beyond the error of the baseline, which the test knows already. */
const openReturn = (shrunken: ShrunkenMean | null): number =>
  shrunken === null ? 0 : (2 / (shrunken.n - 3)) * shrunken.expectedReturn ** 2;

function judgeRuns(plan: SeriesPlan, seen: readonly SeriesPoint[], { runLength, shrunken }: Settings): Judged {
  const back = shrunken?.expectedReturn ?? 0;
  if (runLength === null || plan.baseline.length === 0) return { ...cannotBeJudged, before: meanOf(plan.baseline), after: meanOf(seen) };
  const shift = runShift(
    plan.baseline.map(({ value }) => value),
    seen.map(({ value }) => value - back),
    { runLength },
  );
  if (!isDetermined(shift))
    return { ...cannotBeJudged, before: meanOf(plan.baseline), after: meanOf(seen), details: { ...noDetails, runLength } };
  const levels = { before: shift.center, after: shift.center + shift.estimate + back };
  return {
    ...wordOf(shift.interval, plan.better),
    ...levels,
    estimate: shift.estimate,
    interval: shift.interval,
    details: { ...noDetails, runLength },
  };
}

const cannotBeJudged = {
  verdict: 'not-shown',
  reason: 'cannot-be-judged',
  estimate: null,
  interval: null,
  details: noDetails,
} as const;

function emptyVerdict(plan: SeriesPlan, { levels }: Settings): Verdict {
  return {
    kind: 'verdict',
    verdict: 'too-early',
    reason: 'waiting-for-periods',
    final: false,
    look: 0,
    looks: levels.length,
    periods: 0,
    plannedPeriods: plan.periods,
    n: 0,
    neededN: plan.minimumN,
    before: meanOf(plan.baseline),
    after: null,
    estimate: null,
    interval: null,
    confidence: 1 - plan.alpha,
    expectedChange: plan.expectedChange,
    details: noDetails,
    warnings: [],
  };
}

interface Waiting {
  readonly settings: Settings;
  readonly elapsed: number;
  readonly looked: number;
}

function waiting(plan: SeriesPlan, points: readonly SeriesPoint[], { settings, elapsed, looked }: Waiting): Verdict[] {
  const periods = Math.max(0, elapsed);
  const seen = points.filter(({ at }) => at < plan.start + periods);
  const n = seen.reduce((sum, point) => sum + point.n, 0);
  const reason = elapsed >= plan.periods ? 'waiting-for-observations' : 'waiting-for-periods';
  return [{ ...emptyVerdict(plan, settings), reason, look: looked, periods, n, after: meanOf(seen) }];
}

const meanOf = (points: readonly SeriesPoint[]): number | null =>
  points.length === 0 ? null : points.reduce((sum, { value }) => sum + value, 0) / points.length;
