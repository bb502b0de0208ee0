/** ζ(k) − 1 for k = 2, 3, …. Computed with mpmath at 50 digits. */
const zetaLessOne = [
  0.644934066848226436, 0.202056903159594285, 0.0823232337111381915, 0.0369277551433699263, 0.0173430619844491397, 0.00834927738192282684,
  0.00407735619794433938, 0.00200839282608221442, 0.000994575127818085337, 0.000494188604119464559, 0.000246086553308048299,
  0.000122713347578489147, 0.0000612481350587048293, 0.0000305882363070204936, 0.0000152822594086518717, 7.63719763789976227e-6,
  3.81729326499983986e-6, 1.90821271655393893e-6, 9.53962033872796113e-7, 4.76932986787806463e-7, 2.3845050272773299e-7,
  1.19219925965311073e-7, 5.96081890512594796e-8, 2.98035035146522802e-8, 1.49015548283650412e-8, 7.45071178983542949e-9,
];
const eulerGamma = 0.57721566490153286061;
const halfLogTwoPi = 0.91893853320467274178;
/** B₂ₖ / (2k (2k − 1)): Stirling's series, in powers of 1/x². */
const stirlingTerms = [
  0.083333333333333333333, -0.0027777777777777777778, 0.00079365079365079365079, -0.0005952380952380952381, 0.00084175084175084175084,
  -0.0019175269175269175269, 0.0064102564102564102564, -0.02955065359477124183,
];
/** From here on Stirling's series is exact to the last digits. */
const large = 10;

/**
 * Natural logarithm of the gamma function, x > 0. Relative error below 1e-14, near its zeros at 1 and 2 as well. Throws RangeError
 * for x ≤ 0 and for NaN; infinity stays infinite.
 * Source: Abramowitz, Stegun (1964), 6.1.33 (near 1 and 2), 6.1.41 (large x), 6.1.15 (between).
 * @example logGamma(5) // 3.17805383034…
 */
export function logGamma(x: number): number {
  if (!(x > 0)) throw new RangeError(`the logarithm of gamma needs x > 0: ${x}`);
  if (x < 0.5) return logGammaOnePlus(x) - Math.log(x);
  if (x < 1.5) return logGammaOnePlus(x - 1);
  if (x < 2.5) return Math.log1p(x - 2) + logGammaOnePlus(x - 2);
  if (x >= large) return (x - 0.5) * Math.log(x) - x + halfLogTwoPi + stirlingSeries(x);
  let product = 1;
  let shifted = x;
  for (; shifted >= 2.5; product *= shifted) shifted -= 1;
  return logGamma(shifted) + Math.log(product);
}

/** ln Γ(1 + z) for |z| ≤ 1/2. */
function logGammaOnePlus(z: number): number {
  let sum = 0;
  for (let k = zetaLessOne.length + 1; k >= 2; k--) sum = zetaLessOne[k - 2]! / k - z * sum;
  return -Math.log1p(z) + z * (1 - eulerGamma) + z * z * sum;
}

function stirlingSeries(x: number): number {
  const inverseSquare = 1 / (x * x);
  return stirlingTerms.reduceRight((sum, term) => sum * inverseSquare + term, 0) / x;
}

/**
 * What Stirling's formula leaves of ln Γ(x + 1): ln Γ(x + 1) − (x + ½) ln x + x − ½ ln 2π, x > 0. Kept apart because densities with
 * large parameters need it without the large terms, which cancel there.
 * Source: Loader (2000), Fast and accurate computation of binomial probabilities.
 * @example stirlingError(100) // 0.00083333055563…
 */
export function stirlingError(x: number): number {
  if (x >= large) return stirlingSeries(x);
  return logGamma(x + 1) - (x + 0.5) * Math.log(x) + x - halfLogTwoPi;
}

/**
 * Deviance x ln(x/m) + m − x of x from its mean m, both > 0 (x = 0 gives m), without the cancellation where they are close.
 * Source: Loader (2000), Fast and accurate computation of binomial probabilities.
 * @example devianceFrom(100, 100.001) // 4.999966666e-9…
 */
export function devianceFrom(x: number, mean: number): number {
  if (x === 0) return mean;
  const difference = x - mean;
  if (Math.abs(difference) >= 0.1 * (x + mean)) return x * logRatio(x, mean) - difference;
  const v = difference / (x + mean);
  let sum = difference * v;
  let power = 2 * x * v;
  for (let j = 1; j < 1000; j++) {
    power *= v * v;
    const next = sum + power / (2 * j + 1);
    if (next === sum) break;
    sum = next;
  }
  return sum;
}

/** ln(a/b), also where the quotient leaves the range of a double. */
function logRatio(a: number, b: number): number {
  const ratio = a / b;
  return ratio > 0 && ratio < Infinity ? Math.log(ratio) : Math.log(a) - Math.log(b);
}
