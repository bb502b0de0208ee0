import type { SliceBy } from '@zhiheng/contract/evaluation/scores';
import { givenFields } from '../../../platform/changes-between.ts';
import { houseDay } from '../../../platform/database/house-day.ts';
import { invalidField } from '../../../platform/errors.ts';
import type { Operation } from '../../../platform/operation.ts';
import { loadEvaluation, loadStretches, type Evaluation } from '../../evaluation/index.ts';
import { limitsAt, type IndicatorRecord } from '../../measurement/index.ts';
import { calculation, type FrozenPlan, type Period, type PlanInput } from './frozen-plan.rules.ts';
import { firstDayOf, periodFrom, stretchOf } from './periods.rules.ts';
import { readPeriods } from './read-periods.ts';

/** A plan before anybody has registered it, with all that was measured already. */
export interface ComposedPlan {
  readonly frozen: FrozenPlan;
  readonly evaluation: Evaluation;
  readonly indicator: IndicatorRecord;
  readonly before: readonly Period[];
  /** figures of the time after the start, which nobody should have when the plan is registered */
  readonly known: number;
  /** asked for and not found among its kind */
  readonly unpicked: boolean;
}

/** Reads the baseline as it is now and puts the plan together; throws where the indicator cannot be judged at all. */
export async function composePlan(operation: Operation, body: PlanInput): Promise<ComposedPlan> {
  const input = { ...body, slice: givenFields(body.slice), comparison: body.comparison && givenFields(body.comparison) };
  const evaluation = await loadEvaluation(operation, undefined);
  const indicator = evaluation.library.byCode.get(input.indicator);
  if (indicator === undefined) throw invalidField('indicator', 'unknown_indicator');
  const nominal = nominalOf(indicator, input.startOn);
  const { from, start } = boundsOf(input);
  const range = { ...input, nominal, indicator };
  const before = (await readPeriods(operation, evaluation, { ...range, from, until: start })).filter(
    ({ at }) => stretchOf(input.bucket, at).lastDay < input.startOn,
  );
  const until = periodFrom(input.bucket, await houseDay(operation, operation.now)) + 1;
  const known = (await readPeriods(operation, evaluation, { ...range, from: start, until: Math.min(until, start + mostPeriods) })).length;
  const picked = await readPicked(operation, evaluation, { input, indicator, from, start });
  const frozen = freeze({ input, indicator, nominal, start, before, picked: picked === 'unknown' ? null : picked });
  return { frozen, evaluation, indicator, before, known, unpicked: picked === 'unknown' };
}

/** The value that a nominal indicator should have, whose distance is judged then; null for others. */
function nominalOf(indicator: IndicatorRecord, day: string): number | null {
  if (indicator.direction !== 'nominal') return null;
  const target = limitsAt(indicator, day)?.target ?? null;
  if (target === null) throw invalidField('indicator', 'verification_no_direction');
  return target;
}

/** More than any page shows and any test needs. */
const mostPeriods = 400;

function boundsOf({ bucket, startOn, baselineFrom }: PlanInput): { readonly from: number; readonly start: number } {
  const [start, from] = [periodFrom(bucket, startOn), periodFrom(bucket, baselineFrom)];
  if (from >= start) throw invalidField('baselineFrom', 'verification_baseline_after_start');
  if (start - from > mostPeriods) throw invalidField('baselineFrom', 'verification_baseline_long', { most: mostPeriods });
  return { from, start };
}

type Picked = { readonly values: number[]; readonly chosen: number };

interface Picking {
  readonly input: PlanInput;
  readonly indicator: IndicatorRecord;
  readonly from: number;
  readonly start: number;
}

/** The figures of all units of a kind in the baseline, to tell how much of a bad figure is chance. */
async function readPicked(
  operation: Operation,
  evaluation: Evaluation,
  { input, indicator, from, start }: Picking,
): Promise<Picked | 'unknown' | null> {
  const by = input.pickedAmong;
  if (by === null) return null;
  const stretch = { firstDay: firstDayOf(input.bucket, from), lastDay: stretchOf(input.bucket, start - 1).lastDay };
  const months = { firstMonth: stretch.firstDay.slice(0, 7), lastMonth: stretch.lastDay.slice(0, 7) };
  const { [idOf[by]]: chosenId, ...filter } = input.slice;
  const peers = await loadStretches(operation, evaluation, { codes: [indicator.code], months, filter, by });
  const measured = peers.slices.flatMap((id) => {
    const { value } = peers.figures(stretch, id).measured(indicator.code);
    return value === null ? [] : [{ id, value }];
  });
  const chosen = measured.findIndex(({ id }) => id === chosenId);
  return chosen < 0 || measured.length < 4 ? 'unknown' : { values: measured.map(({ value }) => value), chosen };
}

const idOf = { service: 'serviceId', team: 'teamId', site: 'siteId', segment: 'segmentId' } as const satisfies Record<SliceBy, string>;

interface Parts {
  readonly input: PlanInput;
  readonly indicator: IndicatorRecord;
  readonly nominal: number | null;
  readonly start: number;
  readonly before: readonly Period[];
  readonly picked: Picked | null;
}

function freeze({ input, indicator, nominal, start, before, picked }: Parts): FrozenPlan {
  const better = indicator.direction === 'higher' ? 'higher' : 'lower';
  const measure = indicator.measure === 'share' ? 'share' : 'mean';
  const { method, expectedChange, alpha, power, looks, periods, minimumN, weights, bucket } = input;
  const common = { better, alpha, power, looks } as const;
  const { unit, decimals } = indicator;
  return {
    ...{ calculation, input, better, measure, unit: measure === 'share' ? '%' : unit, decimals, nominal, start },
    baseline: before.map(({ at, value, n }) => ({ at, value, n })),
    judged:
      method === 'ab-test'
        ? {
            kind: 'variants',
            plan: {
              ...common,
              measure,
              expectedChange: measure === 'share' ? expectedChange / 100 : expectedChange,
              plannedN: minimumN,
              weights,
            },
          }
        : {
            kind: 'series',
            plan: { ...common, method, expectedChange, start, periods, minimumN, season: bucket === 'day' ? 7 : 1, picked },
          },
  };
}
