import { isDetermined } from '@zhiheng/stats/result';
import { baselineNoise, cautiousCorrelation, runOutlook, runShift } from '@zhiheng/stats/verdict';
import type { Operation } from '../../../platform/operation.ts';
import type { Evaluation } from '../../evaluation/index.ts';
import { readAfter } from '../looks/read-after.ts';
import type { FrozenPlan, Period } from '../plan/frozen-plan.rules.ts';
import { documentOf, frozenOf, readLooks, type VerificationRecord } from '../read-verification.ts';
import { reopenVerification } from './reopen-verification.ts';

/** A return that comes by chance once in a hundred watched effects. */
const alpha = 0.01;
/** The time over which that holds. */
const watched = 52;

/** An effect that was shown is watched: a run on the worse side of where the indicator had come to reopens the verification. */
export async function watchEffect(operation: Operation, evaluation: Evaluation, record: VerificationRecord): Promise<void> {
  const last = (await readLooks(operation, record.id)).at(-1);
  if (last === undefined) return;
  const frozen = frozenOf(record);
  const { verdict } = documentOf(last);
  const all = await readAfter(operation, evaluation, frozen);
  const decided = frozen.start + verdict.periods;
  if (!hasReturned(frozen, { reached: all.filter(({ at }) => at < decided), since: all.filter(({ at }) => at >= decided) })) return;
  await reopenVerification(operation, record, { reason: 'returned', caseId: null });
}

interface Watched {
  /** periods by which the effect was shown, and those since */
  readonly reached: readonly Period[];
  readonly since: readonly Period[];
}

function hasReturned({ better, input }: FrozenPlan, { reached, since }: Watched): boolean {
  // Of an experiment one variant is kept: there is nothing left to compare.
  if (input.method === 'ab-test' || reached.length < 3) return false;
  const noise = baselineNoise({ method: 'control-chart', baseline: reached, season: 1 });
  const correlation = isDetermined(noise) ? cautiousCorrelation(noise) : unknownCorrelation;
  const run = runOutlook({ before: reached.length, after: watched, correlation }, { alpha, shifts: [] });
  if (run === null) return false;
  const values = (periods: readonly Period[]) => periods.map(({ value }) => value);
  const shift = runShift(values(reached), values(since).slice(0, watched), { runLength: run.runLength });
  if (!isDetermined(shift)) return false;
  return (better === 'higher' ? shift.longest.below : shift.longest.above) >= run.runLength;
}

/** Of a time too short to tell, as much as real series often have. */
const unknownCorrelation = 0.3;
