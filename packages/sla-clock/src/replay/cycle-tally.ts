import type { Instant } from '../calendar/calendar.ts';
import { addWorkingSeconds } from '../calendar/working-time.ts';
import { heldByOthers, running, stopped, type CycleEnd, type MachineListener, type Standing } from '../clock/clock-machine.ts';
import { GoalMeter } from '../clock/goal-meter.ts';
import type { Row } from '../clock/rows-in-force.ts';
import { goalSeconds } from '../policy/goal-seconds.ts';
import { noInstant, type ReplayedClocks } from './replayed-clocks.ts';

/** Codes of `replayedPhases`. */
const code = { none: 0, running: 1, paused: 2, held: 3, met: 4, missed: 5, cancelled: 6, reset: 7 } as const;

/**
 * Counts the cycles of one target while a machine reads the saves, and keeps no history: what a projection needs and no more.
 * @example new CycleTally({ calendar: {}, target: { goal: { kind: 'working-time', seconds: 60 } } }).began(0) // undefined
 */
export class CycleTally implements MachineListener {
  readonly #row: Row;
  readonly #meter: GoalMeter;
  readonly #fixedGoal: number | null;
  #goal: number | null = null;
  #cycle = 0;
  #startedAt = 0;
  #standing: Standing = running;
  #since = 0;
  #asOf = 0;
  #phase: number = code.none;
  #met = 0;
  #missed = 0;

  constructor(row: Row) {
    this.#row = row;
    this.#meter = new GoalMeter(row.calendar);
    this.#fixedGoal = row.target.goal.kind === 'working-time' ? row.target.goal.seconds : null;
  }

  /** Forgets the case, for the next one. */
  forget(): void {
    this.#cycle = 0;
    this.#met = 0;
    this.#missed = 0;
    this.#phase = code.none;
  }

  began(at: Instant): void {
    this.#cycle += 1;
    this.#startedAt = at;
    this.#goal = this.#fixedGoal ?? this.#countedGoal(at);
    this.#meter.begin(this.#goal);
    this.#standing = running;
    this.#since = at;
    this.#asOf = at;
    this.#phase = code.running;
  }

  stands(at: Instant, standing: Standing): void {
    this.#asOf = at;
    if (standing === this.#standing) return;
    this.#settle(at);
    this.#standing = standing;
    this.#since = at;
  }

  ended(at: Instant, end: CycleEnd): void {
    this.#settle(at);
    this.#asOf = at;
    if (end !== 'stopped') {
      this.#phase = end === 'reset' ? code.reset : code.cancelled;
      return;
    }
    this.#phase = this.#meter.breachedAt === null ? code.met : code.missed;
    if (this.#phase === code.met) this.#met += 1;
    else this.#missed += 1;
  }

  wentOn(): void {
    this.#unjudge();
    this.#standing = stopped;
    this.#phase = code.running;
  }

  voided(): void {
    this.#unjudge();
    if (this.#phase === code.met || this.#phase === code.missed) this.#phase = code.reset;
  }

  /** Writes what was counted of the case. */
  write(clocks: ReplayedClocks, at: number): void {
    clocks.met[at] = this.#met;
    clocks.missed[at] = this.#missed;
    clocks.phase[at] = this.#shownPhase();
    if (this.#phase === code.none) return;
    if (this.#phase === code.running) this.#settle(this.#asOf);
    clocks.cycle[at] = this.#cycle;
    clocks.startedAt[at] = this.#startedAt;
    clocks.usedSeconds[at] = this.#meter.used;
    clocks.usedAt[at] = this.#asOf;
    clocks.dueAt[at] = this.#dueAt();
    if (this.#phase > code.held) clocks.endedAt[at] = this.#asOf;
    if (this.#phase === code.missed) clocks.breachedAt[at] = this.#meter.breachedAt ?? noInstant;
  }

  #countedGoal(at: Instant): number | null {
    const goal = goalSeconds(this.#row.target.goal, this.#row.calendar, at);
    return typeof goal === 'number' ? goal : null;
  }

  #settle(at: Instant): void {
    if (this.#standing === running && at > this.#since) this.#meter.run(this.#since, at);
  }

  #unjudge(): void {
    if (this.#phase === code.met) this.#met -= 1;
    if (this.#phase === code.missed) this.#missed -= 1;
  }

  #shownPhase(): number {
    if (this.#phase !== code.running || this.#standing === running) return this.#phase;
    return this.#standing === heldByOthers ? code.held : code.paused;
  }

  #dueAt(): number {
    if (this.#meter.breachedAt !== null) return this.#meter.breachedAt;
    const standsStill = this.#phase === code.running && this.#standing !== running;
    if (standsStill || this.#goal === null) return noInstant;
    const due = addWorkingSeconds(this.#row.calendar, this.#asOf, this.#goal - this.#meter.used);
    return typeof due === 'number' ? due : noInstant;
  }
}
