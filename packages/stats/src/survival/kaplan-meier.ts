import { confidenceOf, type ConfidenceOptions } from '../comparison/confidence.ts';
import { normalQuantile } from '../distribution/normal.ts';
import { insufficient, type Interval, type Outcome } from '../result/outcome.ts';
import { lifeTableOf, subjectsIn, type Durations, type LifeTable } from './life-table.ts';
import { survivalInterval, type SurvivalScale } from './survival-interval.ts';

/** The share that is still without the event, as time goes by. */
export interface KaplanMeier {
  readonly kind: 'kaplan-meier';
  readonly n: number;
  readonly events: number;
  /** ascending in time, one per distinct duration */
  readonly steps: readonly SurvivalStep[];
  /** time by which one half had the event; null when the curve stays above one half */
  readonly median: number | null;
  /** where the limits of the curve cross one half; null for a limit that does not */
  readonly medianInterval: readonly [low: number | null, high: number | null];
  readonly confidence: number;
  readonly method: { readonly scale: SurvivalScale; readonly errors: 'Greenwood' };
}

/** The curve from one duration until the next. */
export interface SurvivalStep {
  readonly time: number;
  /** still watched and without the event just before */
  readonly atRisk: number;
  readonly events: number;
  readonly censored: number;
  readonly survival: number;
  /** Greenwood's; null once nobody is left */
  readonly standardError: number | null;
  readonly interval: Interval | null;
}

/** `scale` of the interval: `'log'` unless said. */
export interface SurvivalOptions extends ConfidenceOptions {
  readonly scale?: SurvivalScale;
}

/**
 * Kaplan–Meier estimate of the survival curve: the product over the durations of 1 − events / at risk. Events count before censorings
 * at the same duration. No subjects are insufficient. Throws RangeError for unequal lengths, durations below 0, NaN and infinities.
 * Source: Kaplan, Meier (1958), JASA 53, 457–481; Greenwood (1926), Reports on Public Health and Medical Subjects 33; interval of the
 * median: Brookmeyer, Crowley (1982), Biometrics 38, 29–41.
 * @example kaplanMeier({ times: [1, 2, 2, 4], observed: [true, true, false, true] }) // { n: 4, events: 3, median: 3, steps: [{ survival: 0.75, standardError: 0.21650… }, { survival: 0.5, standardError: 0.25 }, { survival: 0, standardError: null }] }
 */
export function kaplanMeier(durations: Durations, options: SurvivalOptions = {}): Outcome<KaplanMeier> {
  return kaplanMeierFromTable(lifeTableOf(durations), options);
}

/**
 * Kaplan–Meier estimate from a mergeable life table.
 * @example kaplanMeierFromTable([{ time: 1, events: 1, censored: 0 }, { time: 3, events: 1, censored: 2 }]) // { n: 4, steps: [{ survival: 0.75 }, { survival: 0.5 }] }
 */
export function kaplanMeierFromTable(table: LifeTable, { scale = 'log', ...options }: SurvivalOptions = {}): Outcome<KaplanMeier> {
  const confidence = confidenceOf(options);
  const n = subjectsIn(table);
  if (n === 0) return insufficient(0, 1);
  const steps = stepsOf(table, { n, scale, quantile: normalQuantile((1 + confidence) / 2) });
  const limits = [steps.map(({ interval }) => interval?.[0] ?? null), steps.map(({ interval }) => interval?.[1] ?? null)] as const;
  return {
    kind: 'kaplan-meier',
    n,
    events: table.reduce((sum, row) => sum + row.events, 0),
    steps,
    median: firstHalf(
      steps,
      steps.map(({ survival }) => survival),
    ),
    medianInterval: [firstHalf(steps, limits[0]), firstHalf(steps, limits[1])],
    confidence,
    method: { scale, errors: 'Greenwood' },
  };
}

interface CurveOptions {
  readonly n: number;
  readonly scale: SurvivalScale;
  readonly quantile: number;
}

function stepsOf(table: LifeTable, { n, scale, quantile }: CurveOptions): SurvivalStep[] {
  let atRisk = n;
  let survival = 1;
  let greenwood = 0;
  return table.map(({ time, events, censored }) => {
    const before = atRisk;
    survival *= (before - events) / before;
    greenwood += events === before ? 0 : events / (before * (before - events));
    atRisk -= events + censored;
    const standardError = survival === 0 ? null : survival * Math.sqrt(greenwood);
    const interval = standardError === null ? null : survivalInterval({ survival, standardError, quantile }, scale);
    return { time, atRisk: before, events, censored, survival, standardError, interval };
  });
}

/** How near to one half counts as one half, so that products of fractions may round. */
const nearHalf = 1.5e-8;

/** First time at which a falling curve is at or below one half; the middle of the stretch where it stays at one half. */
function firstHalf(steps: readonly SurvivalStep[], curve: readonly (number | null)[]): number | null {
  const first = curve.findIndex((value) => value !== null && value < 0.5 + nearHalf);
  if (first < 0) return null;
  const value = curve[first]!;
  const lower = curve.findIndex((later) => later !== null && later < value - nearHalf);
  if (Math.abs(value - 0.5) >= nearHalf || lower < 0) return steps[first]!.time;
  return (steps[first]!.time + steps[lower]!.time) / 2;
}

/** The curve at one time. */
export interface SurvivalAt {
  readonly time: number;
  readonly survival: number;
  readonly standardError: number | null;
  readonly interval: Interval | null;
  /** later than the last duration: the curve is only carried on */
  readonly beyondFollowUp: boolean;
}

/**
 * Survival at a time: that of the last step at or before it, 1 before the first.
 * @example survivalAt({ steps: [{ time: 3, atRisk: 4, events: 1, censored: 0, survival: 0.75, standardError: 0.2165, interval: null }] }, 5) // { survival: 0.75, beyondFollowUp: true }
 */
export function survivalAt({ steps }: Pick<KaplanMeier, 'steps'>, time: number): SurvivalAt {
  if (!Number.isFinite(time)) throw new RangeError('a time is finite');
  const step = steps.findLast((each) => each.time <= time);
  const beyondFollowUp = time > (steps.at(-1)?.time ?? -Infinity);
  if (step === undefined) return { time, survival: 1, standardError: 0, interval: [1, 1], beyondFollowUp };
  const { survival, standardError, interval } = step;
  return { time, survival, standardError, interval, beyondFollowUp };
}
