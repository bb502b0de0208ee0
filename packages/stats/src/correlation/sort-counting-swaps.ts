/**
 * The values in ascending order, and how many exchanges of neighbours that takes: the number of pairs in wrong order. Merging from
 * below, n log n steps; equal values are in right order. Source: Knight (1966), JASA 61, 436–439.
 * @example sortCountingSwaps([3, 1, 2]).swaps // 2
 */
export function sortCountingSwaps(values: ArrayLike<number>): { readonly sorted: Float64Array; readonly swaps: number } {
  let swaps = 0;
  let from = Float64Array.from(values);
  let to = new Float64Array(values.length);
  for (let width = 1; width < values.length; width *= 2) {
    for (let start = 0; start < values.length; start += 2 * width) swaps += merge(from, to, { start, width });
    [from, to] = [to, from];
  }
  return { sorted: from, swaps };
}

/** Merges two neighbouring sorted runs of `width` from `start` on; a value taken from the right passes all that wait on the left. */
function merge(from: Float64Array, to: Float64Array, { start, width }: { readonly start: number; readonly width: number }): number {
  const middle = Math.min(start + width, from.length);
  const end = Math.min(middle + width, from.length);
  let swaps = 0;
  let left = start;
  let right = middle;
  for (let place = start; place < end; place++) {
    if (right >= end || (left < middle && from[left]! <= from[right]!)) to[place] = from[left++]!;
    else {
      swaps += middle - left;
      to[place] = from[right++]!;
    }
  }
  return swaps;
}
