type Rows = readonly (readonly number[])[];

/** Rows parted into groups by the nearest centre. */
export interface Partition {
  /** the largest group first */
  readonly centres: Rows;
  /** position of the centre that is nearest to each row */
  readonly labels: readonly number[];
  readonly sizes: readonly number[];
  /** sum of the squared distances of rows to their centre */
  readonly within: number;
}

/**
 * Squared Euclidean distance of two points with as many coordinates.
 * @example squaredDistance([0, 0], [3, 4]) // 25
 */
export function squaredDistance(a: readonly number[], b: readonly number[]): number {
  let sum = 0;
  for (let j = 0; j < a.length; j++) sum += (a[j]! - b[j]!) ** 2;
  return sum;
}
