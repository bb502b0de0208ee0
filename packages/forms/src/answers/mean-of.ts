/**
 * Arithmetic mean; null of nothing.
 * @example meanOf([1, 2, 6]) // 3
 */
export function meanOf(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/**
 * Σ w x / Σ w; null when nothing has weight.
 * @example weightedMean([{ weight: 3, value: 10 }, { weight: 1, value: 2 }]) // 8
 */
export function weightedMean(parts: readonly { readonly weight: number; readonly value: number }[]): number | null {
  const total = parts.reduce((sum, { weight }) => sum + weight, 0);
  return total > 0 ? parts.reduce((sum, { weight, value }) => sum + weight * value, 0) / total : null;
}
