import type { LedgerInterval } from '../clock/ledger.ts';
import { byGroup, signalOf, type GroupSignal, type TooFew } from './group-signal.ts';
import { withGoal, type HandledClock, type MeasuredClock, type SignalOptions } from './handled-clock.ts';

/** Time spent and pauses begun in the early and in the last part of the goal. */
interface Pausing {
  readonly earlySeconds: number;
  readonly lateSeconds: number;
  readonly pauses: number;
  readonly latePauses: number;
}

/**
 * Pausing just before due: of the pauses that a group begins before the deadline, how many fall into the last part of the goal. When
 * pauses come at a steady rate, that share is the share of running time that the group spends there: many cases never get so far.
 * Only a pause of a clock that was going counts; n is the number of such pauses.
 * @throws RangeError unless `within` lies between 0 and 1
 * @example
 * const intervals = [{ kind: 'running', usedBefore: 0, workingSeconds: 95 }, { kind: 'paused', usedBefore: 95, workingSeconds: 0 }];
 * pausesBeforeDue([{ caseId: 'C-7', group: 'Li', clock: { goalSeconds: 100, intervals } }], { needed: 1 })[0] // { n: 1, observed: 1, expected: 0.0526… }
 */
export function pausesBeforeDue(
  clocks: readonly HandledClock[],
  { within = 0.1, needed = 20 }: SignalOptions = {},
): (GroupSignal | TooFew)[] {
  if (!(within > 0 && within < 1)) throw new RangeError('the last part of the goal is a share between 0 and 1');
  return byGroup(withGoal(clocks)).map(([group, own]) => {
    const seen = own.map((handled) => ({ caseId: handled.caseId, ...pausingOf(handled, within) }));
    const early = sum(seen.map(({ earlySeconds }) => earlySeconds));
    const late = sum(seen.map(({ lateSeconds }) => lateSeconds));
    const occurrences = seen.flatMap(({ caseId, latePauses }) => Array.from({ length: latePauses }, () => caseId));
    const usualShare = early + late === 0 ? null : late / (early + late);
    return signalOf({ group, n: sum(seen.map(({ pauses }) => pauses)), occurrences, usualShare }, needed);
  });
}

function pausingOf({ goalSeconds, clock: { intervals } }: MeasuredClock, within: number): Pausing {
  const lateFrom = (1 - within) * goalSeconds;
  const runs = intervals.filter(({ kind }) => kind === 'running');
  const secondsBefore = (limit: number) => sum(runs.map((run) => Math.max(0, Math.min(run.workingSeconds, limit - run.usedBefore))));
  const earlySeconds = secondsBefore(lateFrom);
  const begun = intervals.filter((interval, i) => interval.usedBefore < goalSeconds && beginsPause(interval, intervals[i - 1]));
  return {
    earlySeconds,
    lateSeconds: secondsBefore(goalSeconds) - earlySeconds,
    pauses: begun.length,
    latePauses: begun.filter(({ usedBefore }) => usedBefore >= lateFrom).length,
  };
}

/** A pause begins where a clock was going before, be it outside hours. */
function beginsPause({ kind }: LedgerInterval, before: LedgerInterval | undefined): boolean {
  return kind === 'paused' && (before?.kind === 'running' || before?.kind === 'outside-hours');
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
