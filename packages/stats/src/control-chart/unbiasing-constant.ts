/** Coefficients in 1/x of Γ(x + ½) / (Γ(x) √x). Source: Tricomi and Erdélyi (1951), Pacific Journal of Mathematics 1, 133–142. */
const series = [1, -1 / 8, 1 / 128, 5 / 1024, -21 / 32_768, -399 / 262_144, 869 / 4_194_304] as const;

/** From here on the series is exact to rounding. */
const far = 50;

/**
 * c4 = E s / σ = √(2/(n − 1)) Γ(n/2) / Γ((n − 1)/2): the share of σ that the sample standard deviation s of n normal observations
 * (with n − 1) shows on average. n need not be whole, so that pooled degrees of freedom + 1 can be given. Relative error below 1e-14.
 * Throws RangeError unless n > 1.
 * @example unbiasingConstant(5) // 0.9399856029…
 * @example unbiasingConstant(2) // 0.7978845608…
 */
export function unbiasingConstant(n: number): number {
  if (!(n > 1 && Number.isFinite(n))) throw new RangeError(`c4 needs more than one observation: ${n}`);
  let x = (n - 1) / 2;
  const first = x;
  // Γ(x + ½)/Γ(x) from Γ(x + 1 + ½)/Γ(x + 1), until x is large
  let ratio = 1;
  for (; x < far; x++) ratio *= x / (x + 0.5);
  const asymptotic = series.reduceRight((sum, coefficient) => sum / x + coefficient, 0);
  return ratio * asymptotic * Math.sqrt(x / first);
}
