import { normalUpper } from '../distribution/normal.ts';
import { insufficient, isDetermined, undetermined, type Outcome } from '../result/outcome.ts';
import { requireTable } from '../result/require-finite.ts';
import { agreementTable, levelsOf, type Category } from './agreement-table.ts';
import { cohenKappa } from './cohen-kappa.ts';

/** Agreement of several raters beyond chance. */
export interface FleissKappa {
  readonly kind: 'fleiss-kappa';
  /** subjects */
  readonly n: number;
  readonly raters: number;
  readonly kappa: number;
  /** mean share of agreeing pairs of raters, observed and by chance */
  readonly observed: number;
  readonly expected: number;
  /** test of kappa = 0 */
  readonly test: { readonly z: number; readonly p: number };
}

/**
 * Fleiss' kappa from counts: row = subject, column = category, every subject rated by the same number of raters, who need not be the same
 * persons. Fewer than two raters or no subject: insufficient; only one category ever used: undetermined. Throws RangeError for rows with
 * different totals or negative counts. Sources: Fleiss (1971), Psychological Bulletin 76, 378–382; variance: Fleiss, Nee and Landis (1979),
 * Psychological Bulletin 86, 974–977.
 * @example fleissKappa([[3, 0], [1, 2], [0, 3], [2, 1]]) // { n: 4, raters: 3, kappa: 0.3333…, test: { z: 1.1547… } }
 */
export function fleissKappa(counts: readonly (readonly number[])[]): Outcome<FleissKappa> {
  requireTable(counts);
  if (counts.some((row) => row.some((count) => count < 0))) throw new RangeError('counts are not negative');
  const n = counts.length;
  const raters = sum(counts[0] ?? []);
  if (counts.some((row) => sum(row) !== raters)) throw new RangeError('every subject has the same number of ratings');
  if (n === 0) return insufficient(0, 1);
  if (raters < 2) return insufficient(raters, 2);
  const shares = (counts[0] ?? []).map((_, j) => sum(counts.map((row) => row[j]!)) / (n * raters));
  const agreeing = counts.map((row) => sum(row.map((count) => count * (count - 1))) / (raters * (raters - 1)));
  const observed = sum(agreeing) / n;
  const expected = sum(shares.map((p) => p * p));
  const disagreement = sum(shares.map((p) => p * (1 - p)));
  if (shares.includes(1)) return undetermined(n, 'constant');
  const kappa = (observed - expected) / disagreement;
  const skew = sum(shares.map((p) => p * (1 - p) * (1 - 2 * p)));
  const error = Math.sqrt((2 * (disagreement ** 2 - skew)) / (n * raters * (raters - 1))) / disagreement;
  const z = kappa / error;
  return { kind: 'fleiss-kappa', n, raters, kappa, observed, expected, test: { z, p: 2 * normalUpper(Math.abs(z)) } };
}

/** Mean agreement of pairs of raters. */
export interface LightKappa {
  readonly kind: 'light-kappa';
  readonly n: number;
  readonly raters: number;
  readonly kappa: number;
}

/**
 * Light's kappa: the mean of Cohen's unweighted kappa over all pairs of raters. Rows are subjects, columns raters. Fewer than two raters
 * or no subject: insufficient; a pair without a kappa: undetermined, with its columns. Throws RangeError for rows of unequal length.
 * Source: Light (1971), Psychological Bulletin 76, 365–377.
 * @example lightKappa([['a', 'a', 'a'], ['b', 'b', 'a'], ['b', 'b', 'b'], ['a', 'b', 'a']]) // { n: 4, raters: 3, kappa: 0.4… }
 */
export function lightKappa(rows: readonly (readonly Category[])[]): Outcome<LightKappa> {
  const raters = rows[0]?.length ?? 0;
  if (rows.some((row) => row.length !== raters)) throw new RangeError('rows must have the same length');
  if (rows.length === 0) return insufficient(0, 1);
  if (raters < 2) return insufficient(raters, 2);
  const levels = levelsOf(rows);
  const ratingsOf = (rater: number) => rows.map((row) => row[rater]!);
  const kappas: number[] = [];
  for (let i = 0; i < raters; i++) {
    for (let j = i + 1; j < raters; j++) {
      const pair = cohenKappa(agreementTable(ratingsOf(i), ratingsOf(j), levels));
      if (!isDetermined(pair)) return undetermined(rows.length, 'constant', [i, j]);
      kappas.push(pair.kappa);
    }
  }
  return { kind: 'light-kappa', n: rows.length, raters, kappa: sum(kappas) / kappas.length };
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
