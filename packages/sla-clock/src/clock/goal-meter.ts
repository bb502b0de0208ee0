import type { Instant } from '../calendar/calendar.ts';
import type { CompiledCalendar } from '../calendar/compile-calendar.ts';
import { addWorkingSeconds, workingSeconds } from '../calendar/working-time.ts';

/**
 * Counts working seconds against a goal, stretch by stretch. A goal is missed when the clock runs on after the instant at which the last of its seconds passed: a clock
 * that stops, or is paused, at that very instant has kept it, one that is stopped in the evening after a deadline at closing time has not.
 * @example
 * const meter = new GoalMeter({});
 * meter.begin(3600);
 * meter.breachedAt // null
 */
export class GoalMeter {
  /** working seconds counted so far */
  used = 0;
  /** the deadline that passed; null: none has */
  breachedAt: Instant | null = null;
  readonly #calendar: CompiledCalendar;
  #goal = Infinity;

  constructor(calendar: CompiledCalendar) {
    this.#calendar = calendar;
  }

  /** Counts from zero against a goal in working seconds; null: without end. */
  begin(goal: number | null): void {
    this.used = 0;
    this.breachedAt = null;
    this.#goal = goal ?? Infinity;
  }

  /** The clock ran from `from` up to `to`. */
  run(from: Instant, to: Instant): void {
    const worked = workingSeconds(this.#calendar, from, to);
    const left = this.#goal - this.used;
    if (this.breachedAt === null && worked >= left) this.breachedAt = this.#endBefore(from, to, left);
    this.used += worked;
  }

  #endBefore(from: Instant, to: Instant, left: number): Instant | null {
    const due = addWorkingSeconds(this.#calendar, from, left);
    return typeof due === 'number' && due < to ? due : null;
  }
}
