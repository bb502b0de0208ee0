import { requireFinite, requireSameLength } from '../result/require-finite.ts';

/** What happened at one duration; durations at which nothing happened have no row. */
export interface LifeTableRow {
  readonly time: number;
  /** how many ended here, and how many were only watched until here */
  readonly events: number;
  readonly censored: number;
}

/** Durations ascending. All that survival curves and their comparison need; tables add up over any split of the data. */
export type LifeTable = readonly LifeTableRow[];

/** One duration per subject. */
export interface Durations {
  /** time until the event, or until the subject was last seen; not below 0. Ties are equal numbers: count whole minutes or seconds, as sums of fractions round */
  readonly times: ArrayLike<number>;
  /** did the event happen? Otherwise the duration is censored */
  readonly observed: readonly boolean[];
}

/**
 * Counts events and censorings at each distinct duration. Throws RangeError for unequal lengths, durations below 0, NaN and infinities.
 * @example lifeTableOf({ times: [5, 2, 5, 7], observed: [true, false, true, false] }) // [{ time: 2, events: 0, censored: 1 }, { time: 5, events: 2, censored: 0 }, { time: 7, events: 0, censored: 1 }]
 */
export function lifeTableOf({ times, observed }: Durations): LifeTable {
  requireDurations({ times, observed });
  return mergeRows(observed.map((event, i) => ({ time: times[i]!, events: Number(event), censored: Number(!event) })));
}

/**
 * Refuses durations below 0, NaN and infinities, and lists of unequal length. Throws RangeError.
 * @example requireDurations({ times: [5, 2], observed: [true, false] }) // undefined
 */
export function requireDurations({ times, observed }: Durations): void {
  requireSameLength(times, observed);
  requireFinite(times, 'durations');
  if (Array.from(times).some((time) => time < 0)) throw new RangeError('a duration is not below 0');
}

/**
 * Life table of two samples together.
 * @example addLifeTables([{ time: 5, events: 1, censored: 0 }], [{ time: 5, events: 1, censored: 2 }, { time: 7, events: 0, censored: 1 }]) // [{ time: 5, events: 2, censored: 2 }, { time: 7, events: 0, censored: 1 }]
 */
export function addLifeTables(a: LifeTable, b: LifeTable): LifeTable {
  return mergeRows([...a, ...b]);
}

function mergeRows(rows: readonly LifeTableRow[]): LifeTableRow[] {
  const sums = new Map<number, { time: number; events: number; censored: number }>();
  for (const { time, events, censored } of rows) {
    const sum = sums.get(time) ?? { time, events: 0, censored: 0 };
    sum.events += events;
    sum.censored += censored;
    sums.set(time, sum);
  }
  return [...sums.values()].sort((a, b) => a.time - b.time);
}

/**
 * Subjects of a life table.
 * @example subjectsIn([{ time: 5, events: 2, censored: 1 }]) // 3
 */
export function subjectsIn(table: LifeTable): number {
  return table.reduce((sum, { events, censored }) => sum + events + censored, 0);
}
