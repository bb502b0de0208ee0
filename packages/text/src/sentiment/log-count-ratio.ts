/** Rows of features, each an ascending list of columns from 0 to `columns` − 1, with the answer of each row. */
export interface LabelledRows {
  readonly rows: readonly Int32Array[];
  readonly columns: number;
  /** one per row */
  readonly positive: readonly boolean[];
}

/**
 * For each feature the logarithm of its share among the features of positive rows over its share among those of negative rows; every
 * feature counts `smoothing` times more on both sides, so that one seen on one side only has a finite ratio. It is the weight that a naive
 * Bayes classifier would give. Throws RangeError when the smoothing is not above 0.
 * Source: Wang, Manning (2012), Baselines and bigrams: simple, good sentiment and topic classification, ACL 2012, 90–94.
 * @example logCountRatio({ rows: [Int32Array.of(0), Int32Array.of(1)], columns: 2, positive: [true, false] }, 1)[0] // 0.693…
 */
export function logCountRatio({ rows, columns, positive }: LabelledRows, smoothing: number): Float64Array {
  if (!(smoothing > 0)) throw new RangeError('the smoothing lies above 0');
  const yes = new Float64Array(columns).fill(smoothing);
  const no = new Float64Array(columns).fill(smoothing);
  for (const [i, row] of rows.entries()) {
    const counts = positive[i]! ? yes : no;
    for (const column of row) counts[column]! += 1;
  }
  const shift = Math.log(sumOf(no) / sumOf(yes));
  return yes.map((count, column) => Math.log(count / no[column]!) + shift);
}

const sumOf = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0);
