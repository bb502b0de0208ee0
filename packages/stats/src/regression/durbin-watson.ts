import { requireFinite } from '../result/require-finite.ts';

/**
 * Durbin–Watson statistic of residuals in order of time: Σ (eₜ − eₜ₋₁)² / Σ eₜ². Near 2 neighbours are independent, towards 0 they are
 * alike, towards 4 opposite. Residuals that are all zero, or none, have none: `null`. Throws RangeError for NaN and infinities.
 * Source: Durbin, Watson (1950), Biometrika 37, 409–428.
 * @example durbinWatson([1, -1, 1, -1]) // 3
 */
export function durbinWatson(residuals: ArrayLike<number>): number | null {
  requireFinite(residuals, 'residuals');
  let squares = 0;
  let steps = 0;
  for (let t = 0; t < residuals.length; t++) {
    squares += residuals[t]! ** 2;
    if (t > 0) steps += (residuals[t]! - residuals[t - 1]!) ** 2;
  }
  return squares === 0 ? null : steps / squares;
}
