/**
 * Improvements made up from a seed as real ones are: neighbouring periods alike, values skewed, weekdays different, a trend, units picked
 * because they were the worst, and looks taken as they are planned.
 */
import { normalDeviate, seededRandom, type Random } from '../random/index.ts';
import { momentsOf } from '../moments/index.ts';
import { isDetermined } from '../result/outcome.ts';
import { alikeNeighbours } from './run-outlook.ts';
import {
  seriesOutlook,
  seriesVerdicts,
  signOf,
  variantsSampleSize,
  variantsVerdicts,
  type SeriesMethod,
  type SeriesPlan,
  type VariantsPeriod,
  type VariantsPlan,
  type Verdict,
  type VerdictWord,
} from './index.ts';

export const scenarios = [
  'before-after',
  'before-after, weekdays',
  'before-after, worst of 8 picked',
  'interrupted-time-series',
  'comparison-unit',
  'control-chart',
  'ab-test, means',
  'ab-test, shares',
] as const;
export type Scenario = (typeof scenarios)[number];

export interface Simulated {
  readonly scenario: Scenario;
  /** when the change does nothing, and when it does what was expected */
  readonly withoutEffect: VerdictWord;
  readonly withEffect: VerdictWord;
  /** power that the plan promised; null where the baseline allowed no plan with it */
  readonly power: number | null;
}

/** The improvement of a seed, once without and once with the effect that its plan expects. */
export function simulatedImprovement(seed: number): Simulated {
  const random = seededRandom(seed);
  const scenario = scenarios[seed % scenarios.length]!;
  if (scenario === 'ab-test, means' || scenario === 'ab-test, shares') return simulatedExperiment(scenario, random);
  return simulatedSeries(scenario, random);
}

function lastOf(verdicts: readonly Verdict[]): VerdictWord {
  const last = verdicts.at(-1);
  if (last === undefined) throw new RangeError('a plan says something at any time');
  return last.verdict;
}

const between = (random: Random, low: number, high: number): number => low + (high - low) * random();
const whole = (random: Random, low: number, high: number): number => Math.floor(between(random, low, high + 1));
const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Values with mean 0 and variance 1: normal, or skewed as durations are. */
function noise(random: Random, { n, correlation, skewed }: { n: number; correlation: number; skewed: boolean }): number[] {
  const normal = alikeNeighbours(n, correlation, random);
  if (!skewed) return normal;
  const s = 0.5;
  const [mean, deviation] = [Math.exp((s * s) / 2), Math.sqrt((Math.exp(s * s) - 1) * Math.exp(s * s))];
  return normal.map((value) => (Math.exp(s * value) - mean) / deviation);
}

/** More than any plan waits for. */
const horizon = 120;

type SeriesScenario = Exclude<Scenario, `ab-test${string}`>;

const methodOf = (scenario: SeriesScenario): SeriesMethod =>
  scenario.startsWith('before-after') ? 'before-after' : (scenario as SeriesMethod);

function simulatedSeries(scenario: SeriesScenario, random: Random): Simulated {
  const better = random() < 0.5 ? 'higher' : 'lower';
  const before = scenario === 'before-after, weekdays' ? 7 * whole(random, 5, 10) : whole(random, 24, 60);
  const { values, picked } = courseOf(scenario, random, { before, better });
  const baseline = values.slice(0, before).map((value, at) => ({ at, value, n: 20 }));
  const draft: SeriesPlan = {
    ...{ method: methodOf(scenario), better, alpha: 0.05, power: 0.8, looks: random() < 0.5 ? 'once' : 'sequential', picked },
    expectedChange: between(random, 1, 2.5) * (scenario === 'interrupted-time-series' ? 2 : 1),
    ...{ baseline, start: before, periods: whole(random, 8, 26), minimumN: 100, season: scenario.endsWith('weekdays') ? 7 : 1 },
  };
  const outlook = seriesOutlook(draft);
  const needed = isDetermined(outlook) ? outlook.neededPeriods : null;
  const plan = { ...draft, periods: Math.max(needed ?? draft.periods, 5) };
  const change = signOf(better) * plan.expectedChange;
  const after = values.slice(before, before + plan.periods).map((value, i) => ({ at: before + i, value, n: 20 }));
  const changed = after.map((point) => ({ ...point, value: point.value + change }));
  const [withoutEffect, withEffect] = [peeking(plan, after), peeking(plan, changed)];
  return { scenario, withoutEffect, withEffect, power: needed === null ? null : plan.power };
}

/** The verdict after all planned looks: each sees only the periods that were planned for it, and the first that decides stands. */
const peeking = (plan: SeriesPlan, after: SeriesPlan['baseline']): VerdictWord => lastOf(seriesVerdicts(plan, after, plan.periods));

interface Course {
  readonly values: readonly number[];
  readonly picked: SeriesPlan['picked'];
}

function courseOf(scenario: SeriesScenario, random: Random, { before, better }: { before: number; better: 'higher' | 'lower' }): Course {
  const n = before + horizon;
  const kind = { n, correlation: between(random, 0, 0.6), skewed: random() < 0.5 };
  if (scenario === 'before-after, worst of 8 picked') return worstOf(random, { kind, before, better });
  const own = noise(random, kind);
  if (scenario === 'interrupted-time-series') {
    const slope = between(random, -0.05, 0.05);
    return { values: own.map((value, i) => value + slope * i), picked: null };
  }
  if (scenario === 'comparison-unit') {
    const other = noise(random, kind);
    // What moves both units leaves their difference as it is.
    return { values: own.map((value, i) => (value - other[i]!) / Math.SQRT2), picked: null };
  }
  const week = scenario === 'before-after, weekdays' ? Array.from({ length: 7 }, () => normalDeviate(random)) : [0];
  return { values: own.map((value, i) => value + week[i % week.length]!), picked: null };
}

function worstOf(
  random: Random,
  { kind, before, better }: { kind: { n: number; correlation: number; skewed: boolean }; before: number; better: 'higher' | 'lower' },
): Course {
  const spread = between(random, 0, 0.6);
  const units = Array.from({ length: 8 }, () => {
    const level = spread * normalDeviate(random);
    return noise(random, kind).map((value) => value + level);
  });
  const means = units.map((unit) => meanOf(unit.slice(0, before)));
  const worst = better === 'higher' ? Math.min(...means) : Math.max(...means);
  const chosen = means.indexOf(worst);
  return { values: units[chosen]!, picked: { values: means, chosen } };
}

function simulatedExperiment(scenario: 'ab-test, means' | 'ab-test, shares', random: Random): Simulated {
  const measure = scenario === 'ab-test, means' ? 'mean' : 'share';
  const better = random() < 0.5 ? 'higher' : 'lower';
  const looks = random() < 0.5 ? 'once' : 'sequential';
  const level = measure === 'share' ? between(random, 0.3, 0.7) : 10;
  const expectedChange = measure === 'share' ? between(random, 0.08, 0.15) : between(random, 0.3, 0.6);
  const settings = { measure, better, expectedChange, alpha: 0.05, power: 0.8, looks } as const;
  const plannedN = variantsSampleSize({ ...settings, level, deviation: 1 }) ?? 1;
  const plan: VariantsPlan = { ...settings, plannedN, weights: [1, 1] };
  const skewed = random() < 0.5;
  const draw = (shift: number): number =>
    measure === 'share' ? Number(random() < level + shift) : level + shift + noise(random, { n: 1, correlation: 0, skewed })[0]!;
  const verdictOf = (change: number): VerdictWord => {
    const days = Array.from({ length: 40 }, (_, at): VariantsPeriod => {
      const arm = (shift: number) => momentsOf(Array.from({ length: Math.ceil(plannedN / 30) + whole(random, -1, 1) }, () => draw(shift)));
      return { at, arms: [arm(0), arm(change)] };
    });
    return lastOf(variantsVerdicts(plan, days));
  };
  return { scenario, withoutEffect: verdictOf(0), withEffect: verdictOf(signOf(better) * expectedChange), power: plan.power };
}
