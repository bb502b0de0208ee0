import type { ReplayPlan } from './replay-plan.ts';

/** Saves of many cases as columns of equal length, the saves of a case beside each other and in order; the first is its opening. */
export interface ReplayRows {
  /** any number per case; neighbours of one number are one case */
  readonly caseOf: ArrayLike<number>;
  readonly at: ArrayLike<number>;
  /** codes: indexes into the plan's statuses and parties */
  readonly status: ArrayLike<number>;
  readonly party: ArrayLike<number>;
  /** bits of `happening`: messages and marks of the save; absent: none in any */
  readonly happened?: ArrayLike<number>;
  /** index of the plan by which the case is judged, read at its opening; absent: the first for all */
  readonly plan?: ArrayLike<number>;
}

/**
 * Refuses rows that no replay can read. One pass over the columns, before anything is counted.
 * @throws RangeError for columns of unequal length, codes that no plan knows, instants that are no whole seconds or go back in time within a case
 */
export function requireRows(rows: ReplayRows, plans: readonly ReplayPlan[]): void {
  const { length } = rows.caseOf;
  for (const column of [rows.at, rows.status, rows.party, rows.happened, rows.plan]) {
    if (column !== undefined && column.length !== length) throw new RangeError(`a column has ${column.length} rows, another ${length}`);
  }
  if (length > 0 && plans.length === 0) throw new RangeError('there is no plan by which to judge the cases');
  const statuses = Math.min(...plans.map((plan) => plan.statuses.length));
  const parties = Math.min(...plans.map((plan) => plan.parties.length));
  for (let row = 0; row < length; row++) {
    requireCode(rows.status[row], statuses);
    requireCode(rows.party[row], parties);
    requireInOrder(rows, row);
  }
  for (let row = 0; row < (rows.plan?.length ?? 0); row++) requireCode(rows.plan?.[row], plans.length);
  for (let row = 0; row < (rows.happened?.length ?? 0); row++) requireCode(rows.happened?.[row], 8);
}

function requireCode(code: number | undefined, end: number): void {
  if (code === undefined || !(code >= 0 && code < end && Number.isInteger(code)))
    throw new RangeError(`a code lies from 0 up to, not including, ${end}, and is not ${code}`);
}

function requireInOrder({ caseOf, at }: ReplayRows, row: number): void {
  const now = at[row];
  if (!Number.isSafeInteger(now)) throw new RangeError(`an instant is a whole number of seconds since 1970, not ${now}`);
  if (row > 0 && caseOf[row] === caseOf[row - 1] && at[row]! < at[row - 1]!)
    throw new RangeError(`the case in row ${row} goes back in time`);
}
