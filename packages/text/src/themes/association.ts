/** Of `n` sentences: how many hold the one word, the other, both. */
export interface JointCount {
  readonly n: number;
  readonly one: number;
  readonly other: number;
  readonly both: number;
}

/**
 * Log-likelihood ratio G² of two words that occur independently, one degree of freedom: 3.84 is exceeded by chance in 1 of 20 cases, 10.83
 * in 1 of 1000. It holds for rare words, where the χ² statistic does not. Signed: negative when the words avoid each other; 0 when one of
 * them is in no sentence or in every. Throws RangeError for counts that cannot be.
 * Source: Dunning (1993), Accurate methods for the statistics of surprise and coincidence, Computational Linguistics 19, 61–74.
 * @example logLikelihoodRatio({ n: 100, one: 20, other: 30, both: 15 }) // 22.467…
 */
export function logLikelihoodRatio({ n, one, other, both }: JointCount): number {
  const cells = [both, one - both, other - both, n - one - other + both];
  if (cells.some((cell) => !(cell >= 0))) throw new RangeError('a part cannot be larger than its whole');
  if (n === 0 || one === 0 || other === 0) return 0;
  const expected = [one * other, one * (n - other), (n - one) * other, (n - one) * (n - other)].map((product) => product / n);
  const ratio = 2 * cells.reduce((sum, cell, i) => sum + (cell === 0 ? 0 : cell * Math.log(cell / expected[i]!)), 0);
  return both * n >= one * other ? Math.max(0, ratio) : -Math.max(0, ratio);
}

/**
 * Normalised pointwise mutual information of two words: 1 when they occur only together, 0 when independent, −1 when never together.
 * A word that is in no sentence tells nothing: 0. Throws RangeError for counts that cannot be.
 * Source: Bouma (2009), Normalized (pointwise) mutual information in collocation extraction, Proceedings of GSCL 2009, 31–40.
 * @example mutualInformation({ n: 100, one: 20, other: 20, both: 20 }) // 1
 * @example mutualInformation({ n: 100, one: 20, other: 30, both: 6 }) // 0
 */
export function mutualInformation({ n, one, other, both }: JointCount): number {
  if (both > Math.min(one, other) || one > n || other > n) throw new RangeError('a part cannot be larger than its whole');
  if (one === 0 || other === 0) return 0;
  if (both === 0) return -1;
  if (both === n) return 1;
  return Math.log((both * n) / (one * other)) / -Math.log(both / n);
}
