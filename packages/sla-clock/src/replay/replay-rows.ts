import { requireInstant } from '../clock/case-timeline.ts';
import { happening, type ReplayPlan } from './replay-plan.ts';

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
 * @example requireRows({ caseOf: [1], at: [], status: [], party: [] }, []) // throws RangeError
 */
export function requireRows(rows: ReplayRows, plans: readonly ReplayPlan[]): void {
  const { caseOf, at, status, party, happened, plan } = rows;
  const { length } = caseOf;
  for (const column of [at, status, party, happened ?? caseOf, plan ?? caseOf]) {
    if (column.length !== length) throw new RangeError(`a column has ${column.length} rows, another ${length}`);
  }
  if (length > 0 && plans.length === 0) throw new RangeError('there is no plan by which to judge the cases');
  requireCodes(status, fewest(plans.map(({ statuses }) => statuses)));
  requireCodes(party, fewest(plans.map(({ parties }) => parties)));
  requireCodes(happened ?? [], happening.opened);
  requireCodes(plan ?? [], plans.length);
  requireInOrder(rows);
}

const fewest = (words: readonly (readonly unknown[])[]): number => words.reduce((least, { length }) => Math.min(least, length), Infinity);

function requireCodes(codes: ArrayLike<number>, end: number): void {
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row]!;
    if (!(code >= 0 && code < end && Number.isInteger(code)))
      throw new RangeError(`the code ${code} in row ${row} does not lie in 0 to ${end - 1}`);
  }
}

function requireInOrder({ caseOf, at }: ReplayRows): void {
  for (let row = 0; row < at.length; row++) {
    requireInstant(at[row]!);
    if (row > 0 && caseOf[row] === caseOf[row - 1] && at[row]! < at[row - 1]!)
      throw new RangeError(`the case in row ${row} goes back in time`);
  }
}
