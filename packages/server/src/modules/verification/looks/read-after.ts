import { houseDay } from '../../../platform/database/house-day.ts';
import type { Operation } from '../../../platform/operation.ts';
import type { Evaluation } from '../../evaluation/index.ts';
import type { FrozenPlan, Period } from '../plan/frozen-plan.rules.ts';
import { periodsOver } from '../plan/periods.rules.ts';
import { readPeriods } from '../plan/read-periods.ts';

/** No figures of a time this long after the start are looked at. */
const mostPeriods = 400;

/** The figures since the start of all periods that are over. An indicator that is gone has none. */
export async function readAfter(operation: Operation, evaluation: Evaluation, { input, start, nominal }: FrozenPlan): Promise<Period[]> {
  const indicator = evaluation.library.byCode.get(input.indicator);
  if (indicator === undefined) return [];
  const over = periodsOver(input.bucket, start, await houseDay(operation, operation.now));
  return readPeriods(operation, evaluation, { ...input, indicator, nominal, from: start, until: start + Math.min(over, mostPeriods) });
}
