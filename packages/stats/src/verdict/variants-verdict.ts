import { twoProportionTest } from '../comparison/two-proportion-test.ts';
import { welchTestFromMoments } from '../comparison/welch-test.ts';
import { sampleRatioCheck } from '../experiment/sample-ratio-check.ts';
import { addMoments, meanOf, type Moments } from '../moments/moments.ts';
import { tTestSampleSize } from '../power/t-test-power.ts';
import { twoProportionSampleSize } from '../power/two-proportion-power.ts';
import { isDetermined } from '../result/outcome.ts';
import { plannedLooks } from './series-plan.ts';
import { spendingLevels } from './spending-levels.ts';
import { noDetails, wordOf, type Verdict, type VerdictWarning } from './verdict.ts';

/** Two variants of a service to which customers or cases are assigned by chance. */
export interface VariantsPlan {
  /** of a share the squares are not looked at: the sum counts those that have the property */
  readonly measure: 'mean' | 'share';
  readonly better: 'higher' | 'lower';
  readonly expectedChange: number;
  readonly alpha: number;
  readonly power: number;
  readonly looks: 'once' | 'sequential';
  /** observations per variant at the last look */
  readonly plannedN: number;
  /** planned shares of the old and of the new variant */
  readonly weights: readonly [number, number];
}

/** What both variants saw in one period: the old one first. */
export interface VariantsPeriod {
  readonly at: number;
  readonly arms: readonly [Moments, Moments];
}

/**
 * All looks that are due at an experiment with two variants, up to the one that decides. A look is due as soon as the variant that lags
 * behind its share has the planned part of its observations; it sees all periods until then. Means by Welch's test, shares by Newcombe's
 * interval; the level of each look from `spendingLevels`. When the sizes contradict the planned shares nothing is said of the effect.
 * @example variantsVerdicts({ measure: 'share', better: 'higher', expectedChange: 0.1, alpha: 0.05, power: 0.8, looks: 'once', plannedN: 500, weights: [1, 1] }, [{ at: 0, arms: [{ n: 500, sum: 300, squares: 300 }, { n: 510, sum: 380, squares: 380 }] }]).map(({ verdict }) => verdict) // ['effective']
 */
export function variantsVerdicts(plan: VariantsPlan, periods: readonly VariantsPeriod[]): Verdict[] {
  const shares = plan.looks === 'once' ? [1] : plannedLooks;
  const levels = spendingLevels(shares, plan.alpha);
  const found: Verdict[] = [];
  for (const [index, share] of shares.entries()) {
    const reached = reachedAfter(plan, periods, share);
    if (reached === null) break;
    found.push(lookAt(plan, reached, { level: levels[index] ?? plan.alpha, look: index + 1, looks: shares.length }));
    if (found.at(-1)?.final === true) return found;
  }
  if (found.length > 0) return found;
  return [{ ...emptyVerdict(plan, sumOf(periods)), looks: shares.length, periods: periods.length }];
}

interface Sum {
  readonly arms: readonly [Moments, Moments];
  readonly periods: number;
}

const none: Moments = { n: 0, sum: 0, squares: 0 };

const sumOf = (periods: readonly VariantsPeriod[]): Sum => ({
  arms: periods.reduce<readonly [Moments, Moments]>(([a, b], { arms }) => [addMoments(a, arms[0]), addMoments(b, arms[1])], [none, none]),
  periods: periods.length,
});

/** The sums of the fewest periods that bring the variant that lags behind to its part; null while they do not. */
function reachedAfter({ plannedN, weights }: VariantsPlan, periods: readonly VariantsPeriod[], share: number): Sum | null {
  const lighter = Math.min(...weights);
  const needed = weights.map((weight) => Math.ceil((share * plannedN * weight) / lighter));
  const counts = [0, 0];
  for (const [index, { arms }] of periods.entries()) {
    arms.forEach((arm, place) => (counts[place]! += arm.n));
    if (counts.every((count, place) => count >= needed[place]!)) return sumOf(periods.slice(0, index + 1));
  }
  return null;
}

function lookAt(
  plan: VariantsPlan,
  { arms, periods }: Sum,
  { level, look, looks }: { level: number; look: number; looks: number },
): Verdict {
  const base = { ...emptyVerdict(plan, { arms, periods }), look, looks, periods, confidence: 1 - level };
  const isLast = look === looks;
  const ratio = ratioWarning(plan, arms);
  if (ratio !== null) return { ...base, verdict: 'not-shown', reason: 'sample-ratio', final: isLast, warnings: [ratio] };
  const judged = judge(plan, arms, level);
  const decided = judged.verdict !== 'not-shown';
  if (!isLast && !decided) return { ...base, ...judged, verdict: 'too-early', reason: 'between-looks', warnings: [] };
  return { ...base, ...judged, final: true, warnings: smaller(plan, judged) };
}

type Judged = Pick<Verdict, 'verdict' | 'reason' | 'estimate' | 'interval' | 'details'>;

function judge({ measure, better }: VariantsPlan, [old, fresh]: Sum['arms'], level: number): Judged {
  const confidence = 1 - level;
  if (measure === 'share') {
    const test = twoProportionTest({ count: fresh.sum, n: fresh.n }, { count: old.sum, n: old.n }, { confidence });
    if (!isDetermined(test)) return cannotBeJudged;
    return { ...wordOf(test.interval, better), estimate: test.difference, interval: test.interval, details: { ...noDetails, p: test.p } };
  }
  const test = welchTestFromMoments(fresh, old, { confidence });
  if (!isDetermined(test)) return cannotBeJudged;
  const details = { ...noDetails, p: test.p, df: test.df, standardError: Math.abs(test.difference / test.statistic) };
  return { ...wordOf(test.interval, better), estimate: test.difference, interval: test.interval, details };
}

const cannotBeJudged: Judged = { verdict: 'not-shown', reason: 'cannot-be-judged', estimate: null, interval: null, details: noDetails };

function ratioWarning({ weights }: VariantsPlan, arms: Sum['arms']): VerdictWarning | null {
  const counts = arms.map(({ n }) => n);
  const check = sampleRatioCheck(counts, weights);
  if (!isDetermined(check) || !check.mismatch) return null;
  return { code: 'sample-ratio', p: check.p, counts, expected: check.expected };
}

function smaller({ better, expectedChange }: VariantsPlan, { verdict, interval }: Judged): VerdictWarning[] {
  if (verdict !== 'effective' || interval === null) return [];
  const most = better === 'higher' ? interval[1] : -interval[0];
  return most < expectedChange ? [{ code: 'smaller-than-expected', most, expected: expectedChange }] : [];
}

function emptyVerdict(plan: VariantsPlan, { arms: [old, fresh], periods }: Sum): Verdict {
  return {
    kind: 'verdict',
    verdict: 'too-early',
    reason: 'waiting-for-observations',
    final: false,
    look: 0,
    looks: 1,
    periods,
    plannedPeriods: 0,
    n: Math.min(old.n, fresh.n),
    neededN: plan.plannedN,
    before: meanOf(old),
    after: meanOf(fresh),
    estimate: null,
    interval: null,
    confidence: 1 - plan.alpha,
    expectedChange: plan.expectedChange,
    details: noDetails,
    warnings: [],
  };
}

/** What is known of the old variant before the experiment. */
export interface VariantsOutlook {
  readonly measure: 'mean' | 'share';
  readonly better: 'higher' | 'lower';
  /** mean, or share between 0 and 1 */
  readonly level: number;
  /** of single observations; not looked at for a share */
  readonly deviation: number;
  readonly expectedChange: number;
  readonly alpha: number;
  readonly power: number;
  readonly looks: 'once' | 'sequential';
}

/**
 * Observations per variant that show the expected change with the power wanted, at the level of the last look. Null where a share would leave
 * 0 to 1, or observations do not vary. Throws RangeError as `tTestSampleSize`.
 * @example variantsSampleSize({ measure: 'mean', better: 'higher', level: 10, deviation: 4, expectedChange: 2, alpha: 0.05, power: 0.8, looks: 'once' }) // 64
 */
export function variantsSampleSize(outlook: VariantsOutlook): number | null {
  const { measure, better, level, deviation, expectedChange, power, looks } = outlook;
  const alpha = looks === 'once' ? outlook.alpha : (spendingLevels(plannedLooks, outlook.alpha).at(-1) ?? outlook.alpha);
  if (measure === 'mean')
    return deviation > 0 ? tTestSampleSize({ design: 'two-sample', d: expectedChange / deviation, power, alpha }).n : null;
  const expected = better === 'higher' ? level + expectedChange : level - expectedChange;
  if (!(expected > 0 && expected < 1 && level > 0 && level < 1)) return null;
  return twoProportionSampleSize({ p1: level, p2: expected, power, alpha }).n;
}
