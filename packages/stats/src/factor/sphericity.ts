import { chiSquareUpper } from '../distribution/chi-square.ts';
import { logDeterminant } from '../matrix/decompositions.ts';
import { correlationOf, crossMomentsOf, type CrossMoments } from '../moments/cross-moments.ts';
import { insufficient, isDetermined, undetermined, type Outcome } from '../result/outcome.ts';
import { isSingular } from './is-singular.ts';

/** Test that items are uncorrelated in the population. */
export interface Sphericity {
  readonly kind: 'sphericity';
  readonly n: number;
  readonly items: number;
  readonly logDeterminant: number;
  readonly chiSquare: number;
  readonly df: number;
  readonly p: number;
}

/**
 * Bartlett's test of sphericity from cross-moments: χ² = −((n − 1) − (2p + 5)/6) · ln|R| with p(p − 1)/2 degrees of freedom for p items.
 * No more observations than items are insufficient; a constant item or linearly dependent items leave it undetermined. Source:
 * Bartlett (1951), Biometrika 38, 337–344. Throws RangeError for fewer than two items.
 * @example sphericityFromMoments({ n: 100, origin: [0, 0], sums: [0, 0], products: [[100, 50], [50, 100]] }) // { n: 100, chiSquare: 28.0490…, df: 1, logDeterminant: -0.2876… }
 */
export function sphericityFromMoments(moments: CrossMoments): Outcome<Sphericity> {
  const { n } = moments;
  const items = moments.sums.length;
  if (n === 0) return insufficient(0, 3);
  if (items < 2) throw new RangeError(`sphericity is of at least two items: ${items}`);
  if (n <= items) return insufficient(n, items + 1);
  const correlation = correlationOf(moments);
  if (!isDetermined(correlation)) return correlation;
  const logarithm = isSingular(correlation.matrix) ? null : logDeterminant(correlation.matrix);
  if (logarithm === null) return undetermined(n, 'singular');
  const chiSquare = Math.max(0, -(n - 1 - (2 * items + 5) / 6) * logarithm);
  const df = (items * (items - 1)) / 2;
  return { kind: 'sphericity', n, items, logDeterminant: logarithm, chiSquare, df, p: chiSquareUpper(chiSquare, df) };
}

/**
 * Bartlett's test of sphericity of complete rows, one column per item, see `sphericityFromMoments`.
 * @example sphericity([[1, 2], [2, 1]]) // { kind: 'insufficient', n: 2, needed: 3 }
 */
export function sphericity(rows: readonly (readonly number[])[]): Outcome<Sphericity> {
  return sphericityFromMoments(crossMomentsOf(rows));
}
