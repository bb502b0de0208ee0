import { addMoments, meanOf, varianceOf } from '@zhiheng/stats/moments';
import { isDetermined } from '@zhiheng/stats/result';
import { seriesOutlook, variantsSampleSize } from '@zhiheng/stats/verdict';
import type { VerificationOutlook } from '@zhiheng/contract/verification/verifications';
import { adviseMethods, isAdditive } from './advise-methods.rules.ts';
import type { ComposedPlan } from './compose-plan.ts';
import { firstDayOf, stretchOf } from './periods.rules.ts';

type Numbers = Pick<VerificationOutlook, 'deviation' | 'correlation' | 'power' | 'neededPeriods' | 'neededN'> & {
  readonly problems: Problem[];
};
type Problem = VerificationOutlook['problems'][number];

const unknown: Numbers = { deviation: null, correlation: null, power: null, neededPeriods: null, neededN: null, problems: [] };

/** What a plan can show, what it needs, and what stands in its way. */
export function outlookOf(composed: ComposedPlan): VerificationOutlook {
  const { frozen, before } = composed;
  const { input, start, unit, decimals, baseline } = frozen;
  const perPeriod = before.length === 0 ? null : before.reduce((sum, { n }) => sum + n, 0) / before.length;
  const { problems, ...numbers } = frozen.judged.kind === 'series' ? ofSeries(composed) : ofVariants(composed, perPeriod);
  const { neededPeriods } = numbers;
  return {
    ...numbers,
    ...{ unit, decimals, perPeriod },
    baseline: baseline.map((point) => ({ ...point, day: firstDayOf(input.bucket, point.at) })),
    reachedOn: neededPeriods === null ? null : stretchOf(input.bucket, start + neededPeriods - 1).lastDay,
    endOn: stretchOf(input.bucket, start + input.periods - 1).lastDay,
    advice: adviseMethods(composed),
    problems: [...problems, ...generalProblems(composed)],
  };
}

function generalProblems({ known, unpicked, frozen: { input } }: ComposedPlan): Problem[] {
  const compared = input.method === 'ab-test' || input.method === 'comparison-unit';
  return [
    ...(known > 0 ? [{ code: 'verification_outcome_known', params: { count: known } }] : []),
    ...(unpicked ? [{ code: 'verification_not_among_peers', params: {} }] : []),
    ...(compared && input.comparison === null ? [{ code: 'verification_comparison_missing', params: {} }] : []),
  ];
}

function ofSeries({ frozen: { judged, baseline } }: ComposedPlan): Numbers {
  if (judged.kind !== 'series') return unknown;
  const outlook = seriesOutlook({ ...judged.plan, baseline });
  if (outlook.kind === 'insufficient')
    return { ...unknown, problems: [{ code: 'verification_baseline_short', params: { have: outlook.n, wanted: outlook.needed } }] };
  if (!isDetermined(outlook)) return { ...unknown, problems: [{ code: 'verification_baseline_constant', params: {} }] };
  const { noise, power, neededPeriods, runLength } = outlook;
  const runless = judged.plan.method === 'control-chart' && runLength === null;
  return {
    ...{ deviation: noise.deviation, correlation: noise.correlation, power, neededPeriods, neededN: null },
    problems: runless ? [{ code: 'verification_time_short', params: { count: judged.plan.periods } }] : [],
  };
}

function ofVariants({ frozen, before, indicator }: ComposedPlan, perPeriod: number | null): Numbers {
  if (frozen.judged.kind !== 'variants') return unknown;
  if (!isAdditive(indicator)) return { ...unknown, problems: [{ code: 'verification_not_additive', params: {} }] };
  const { plan } = frozen.judged;
  const all = before.flatMap(({ arms }) => arms ?? []).reduce(addMoments, { n: 0, sum: 0, squares: 0 });
  const [level, variance] = [meanOf(all), varianceOf(all)];
  if (level === null || variance === null) return unknown;
  const neededN = variantsSampleSize({ ...plan, level, deviation: Math.sqrt(variance) });
  const inUnit = plan.measure === 'share' ? 100 : 1;
  return { ...unknown, deviation: inUnit * Math.sqrt(variance), neededN, neededPeriods: periodsFor(neededN, perPeriod) };
}

/** Both variants together fill the periods. */
const periodsFor = (neededN: number | null, perPeriod: number | null): number | null =>
  neededN === null || perPeriod === null ? null : Math.ceil((2 * neededN) / perPeriod);
