import { invert } from '../matrix/decompositions.ts';
import { multiply, transpose } from '../matrix/products.ts';
import type { Oblique } from './oblimin.ts';
import { varimax } from './varimax.ts';

type Matrix = readonly (readonly number[])[];

/** Kaiser's normalisation (on unless said) and the power of the target (4 unless said). */
export interface PromaxOptions {
  readonly kaiser?: boolean;
  readonly power?: number;
}

/**
 * Promax rotation: varimax, then the oblique rotation nearest to its loadings x raised to x·|x|^(power − 1), factors of variance 1.
 * Kaiser's normalisation spans both steps. `null` when the loadings are linearly dependent. Source: Hendrickson and White (1964),
 * British Journal of Statistical Psychology 17, 65–70. Throws RangeError for a power below 1.
 * @example promax([[0.8, 0], [0.6, 0], [0, 0.7], [0, 0.5]]) // { pattern: [[0.8000…, 0], [0.6000…, 0], [0, 0.7000…], [0, 0.5000…]], factorCorrelations: [[1, 0], [0, 1]] }
 */
export function promax(loadings: Matrix, { kaiser = true, power = 4 }: PromaxOptions = {}): Oblique | null {
  if (!(power >= 1)) throw new RangeError(`the power of promax is at least 1: ${power}`);
  const lengths = loadings.map((row) => (kaiser ? Math.hypot(...row) || 1 : 1));
  const simple = varimax(
    loadings.map((row, i) => row.map((loading) => loading / lengths[i]!)),
    { kaiser: false },
  );
  const target = simple.map((row) => row.map((loading) => loading * Math.abs(loading) ** (power - 1)));
  const crossProducts = invert(multiply(transpose(simple), simple));
  if (crossProducts === null) return null;
  const rotation = multiply(crossProducts, multiply(transpose(simple), target));
  const spread = invert(multiply(transpose(rotation), rotation));
  if (spread === null) return null;
  const scaled = rotation.map((row) => row.map((cell, factor) => cell * Math.sqrt(spread[factor]![factor]!)));
  const pattern = multiply(simple, scaled).map((row, i) => row.map((loading) => loading * lengths[i]!));
  const factorCorrelations = spread.map((row, a) => row.map((cell, b) => cell / Math.sqrt(spread[a]![a]! * spread[b]![b]!)));
  return { pattern, factorCorrelations };
}
