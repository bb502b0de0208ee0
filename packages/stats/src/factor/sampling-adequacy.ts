import { invert } from '../matrix/decompositions.ts';
import { correlationOf, crossMomentsOf, type CrossMoments } from '../moments/cross-moments.ts';
import { isDetermined, undetermined, type Outcome } from '../result/outcome.ts';
import { isSingular } from './is-singular.ts';

/** How far correlations exceed partial correlations: near 1 factors may be looked for, below 0.5 better not. */
export interface SamplingAdequacy {
  readonly kind: 'sampling-adequacy';
  readonly n: number;
  readonly overall: number;
  /** per item */
  readonly items: readonly number[];
}

/**
 * Kaiser–Meyer–Olkin measure Σr² / (Σr² + Σq²) over i ≠ j from cross-moments, q the partial correlations given all other items. Fewer
 * than two observations are insufficient; a constant item, linearly dependent items and items without any correlation are undetermined.
 * Throws RangeError for fewer than two items.
 * Source: Kaiser and Rice (1974), Educational and Psychological Measurement 34, 111–117.
 * @example samplingAdequacyFromMoments({ n: 100, origin: [0, 0, 0], sums: [0, 0, 0], products: [[100, 50, 50], [50, 100, 50], [50, 50, 100]] }) // { overall: 0.6923…, items: [0.6923…, 0.6923…, 0.6923…] }
 */
export function samplingAdequacyFromMoments(moments: CrossMoments): Outcome<SamplingAdequacy> {
  if (moments.sums.length < 2) throw new RangeError(`sampling adequacy needs at least two items: ${moments.sums.length}`);
  const correlation = correlationOf(moments);
  if (!isDetermined(correlation)) return correlation;
  const { n, matrix } = correlation;
  const inverse = isSingular(matrix) ? null : invert(matrix);
  if (inverse === null) return undetermined(n, 'singular');
  const simple = matrix.map((row, i) => squaresBeside(row, i));
  const partial = inverse.map((row, i) =>
    squaresBeside(
      row.map((cell, j) => cell / Math.sqrt(row[i]! * inverse[j]![j]!)),
      i,
    ),
  );
  if (simple.some((squares, i) => !(squares + partial[i]! > 0))) return undetermined(n, 'no-variation');
  const overall = sum(simple) / (sum(simple) + sum(partial));
  return { kind: 'sampling-adequacy', n, overall, items: simple.map((squares, i) => squares / (squares + partial[i]!)) };
}

/**
 * Kaiser–Meyer–Olkin measure of complete rows, one column per item, see `samplingAdequacyFromMoments`.
 * @example samplingAdequacy([[1, 2], [2, 1], [3, 4], [4, 3]]) // { kind: 'sampling-adequacy', n: 4, overall: 0.5000… }
 */
export function samplingAdequacy(rows: readonly (readonly number[])[]): Outcome<SamplingAdequacy> {
  return samplingAdequacyFromMoments(crossMomentsOf(rows));
}

const squaresBeside = (row: readonly number[], own: number): number =>
  row.reduce((total, cell, j) => (j === own ? total : total + cell ** 2), 0);
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
