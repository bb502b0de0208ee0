/** Too few observations to say anything: `needed` are necessary, `n` are there. */
export interface Insufficient {
  readonly kind: 'insufficient';
  readonly n: number;
  readonly needed: number;
}

/** Why the data determine no answer. */
export type UndeterminedReason = 'constant' | 'no-variation' | 'singular' | 'separated' | 'not-converged' | 'no-events' | 'not-positive';

/** Enough observations, but the answer does not exist for them: a constant column has no correlation. */
export interface Undetermined {
  readonly kind: 'undetermined';
  readonly n: number;
  readonly reason: UndeterminedReason;
  /** the columns at fault, from 0, where they can be named */
  readonly columns?: readonly number[];
}

/** A result, or the ordinary fact that there is none. Every result `T` carries a `kind` of its own. */
export type Outcome<T> = T | Insufficient | Undetermined;

/** Both limits of an interval, the lower one first. */
export type Interval = readonly [low: number, high: number];

/**
 * The value that says: too few observations.
 * @example insufficient(1, 2) // { kind: 'insufficient', n: 1, needed: 2 }
 */
export function insufficient(n: number, needed: number): Insufficient {
  return { kind: 'insufficient', n, needed };
}

/**
 * The value that says: these data have no answer, and why.
 * @example undetermined(10, 'constant', [3]) // { kind: 'undetermined', n: 10, reason: 'constant', columns: [3] }
 */
export function undetermined(n: number, reason: UndeterminedReason, columns?: readonly number[]): Undetermined {
  return { kind: 'undetermined', n, reason, ...(columns === undefined ? {} : { columns }) };
}

/**
 * Is there a result?
 * @example isDetermined(insufficient(1, 2)) // false
 */
export function isDetermined<T extends { readonly kind: string }>(outcome: Outcome<T>): outcome is T {
  return outcome.kind !== 'insufficient' && outcome.kind !== 'undetermined';
}
