/** Coefficients of the Chebyshev expansion, highest order last. Source: Press et al. (2007), Numerical Recipes, 3rd ed., section 6.2.2. */
const coefficients = [
  -1.26551223, 1.00002368, 0.37409196, 0.09678418, -0.18628806, 0.27886807, -1.13520398, 1.48851587, -0.82215223, 0.17087277,
] as const;

/**
 * Probability that a standard normal value exceeds z. Relative error below 2e-7 for every z, so that small probabilities can be
 * compared.
 * @example normalTail(1.959963984540054) // 0.025000…
 */
export function normalTail(z: number): number {
  const x = Math.abs(z) / Math.SQRT2;
  const t = 1 / (1 + x / 2);
  const series = coefficients.reduceRight<number>((sum, coefficient) => sum * t + coefficient, 0);
  const upper = (t * Math.exp(-x * x + series)) / 2;
  return z >= 0 ? upper : 1 - upper;
}
