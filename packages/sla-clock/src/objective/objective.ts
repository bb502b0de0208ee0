import type { Instant } from '../calendar/calendar.ts';
import { windowKey, type ObjectiveWindow } from './objective-window.ts';

/** Every occurrence counts alike: good ÷ total. `slice` is the stretch (seconds) in which at least one reading is expected. */
export interface ByOccurrences {
  readonly kind: 'occurrences';
  readonly slice: number;
}

/**
 * Every stretch of time counts alike: good slices ÷ judged slices. A slice of `slice` seconds is good when its own share of good
 * occurrences reaches `sliceTarget`; a slice without occurrences is not judged.
 */
export interface ByTimeSlices {
  readonly kind: 'time-slices';
  readonly slice: number;
  readonly sliceTarget: number;
}

/** A promise over time: which share has to be good, counted how, over which windows. */
export interface Objective {
  readonly id: string;
  /** promised share of good, between 0 and 1 without them */
  readonly target: number;
  readonly method: ByOccurrences | ByTimeSlices;
  /** several windows are judged side by side, each under its own key */
  readonly windows: readonly ObjectiveWindow[];
  /** IANA zone in which windows begin and end */
  readonly zone: string;
  /** the promise holds from here on; earlier time belongs to no window */
  readonly since?: Instant;
}

/** What was counted at an instant. A total of 0 says: measured, nothing happened. */
export interface Reading {
  readonly at: Instant;
  readonly good: number;
  readonly total: number;
}

/**
 * Refuses an objective that cannot be judged. One of 100 % has no budget and is refused, too.
 * @throws RangeError
 * @example requireObjective({ id: 'door', target: 0.99, method: { kind: 'occurrences', slice: 60 }, windows: [], zone: 'UTC' }) // undefined
 */
export function requireObjective(objective: Objective): void {
  const { target, method, windows } = objective;
  if (!(target > 0 && target < 1)) throw new RangeError('a target lies between 0 and 1');
  if (!(Number.isInteger(method.slice) && method.slice > 0)) throw new RangeError('a slice is a whole number of seconds');
  if (method.kind === 'time-slices' && !(method.sliceTarget > 0 && method.sliceTarget <= 1)) {
    throw new RangeError('the target of a slice lies between 0 and 1');
  }
  const keys = windows.map(windowKey);
  if (new Set(keys).size < keys.length) throw new RangeError('an objective names each window once');
}

/**
 * Refuses a reading that counts more good than there was, or no number.
 * @throws RangeError
 * @example requireReading({ at: 0, good: 9, total: 10 }) // undefined
 */
export function requireReading({ at, good, total }: Reading): void {
  if (!Number.isFinite(at)) throw new RangeError('a reading has an instant');
  if (!(good >= 0 && good <= total && Number.isFinite(total))) throw new RangeError('good lies between 0 and total');
}

/**
 * The share that may be bad: 1 − target, without the noise of binary fractions.
 * @example budgetShare(0.999) // 0.001
 */
export function budgetShare(target: number): number {
  return Number((1 - target).toFixed(12));
}
