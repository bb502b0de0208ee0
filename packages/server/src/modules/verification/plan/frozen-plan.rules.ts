import type { Moments } from '@zhiheng/stats/moments';
import {
  seriesVerdicts,
  variantsVerdicts,
  type SeriesPlan,
  type SeriesPoint,
  type VariantsPeriod,
  type VariantsPlan,
  type Verdict,
} from '@zhiheng/stats/verdict';
import type { registerVerification } from '@zhiheng/contract/verification/verifications';
import type { Parsed } from '@zhiheng/contract/endpoint';

export type PlanInput = Parsed<typeof registerVerification>['body'];

/** Raised when the same figures would give another verdict than before. */
export const calculation = 1;

/** All that a verdict is made of beside the figures of the time after: fixed when it is registered. */
export interface FrozenPlan {
  readonly calculation: number;
  readonly input: PlanInput;
  readonly better: 'higher' | 'lower';
  readonly measure: 'mean' | 'share';
  readonly unit: string;
  readonly decimals: number;
  /** the value that a nominal indicator should have: its distance is judged; null for others */
  readonly nominal: number | null;
  /** first period after the start */
  readonly start: number;
  readonly baseline: readonly SeriesPoint[];
  readonly judged:
    { readonly kind: 'series'; readonly plan: Omit<SeriesPlan, 'baseline'> } | { readonly kind: 'variants'; readonly plan: VariantsPlan };
}

/** One period as it was measured: of the unit, and of what it is compared with. */
export interface Period {
  readonly at: number;
  readonly value: number;
  readonly n: number;
  readonly arms: readonly [Moments, Moments] | null;
}

/** The looks that are due, and after them what is waited for, where something is. */
export interface Looked {
  readonly looks: readonly Verdict[];
  readonly current: Verdict;
}

/** What a plan says of the periods after its start; from these two and from nothing else. */
export function judge({ judged, baseline, start }: FrozenPlan, periods: readonly Period[]): Looked {
  const verdicts = judged.kind === 'series' ? seriesOf({ ...judged.plan, baseline }, periods, start) : variantsOf(judged.plan, periods);
  const current = verdicts.at(-1);
  if (current === undefined) throw new RangeError('a plan says something at any time');
  // What is waited for carries the number of the last look that was taken.
  return { looks: verdicts.filter(({ look }, index) => look === index + 1), current };
}

/** Time has passed as far as figures have come: a look never meets a period whose figures are still on their way. */
function seriesOf(plan: SeriesPlan, periods: readonly Period[], start: number): Verdict[] {
  const last = periods.at(-1);
  return seriesVerdicts(
    plan,
    periods.map(({ at, value, n }) => ({ at, value, n })),
    last === undefined ? 0 : last.at - start + 1,
  );
}

const variantsOf = (plan: VariantsPlan, periods: readonly Period[]): Verdict[] =>
  variantsVerdicts(
    plan,
    periods.flatMap(({ at, arms }): VariantsPeriod[] => (arms === null ? [] : [{ at, arms }])),
  ).map(inPercent(plan));

/** Shares are counted in ones and shown in percent. */
function inPercent({ measure }: VariantsPlan): (verdict: Verdict) => Verdict {
  const percent = (value: number | null) => (value === null ? null : 100 * value);
  return (verdict) => {
    if (measure !== 'share') return verdict;
    const { before, after, estimate, interval, expectedChange, warnings } = verdict;
    return {
      ...verdict,
      ...{ before: percent(before), after: percent(after), estimate: percent(estimate), expectedChange: 100 * expectedChange },
      interval: interval === null ? null : [100 * interval[0], 100 * interval[1]],
      warnings: warnings.map((one) =>
        one.code === 'smaller-than-expected' ? { ...one, most: 100 * one.most, expected: 100 * one.expected } : one,
      ),
    };
  };
}
