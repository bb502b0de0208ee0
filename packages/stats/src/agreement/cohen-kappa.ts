import { normalQuantile, normalUpper } from '../distribution/normal.ts';
import { insufficient, undetermined, type Interval, type Outcome } from '../result/outcome.ts';
import { requireFinite } from '../result/require-finite.ts';

/** How much a disagreement counts as agreement, by its distance on the scale of K levels: none at all, 1 − |i − j|/(K − 1), 1 − (i − j)²/(K − 1)². */
export type KappaWeights = 'unweighted' | 'linear' | 'quadratic';

/** Agreement of two raters beyond chance. */
export interface CohenKappa {
  readonly kind: 'cohen-kappa';
  readonly n: number;
  readonly kappa: number;
  /** weighted share of agreement, observed and by chance */
  readonly observed: number;
  readonly expected: number;
  /** large-sample interval by the standard error that does not assume kappa 0 */
  readonly interval: Interval;
  /** test of kappa = 0; null where its standard error is 0, because one rater never varies */
  readonly test: { readonly z: number; readonly p: number } | null;
  readonly confidence: number;
  readonly method: { readonly weights: KappaWeights };
}

/**
 * Cohen's kappa κ = (pₒ − pₑ)/(1 − pₑ) from a cross table of two raters, weighted by the distance between ordered levels if wanted. No
 * rating: insufficient; both raters always in one and the same level: undetermined. Throws RangeError for a table that is not square or
 * holds a negative count.
 * Sources: Cohen (1960), Educational and Psychological Measurement 20, 37–46; Cohen (1968), Psychological Bulletin 70, 213–220; standard
 * errors: Fleiss, Cohen and Everitt (1969), Psychological Bulletin 72, 323–327.
 * @example cohenKappa([[20, 5], [10, 15]]) // { kappa: 0.4…, observed: 0.7, expected: 0.5, n: 50 }
 * @example cohenKappa([[11, 3, 0], [2, 9, 4], [0, 1, 10]], { weights: 'quadratic' }) // { kappa: 0.8082…, test: { z: 5.1559… } }
 */
export function cohenKappa(
  table: readonly (readonly number[])[],
  { weights = 'unweighted', confidence = 0.95 }: { readonly weights?: KappaWeights; readonly confidence?: number } = {},
): Outcome<CohenKappa> {
  requireSquare(table);
  const n = sum(table.map(sum));
  if (n === 0) return insufficient(0, 1);
  const shares = table.map((row) => row.map((count) => count / n));
  const rows = shares.map(sum);
  const columns = shares.map((_, j) => sum(shares.map((row) => row[j]!)));
  const weight = agreementWeights(table.length, weights);
  const total = (cell: (i: number, j: number) => number): number => sum(rows.map((_, i) => sum(rows.map((__, j) => cell(i, j)))));
  const observed = total((i, j) => weight[i]![j]! * shares[i]![j]!);
  const expected = total((i, j) => weight[i]![j]! * rows[i]! * columns[j]!);
  const chance = 1 - expected;
  if (chance <= rounding) return undetermined(n, 'constant');
  const kappa = (observed - expected) / chance;
  const rowWeights = weight.map((row) => sum(row.map((w, j) => w * columns[j]!)));
  const columnWeights = weight.map((_, j) => sum(weight.map((row, i) => row[j]! * rows[i]!)));
  const marginal = (i: number, j: number) => rowWeights[i]! + columnWeights[j]!;
  const spread = total((i, j) => shares[i]![j]! * (weight[i]![j]! * chance - marginal(i, j) * (1 - observed)) ** 2);
  const nullSpread = total((i, j) => rows[i]! * columns[j]! * (weight[i]![j]! - marginal(i, j)) ** 2) - expected ** 2;
  const error = Math.sqrt(Math.max(0, spread - (observed * expected - 2 * expected + observed) ** 2) / n) / chance ** 2;
  const half = normalQuantile(1 - (1 - confidence) / 2) * error;
  const z = nullSpread <= rounding ? null : (kappa * chance) / Math.sqrt(nullSpread / n);
  return {
    kind: 'cohen-kappa',
    n,
    kappa,
    observed,
    expected,
    interval: [Math.max(-1, kappa - half), Math.min(1, kappa + half)],
    test: z === null ? null : { z, p: 2 * normalUpper(Math.abs(z)) },
    confidence,
    method: { weights },
  };
}

/** What is left of a variance by rounding when it is 0. */
const rounding = 1e-12;

/**
 * Weights of agreement between K ordered levels: 1 on the diagonal.
 * @example agreementWeights(3, 'linear') // [[1, 0.5, 0], [0.5, 1, 0.5], [0, 0.5, 1]]
 */
export function agreementWeights(levels: number, weights: KappaWeights): number[][] {
  const weightAt = (distance: number): number => {
    if (distance === 0) return 1;
    if (weights === 'unweighted') return 0;
    return weights === 'linear' ? 1 - distance / (levels - 1) : 1 - (distance / (levels - 1)) ** 2;
  };
  return Array.from({ length: levels }, (_, i) => Array.from({ length: levels }, (__, j) => weightAt(Math.abs(i - j))));
}

function requireSquare(table: readonly (readonly number[])[]): void {
  for (const row of table) {
    requireFinite(row, 'counts');
    if (row.length !== table.length || row.some((count) => count < 0))
      throw new RangeError('an agreement table is square and holds counts');
  }
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
