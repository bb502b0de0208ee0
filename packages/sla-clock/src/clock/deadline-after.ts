import type { Instant, Interval, Never, Outside } from '../calendar/calendar.ts';
import type { CompiledCalendar } from '../calendar/compile-calendar.ts';
import { addWorkingSecondsWithPauses } from '../calendar/with-pauses.ts';
import { addWorkingSeconds } from '../calendar/working-time.ts';

/** A clock that runs from `from` on and has so many working seconds left. */
export interface Remaining {
  readonly from: Instant;
  readonly seconds: number;
}

/**
 * When a clock runs out that nothing stops any more but the exclusions already known. Few cases have any.
 * @throws RangeError for negative seconds, or an instant outside 1900 to 2199
 * @example deadlineAfter({}, { from: 0, seconds: -1 }, []) // throws RangeError
 */
export function deadlineAfter(
  calendar: CompiledCalendar,
  { from, seconds }: Remaining,
  exclusions: readonly Interval[],
): Instant | Outside | Never {
  return exclusions.length === 0
    ? addWorkingSeconds(calendar, from, seconds)
    : addWorkingSecondsWithPauses(calendar, { from, seconds }, exclusions);
}
