import { isDetermined } from '@zhiheng/stats/result';
import { baselineNoise, contrastTest, fewestBaselinePeriods, type SeriesPoint } from '@zhiheng/stats/verdict';
import type { MethodAdvice } from '@zhiheng/contract/verification/verifications';
import type { IndicatorRecord } from '../../measurement/index.ts';
import type { ComposedPlan } from './compose-plan.ts';

/** Long enough that a line and its bend can be told apart. */
const fewestForTrend = 20;
/** More alike neighbours than this, and runs come by themselves. */
const restless = 0.4;

/** Whether sums of single observations make the figure: only then can observations be compared one by one. */
export const isAdditive = ({ formula, measure, aggregate }: IndicatorRecord): boolean =>
  formula === null && (measure === 'share' || (measure !== 'count' && aggregate === 'mean'));

/** Which methods suit the baseline that is there, and why. */
export function adviseMethods({ frozen, indicator }: ComposedPlan): MethodAdvice[] {
  const { baseline, input } = frozen;
  const compared = input.comparison !== null;
  const course = courseOf(baseline);
  const short = course === 'few-periods';
  return [
    { method: 'before-after', suits: course === 'stable' || course === 'restless', why: course === 'restless' ? 'stable' : course },
    adviseTrend(baseline, course),
    { method: 'control-chart', suits: course === 'stable', why: course === 'stable' ? 'single-values' : course },
    { method: 'comparison-unit', suits: compared && !short, why: compared ? 'comparison-given' : 'no-comparison' },
    { method: 'ab-test', suits: false, why: isAdditive(indicator) ? (compared ? 'variants-given' : 'no-variants') : 'not-additive' },
  ];
}

type Course = 'few-periods' | 'trending' | 'restless' | 'stable';

function courseOf(baseline: readonly SeriesPoint[]): Course {
  if (baseline.length < fewestBaselinePeriods) return 'few-periods';
  if (isTrending(baseline)) return 'trending';
  const noise = baselineNoise({ method: 'control-chart', baseline, season: 1 });
  return isDetermined(noise) && noise.correlation > restless ? 'restless' : 'stable';
}

function adviseTrend(baseline: readonly SeriesPoint[], course: Course): MethodAdvice {
  const method = 'interrupted-time-series';
  if (baseline.length < fewestForTrend) return { method, suits: false, why: 'few-periods' };
  return course === 'trending' ? { method, suits: true, why: 'trending' } : { method, suits: false, why: 'stable' };
}

function isTrending(baseline: readonly SeriesPoint[]): boolean {
  const times = baseline.map(({ at }) => at);
  const line = contrastTest(
    baseline.map(({ value }) => value),
    { times, rows: times.map((time) => [1, time - (times[0] ?? 0)]), contrast: [0, 1] },
  );
  return isDetermined(line) && line.p < 0.05;
}
