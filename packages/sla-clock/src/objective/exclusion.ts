import type { Instant, Interval } from '../calendar/calendar.ts';

/**
 * Time that a promise does not cover, such as agreed maintenance. It leaves the good and the total alike. It may be entered after the
 * fact, and so carries who approved it, why, and since when it is known.
 */
export interface Exclusion extends Interval {
  readonly id: string;
  readonly reason: string;
  readonly approvedBy: string;
  readonly enteredAt: Instant;
}

/**
 * The exclusions that were known at an instant: with them a figure comes out as it was shown then.
 * @throws RangeError for an exclusion without reason or approver
 * @example exclusionsKnownAt([{ id: 'a', from: 0, to: 60, reason: 'upgrade', approvedBy: 'Li', enteredAt: 90 }], 80) // []
 */
export function exclusionsKnownAt<T extends Pick<Exclusion, 'reason' | 'approvedBy' | 'enteredAt'>>(
  exclusions: readonly T[],
  knownAt: Instant,
): T[] {
  if (exclusions.some(({ reason, approvedBy }) => reason.trim() === '' || approvedBy.trim() === '')) {
    throw new RangeError('an exclusion names its reason and its approver');
  }
  return exclusions.filter(({ enteredAt }) => enteredAt <= knownAt);
}
