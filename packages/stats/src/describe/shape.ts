import { insufficient, undetermined, type Outcome } from '../result/outcome.ts';
import { mean } from './mean.ts';

/** Skewness by the three definitions in use. */
export interface Skewness {
  readonly kind: 'skewness';
  readonly n: number;
  /** m₃ / m₂^(3/2), of the sample as a population (scipy) */
  readonly g1: number;
  /** g₁ √(n(n − 1)) / (n − 2), unbiased for normal values (SAS, SPSS, Excel) */
  readonly G1: number;
  /** m₃ / s³ with the sample standard deviation (Minitab) */
  readonly b1: number;
}

/** Kurtosis above that of the normal distribution, by the three definitions in use. */
export interface ExcessKurtosis {
  readonly kind: 'excess-kurtosis';
  readonly n: number;
  /** m₄ / m₂² − 3, of the sample as a population (scipy) */
  readonly g2: number;
  /** (n − 1)/((n − 2)(n − 3)) · ((n + 1) g₂ + 6), unbiased for normal values (SAS, SPSS, Excel) */
  readonly G2: number;
  /** m₄ / s⁴ − 3 with the sample standard deviation (Minitab) */
  readonly b2: number;
}

/**
 * Skewness: 0 for symmetric values, positive for a long upper tail. Needs three values; equal values have none. Throws RangeError for NaN
 * or an infinity.
 * Source: Joanes, Gill (1998), The Statistician 47, 183–189.
 * @example skewness([1, 2, 6]) // { n: 3, g1: 0.595170064…, G1: 1.457862967…, b1: 0.323969548… }
 */
export function skewness(values: ArrayLike<number>): Outcome<Skewness> {
  const n = values.length;
  if (n < 3) return insufficient(n, 3);
  const { m2, m3 } = centralMoments(values);
  if (m2 === 0) return undetermined(n, 'constant');
  const g1 = m3 / m2 ** 1.5;
  return { kind: 'skewness', n, g1, G1: (g1 * Math.sqrt(n * (n - 1))) / (n - 2), b1: g1 * ((n - 1) / n) ** 1.5 };
}

/**
 * Excess kurtosis: 0 for the normal distribution, positive for heavy tails. Needs four values; equal values have none. Throws RangeError
 * for NaN or an infinity.
 * Source: Joanes, Gill (1998), The Statistician 47, 183–189.
 * @example excessKurtosis([1, 2, 3, 4, 10]) // { n: 5, g2: -0.2119999…, G2: 3.1520000…, b2: -1.21568… }
 */
export function excessKurtosis(values: ArrayLike<number>): Outcome<ExcessKurtosis> {
  const n = values.length;
  if (n < 4) return insufficient(n, 4);
  const { m2, m4 } = centralMoments(values);
  if (m2 === 0) return undetermined(n, 'constant');
  const g2 = m4 / (m2 * m2) - 3;
  const G2 = ((n - 1) / ((n - 2) * (n - 3))) * ((n + 1) * g2 + 6);
  return { kind: 'excess-kurtosis', n, g2, G2, b2: (g2 + 3) * (1 - 1 / n) ** 2 - 3 };
}

/** Means of the powers of the deviations from the mean; deviations within rounding of the mean count as none. */
function centralMoments(values: ArrayLike<number>): { readonly m2: number; readonly m3: number; readonly m4: number } {
  const centre = mean(values);
  const smallest = 1e-14 * Math.abs(centre);
  let [m2, m3, m4] = [0, 0, 0];
  for (let i = 0; i < values.length; i++) {
    const deviation = values[i]! - centre;
    if (Math.abs(deviation) <= smallest) continue;
    m2 += deviation ** 2;
    m3 += deviation ** 3;
    m4 += deviation ** 4;
  }
  return { m2: m2 / values.length, m3: m3 / values.length, m4: m4 / values.length };
}
