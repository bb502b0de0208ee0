import type { Instant, Never, Outside } from '../calendar/calendar.ts';
import { endOfBusinessDay } from '../calendar/business-day.ts';
import type { CompiledCalendar } from '../calendar/compile-calendar.ts';
import { workingSeconds } from '../calendar/working-time.ts';
import type { Goal } from './policy.ts';

/**
 * A goal in working seconds of its calendar, for a clock that starts at `startedAt`: so pauses move every kind of deadline in the same way.
 * `never` and `outside` when there is no such business day.
 * @throws RangeError for an instant outside 1900 to 2199
 * @example goalSeconds({ kind: 'working-time', seconds: 14_400 }, {}, 0) // 14400
 */
export function goalSeconds(goal: Goal, calendar: CompiledCalendar, startedAt: Instant): number | Never | Outside {
  if (goal.kind === 'working-time') return goal.seconds;
  const closing = endOfBusinessDay(calendar, startedAt, goal.days);
  return typeof closing === 'number' ? workingSeconds(calendar, startedAt, closing) : closing;
}
