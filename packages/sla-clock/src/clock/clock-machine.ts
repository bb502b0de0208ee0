import type { Instant } from '../calendar/calendar.ts';
import { lasts, pauseIn, signal } from './clock-signals.ts';
import type { CancelReason } from './ledger.ts';

/** How a clock that is not over stands: one of the words below, or 1 to 15 for the number of the pause that holds. */
export type Standing = number;
/** Time counts, while the calendar is open. */
export const running: Standing = 0;
/** Somebody has the case whose time the agreement does not count. */
export const heldByOthers: Standing = 16;
/** The time was taken out afterwards. */
export const excluded: Standing = 17;
/** Between the stop and the reopening of one cycle. */
export const stopped: Standing = 18;

/** How a cycle ended. */
export type CycleEnd = 'stopped' | 'reset' | CancelReason;

/** What a machine tells while it reads the saves of a case. Instants never fall. */
export interface MachineListener {
  /** the next cycle of the target begins */
  began(at: Instant): void;
  /** from here on the clock stands so; told at every save, also when nothing changed */
  stands(at: Instant, standing: Standing): void;
  ended(at: Instant, end: CycleEnd): void;
  /** the cycle that had ended goes on; until here it stood stopped */
  wentOn(at: Instant): void;
  /** the cycle that had ended shall be judged no more */
  voided(at: Instant): void;
}

type Phase = 'waiting' | 'active' | 'stopped' | 'withdrawn' | 'over';

/**
 * The course of one target: waiting, active, stopped, active again … It reads what the conditions say at each save and tells what follows. At a save that meets several conditions the order is cancel,
 * stop, start ceased, reset, pause. It knows no time but the order of the saves: what the stretches between them are worth is the matter of the listener.
 * @example new ClockMachine({ began() {}, stands() {}, ended() {}, wentOn() {}, voided() {} }).isWaiting // true
 */
export class ClockMachine {
  #phase: Phase = 'waiting';
  #isOpening = true;
  #pause = 0;
  #excluded = false;
  #wasReset = false;
  #standing: Standing = running;
  readonly #listener: MachineListener;

  constructor(listener: MachineListener) {
    this.#listener = listener;
  }

  /** Forgets the case, for the next one. */
  forget(): void {
    this.#phase = 'waiting';
    this.#isOpening = true;
    this.#pause = 0;
    this.#excluded = false;
    this.#wasReset = false;
  }

  /** Reads a save. */
  save(at: Instant, signals: number): void {
    if (this.#phase === 'active') this.#go(at, signals);
    else if (this.#phase === 'waiting') this.#mayBegin(at, signals);
    else if (this.#phase !== 'over') this.#mayComeBack(at, signals);
    this.#isOpening = false;
    this.#wasReset = (signals & signal.staysReset) !== 0;
  }

  /** Reads the conditions of a policy that takes over between two saves: it may stop, withdraw or pause a clock, not begin one. */
  revise(at: Instant, signals: number): void {
    if (this.#phase === 'active') this.#go(at, signals);
    this.#wasReset = (signals & signal.staysReset) !== 0;
  }

  /** The stretch from here on is excluded, or is no more. */
  exclude(at: Instant, isExcluded: boolean): void {
    if (isExcluded === this.#excluded) return;
    this.#excluded = isExcluded;
    if (this.#phase === 'active') this.#tell(at);
  }

  /** Another row of conditions numbers its pauses differently: the pause that holds now has this number there, 0 when it is none. */
  renumber(pause: number): void {
    this.#pause = pause;
  }

  /** The number of the pause that holds now, 0 for none. */
  get pause(): number {
    return this.#pause;
  }

  /** Whether no cycle has begun yet. */
  get isWaiting(): boolean {
    return this.#phase === 'waiting';
  }

  /** The promise is withdrawn for good. */
  withdraw(at: Instant, because: 'merged' | 'no-policy'): void {
    if (this.#phase === 'active') this.#listener.ended(at, because);
    this.#phase = 'over';
  }

  #go(at: Instant, signals: number): void {
    if (signals & signal.cancels) return this.#end(at, 'cancel-condition');
    if (signals & signal.stops) return this.#stop(at, signals);
    if (signals & signal.ceases) return this.#end(at, 'start-ceased');
    if (signals & signal.resets && !this.#wasReset) {
      this.#end(at, 'reset');
      return this.#begin(at, signals);
    }
    this.#stand(at, signals);
  }

  /** A case may be opened as solved, and keeps its promise at once. Later no clock begins on a case that is solved already. */
  #mayBegin(at: Instant, signals: number): void {
    if (!startsNow(signals) || signals & signal.heldByOthers) return;
    if (this.#isOpening || !(signals & signal.staysStopped)) this.#begin(at, signals);
  }

  #mayComeBack(at: Instant, signals: number): void {
    if (!startsNow(signals) || signals & stopOf(signals)) return;
    if (signals & signal.reopensAnew) {
      if (signals & signal.voidsBefore) this.#listener.voided(at);
      return this.#begin(at, signals);
    }
    if (this.#phase === 'stopped' && !(signals & signal.reopensInCycle)) return;
    this.#listener.wentOn(at);
    this.#phase = 'active';
    this.#stand(at, signals);
  }

  #begin(at: Instant, signals: number): void {
    this.#pause = 0;
    this.#phase = 'active';
    this.#listener.began(at);
    if (signals & stopOf(signals)) this.#end(at, 'stopped');
    else this.#stand(at, signals);
  }

  #stop(at: Instant, signals: number): void {
    this.#end(at, 'stopped');
    if (signals & signal.recurs && signals & signal.starts && !(signals & signal.staysStopped)) this.#begin(at, signals);
  }

  #end(at: Instant, end: CycleEnd): void {
    this.#phase = end === 'stopped' ? 'stopped' : 'withdrawn';
    this.#listener.ended(at, end);
  }

  #stand(at: Instant, signals: number): void {
    const pause = this.#pause;
    this.#pause = pause !== 0 && lasts(signals, pause) ? pause : pauseIn(signals);
    this.#standing = signals & signal.heldByOthers ? heldByOthers : this.#pause;
    this.#tell(at);
  }

  #tell(at: Instant): void {
    this.#listener.stands(at, this.#excluded ? excluded : this.#standing);
  }
}

const startsNow = (signals: number): boolean => (signals & signal.starts) !== 0 && (signals & signal.cancels) === 0;

/** The answer that ends one cycle of a recurring target begins the next, and does not end that one too. */
const stopOf = (signals: number): number => (signals & signal.recurs ? signal.staysStopped : signal.stops);
