import { byGroup, signalOf, type GroupSignal, type TooFew } from './group-signal.ts';
import { withGoal, type HandledClock, type MeasuredClock, type SignalOptions } from './handled-clock.ts';

/**
 * Heaping under the limit: of the clocks that stopped near their goal, how many stopped in the band just under it. Three bands of equal
 * width are compared: the one just under the goal with the one before it and the one after it. Where times fall off smoothly through
 * the limit, about a third lies in the middle; a heap there and a hollow behind the limit is what a tool for "closing in time" leaves.
 * Work that is honestly hurried before its deadline heaps as well: read the cases. n counts the clocks in the three bands; clocks that
 * have not stopped have no time yet and do not count.
 * Idea: McCrary (2008), Journal of Econometrics 142, 698–714, density test at a cutoff, here with three bands and an exact test.
 * @throws RangeError unless `within` lies between 0 and 0.5
 * @example
 * const stopped = (usedSeconds) => ({ caseId: 'C-7', group: 'Li', clock: { status: { kind: 'met' }, usedSeconds, goalSeconds: 100 } });
 * heapingUnderLimit([stopped(85), stopped(95), stopped(99), stopped(50)], { needed: 3 })[0] // { n: 3, observed: 2, expected: 1 }
 */
export function heapingUnderLimit(
  clocks: readonly HandledClock[],
  { within = 0.1, needed = 20 }: SignalOptions = {},
): (GroupSignal | TooFew)[] {
  if (!(within > 0 && within <= 0.5)) throw new RangeError('a band is a share of the goal, up to a half');
  return byGroup(withGoal(clocks)).map(([group, own]) => {
    const near = own.flatMap((handled) => {
      const band = bandOf(handled, within);
      return band === null ? [] : [{ caseId: handled.caseId, band }];
    });
    const occurrences = near.filter(({ band }) => band === 'under').map(({ caseId }) => caseId);
    return signalOf({ group, n: near.length, occurrences, usualShare: 1 / 3 }, needed);
  });
}

/** Where the used share of the goal lies; a clock stopped exactly at its goal met it and lies under it. Null: in none of the bands. */
function bandOf({ goalSeconds, clock: { status, usedSeconds } }: MeasuredClock, within: number): 'before' | 'under' | 'after' | null {
  if (status.kind !== 'met' && status.kind !== 'missed') return null;
  const share = usedSeconds / goalSeconds;
  if (share <= 1 - 2 * within || share > 1 + within) return null;
  if (share <= 1 - within) return 'before';
  return share <= 1 ? 'under' : 'after';
}
