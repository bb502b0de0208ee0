import type { Instant } from '../calendar/calendar.ts';
import type { Phase } from '../clock/ledger.ts';
import { targetKinds, type TargetKind } from '../policy/policy.ts';

/** Phases as the column `phase` codes them, by index; the first: no clock has begun. */
export const replayedPhases = [
  'none',
  'running',
  'paused',
  'held-by-others',
  'met',
  'missed',
  'cancelled',
  'reset',
] as const satisfies readonly (Phase | 'none')[];

/** Stands in columns of instants where there is none. */
export const noInstant = Number.MIN_SAFE_INTEGER;

/**
 * The clocks of many cases as columns: those of `projectClocks` for the last cycle, and counts of the cycles that were judged. The clock of a case and a target stands at
 * `case × targetKinds.length + index of the target`.
 */
export interface ReplayedClocks {
  readonly cases: number;
  readonly phase: Uint8Array;
  readonly cycle: Uint16Array;
  readonly startedAt: Float64Array;
  readonly usedSeconds: Float64Array;
  readonly usedAt: Float64Array;
  readonly dueAt: Float64Array;
  readonly endedAt: Float64Array;
  readonly breachedAt: Float64Array;
  /** cycles met and missed so far */
  readonly met: Uint16Array;
  readonly missed: Uint16Array;
}

/** One clock of a replay. Instants that are not there are null. */
export interface ReplayedClock {
  readonly target: TargetKind;
  readonly phase: Exclude<(typeof replayedPhases)[number], 'none'>;
  readonly cycle: number;
  readonly startedAt: Instant;
  readonly usedSeconds: number;
  readonly usedAt: Instant;
  readonly dueAt: Instant | null;
  readonly endedAt: Instant | null;
  readonly breachedAt: Instant | null;
  readonly met: number;
  readonly missed: number;
}

/**
 * Empty columns for so many cases.
 * @example emptyClocks(2).dueAt.length // 12
 */
export function emptyClocks(cases: number): ReplayedClocks {
  const length = cases * targetKinds.length;
  const instants = () => new Float64Array(length).fill(noInstant);
  return {
    cases,
    phase: new Uint8Array(length),
    cycle: new Uint16Array(length),
    startedAt: instants(),
    usedSeconds: new Float64Array(length),
    usedAt: instants(),
    dueAt: instants(),
    endedAt: instants(),
    breachedAt: instants(),
    met: new Uint16Array(length),
    missed: new Uint16Array(length),
  };
}

/**
 * Reads one clock out of the columns; null when none has begun.
 * @throws RangeError for a case that is not there
 * @example replayedClock(emptyClocks(1), 0, 'resolution') // null
 */
export function replayedClock(clocks: ReplayedClocks, caseNumber: number, target: TargetKind): ReplayedClock | null {
  if (!(caseNumber >= 0 && caseNumber < clocks.cases)) throw new RangeError(`there is no case ${caseNumber} among ${clocks.cases}`);
  const at = caseNumber * targetKinds.length + targetKinds.indexOf(target);
  const phase = replayedPhases[clocks.phase[at] ?? 0] ?? 'none';
  if (phase === 'none') return null;
  const count = (column: Uint16Array | Float64Array) => column[at] ?? 0;
  const instant = (column: Float64Array) => (column[at] === noInstant ? null : count(column));
  return {
    target,
    phase,
    cycle: count(clocks.cycle),
    startedAt: count(clocks.startedAt),
    usedSeconds: count(clocks.usedSeconds),
    usedAt: count(clocks.usedAt),
    dueAt: instant(clocks.dueAt),
    endedAt: instant(clocks.endedAt),
    breachedAt: instant(clocks.breachedAt),
    met: count(clocks.met),
    missed: count(clocks.missed),
  };
}
