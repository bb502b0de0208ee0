import { fUpper } from '../distribution/fisher-f.ts';
import { solve } from '../matrix/decompositions.ts';
import type { CrossMoments } from '../moments/cross-moments.ts';
import { isDetermined, undetermined, type Outcome } from '../result/outcome.ts';
import { dot, leastSquaresOf, type LeastSquares, type Variables } from './least-squares.ts';
import { fitRows } from './row-fit.ts';

/** What each term explains beyond all the others. */
export interface TypeTwoTests {
  readonly kind: 'type-two-tests';
  readonly n: number;
  readonly terms: readonly TypeTwoTerm[];
  readonly residual: { readonly squares: number; readonly df: number };
}

/** One term: the squares that are lost when it is left out, and their F test. */
export interface TypeTwoTerm {
  readonly squares: number;
  readonly df: number;
  readonly statistic: number;
  readonly p: number;
}

/** `terms` groups the predictors (positions from 0), such as the dummies of one category; each is a term of its own unless said. */
export interface TermOptions {
  readonly terms?: readonly (readonly number[])[];
}

/**
 * Type II sums of squares of a regression without interactions: per term what the fit loses when the term is left out. Insufficient and
 * undetermined as `linearRegression`. Throws RangeError for a predictor that is not there, unequal lengths, NaN and infinities.
 * Source: Fox (2016), Applied Regression Analysis and Generalized Linear Models, 3rd ed., section 8.2.
 * @example typeTwoTests([[1], [2], [3], [4]], [1, 3, 3, 5]) // { terms: [{ squares: 7.20000…, df: 1, statistic: 18.0000…, p: 0.05131… }], residual: { squares: 0.80000…, df: 2 } }
 */
export function typeTwoTests(x: readonly (readonly number[])[], y: ArrayLike<number>, options: TermOptions = {}): Outcome<TypeTwoTests> {
  const fit = fitRows(x, y);
  return isDetermined(fit) ? testTerms(fit, options) : fit;
}

/**
 * Type II sums of squares from mergeable sums and cross-products.
 * @example typeTwoTestsFromMoments({ n: 4, origin: [0, 0], sums: [10, 12], products: [[30, 36], [36, 44]] }, { outcome: 1, predictors: [0] }) // { terms: [{ squares: 7.20000… }] }
 */
export function typeTwoTestsFromMoments(moments: CrossMoments, options: Variables & TermOptions): Outcome<TypeTwoTests> {
  const fit = leastSquaresOf(moments, options);
  return isDetermined(fit) ? testTerms(fit, options) : fit;
}

function testTerms(fit: Omit<LeastSquares, 'kind'>, options: TermOptions): Outcome<TypeTwoTests> {
  const { n, coefficients, residualSquares } = fit;
  if (residualSquares === 0) return undetermined(n, 'no-variation');
  const terms = options.terms ?? coefficients.slice(1).map((_, predictor) => [predictor]);
  const residual = { squares: residualSquares, df: n - coefficients.length };
  return {
    kind: 'type-two-tests',
    n,
    terms: terms.map((term) => {
      const squares = squaresOf(fit, term);
      const statistic = squares / term.length / (residual.squares / residual.df);
      return { squares, df: term.length, statistic, p: fUpper(statistic, term.length, residual.df) };
    }),
    residual,
  };
}

/** bᵀ V⁻¹ b of the term's coefficients b with V their part of (XᵀX)⁻¹: exactly what leaving the term out costs. */
function squaresOf({ coefficients, inverse }: Omit<LeastSquares, 'kind'>, term: readonly number[]): number {
  const indexes = term.map((predictor) => predictor + 1);
  if (indexes.length === 0 || indexes.some((index) => index < 1 || coefficients[index] === undefined)) {
    throw new RangeError('a term names predictors that are there');
  }
  const part = indexes.map((index) => coefficients[index]!);
  const solved = solve(
    indexes.map((i) => indexes.map((j) => inverse[i]![j]!)),
    part,
  );
  if (solved === null) throw new RangeError('a term names each predictor once');
  return dot(part, solved);
}
