import { insufficient, undetermined, type Outcome } from '../result/outcome.ts';

/** People who are alike in everything that is weighted by. */
export interface RakedCell {
  readonly n: number;
  /** level (from 0) of each margin */
  readonly levels: readonly number[];
}

/** Weights by which a sample has the margins of those whom it stands for. */
export interface Raking {
  readonly kind: 'raking';
  readonly n: number;
  /** one per cell, of each person in it; their mean over the people is 1 */
  readonly weights: readonly number[];
  /** (Σ w)² / Σ w²: as many unweighted people know as much */
  readonly effectiveN: number;
  /** n / effectiveN */
  readonly designEffect: number;
  readonly rounds: number;
  readonly method: { readonly fitting: 'iterative proportional'; readonly tolerance: number };
}

const tolerance = 1e-12;
const mostRounds = 10_000;

/**
 * Raking: weights of cells so that the weighted shares of every margin are the wanted ones, changed as little as possible. `margins[m][level]` are shares
 * or counts of those whom the sample stands for; each margin is brought to 1. No people are insufficient; a level that is wanted and that nobody in the
 * sample has is named by its margin as undetermined, as are margins that no weights meet. Throws RangeError for negative numbers and levels that are not there.
 * Sources: Deming, Stephan (1940), Annals of Mathematical Statistics 11, 427–444; effective n after Kish (1965), Survey Sampling, 258 ff.
 * @example rakingWeights([{ n: 60, levels: [0] }, { n: 40, levels: [1] }], [[0.5, 0.5]]) // { n: 100, weights: [0.8333…, 1.25], effectiveN: 95.99999999… }
 */
export function rakingWeights(cells: readonly RakedCell[], margins: readonly (readonly number[])[]): Outcome<Raking> {
  requireCells(cells, margins);
  const n = cells.reduce((sum, cell) => sum + cell.n, 0);
  if (n === 0) return insufficient(0, 1);
  const wanted = margins.map((margin) => sharesOf(margin));
  const unheard = [...wanted.keys()].filter((m) =>
    wanted[m]!.some((share, level) => share > 0 && !cells.some((cell) => cell.n > 0 && cell.levels[m] === level)),
  );
  if (unheard.length > 0) return undetermined(n, 'singular', unheard);
  const weights = cells.map(() => 1);
  for (let rounds = 1; rounds <= mostRounds; rounds++) {
    const change = Math.max(0, ...wanted.map((shares, m) => fitMargin({ cells, weights }, m, shares)));
    if (change < tolerance) return summary(cells, weights, rounds);
  }
  return undetermined(n, 'not-converged');
}

interface Fitted {
  readonly cells: readonly RakedCell[];
  /** changed in place */
  readonly weights: number[];
}

/** Brings one margin to its shares; returns how far it was off. */
function fitMargin({ cells, weights }: Fitted, m: number, shares: readonly number[]): number {
  const sums = shares.map(() => 0);
  for (const [c, cell] of cells.entries()) sums[cell.levels[m]!]! += cell.n * weights[c]!;
  const total = sums.reduce((sum, each) => sum + each, 0);
  const factors = shares.map((share, level) => (sums[level] === 0 ? 1 : (share * total) / sums[level]!));
  for (const [c, cell] of cells.entries()) weights[c]! *= factors[cell.levels[m]!]!;
  return Math.max(0, ...shares.map((share, level) => Math.abs(sums[level]! / total - share)));
}

function summary(cells: readonly RakedCell[], raw: readonly number[], rounds: number): Raking {
  const n = cells.reduce((sum, cell) => sum + cell.n, 0);
  const total = cells.reduce((sum, cell, c) => sum + cell.n * raw[c]!, 0);
  const weights = raw.map((weight) => (weight * n) / total);
  const squares = cells.reduce((sum, cell, c) => sum + cell.n * weights[c]! ** 2, 0);
  const effectiveN = n ** 2 / squares;
  return {
    kind: 'raking',
    n,
    weights,
    effectiveN,
    designEffect: n / effectiveN,
    rounds,
    method: { fitting: 'iterative proportional', tolerance },
  };
}

function sharesOf(margin: readonly number[]): number[] {
  const total = margin.reduce((sum, each) => sum + each, 0);
  if (!(margin.every((each) => each >= 0) && total > 0 && Number.isFinite(total)))
    throw new RangeError('a margin must not be negative, and not all zero');
  return margin.map((each) => each / total);
}

function requireCells(cells: readonly RakedCell[], margins: readonly (readonly number[])[]): void {
  for (const { n, levels } of cells) {
    if (!(Number.isInteger(n) && n >= 0)) throw new RangeError(`people are counted in whole numbers: ${n}`);
    if (levels.length !== margins.length || levels.some((level, m) => margins[m]![level] === undefined))
      throw new RangeError(`a cell names levels that the margins do not have: ${levels.join(', ')}`);
  }
}
