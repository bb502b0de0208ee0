import type { SpecificationLimits } from './process-capability.ts';
import { requireFinite } from '../result/require-finite.ts';

/**
 * Observations strictly outside their specification, per million. No values have none: `null`. Throws RangeError for NaN or an infinity.
 * @example millionthsObserved([7, 9, 10, 13], { lower: 8, upper: 12 }) // 500000
 */
export function millionthsObserved(values: ArrayLike<number>, { lower, upper }: SpecificationLimits): number | null {
  requireFinite(values, 'values');
  if (values.length === 0) return null;
  let outside = 0;
  for (let i = 0; i < values.length; i++) if (values[i]! < (lower ?? -Infinity) || values[i]! > (upper ?? Infinity)) outside += 1;
  return (1e6 * outside) / values.length;
}
