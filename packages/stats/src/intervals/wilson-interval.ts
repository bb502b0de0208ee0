/** 97.5 % point of the standard normal distribution. */
const z95 = 1.959963984540054;

/**
 * 95 % Wilson score interval of a share.
 * Source: Wilson (1927), JASA 22, 209–212; without continuity correction.
 * n = 0 has no interval: `null`. Throws RangeError when `yes` is outside 0..n.
 * @example wilsonInterval(7906, 12438) // [0.6271…, 0.6440…]
 */
export function wilsonInterval(yes: number, n: number): readonly [number, number] | null {
  if (n === 0) return null;
  if (yes < 0 || yes > n) throw new RangeError('yes must lie between 0 and n');
  const share = yes / n;
  const z2 = z95 * z95;
  const centre = (share + z2 / (2 * n)) / (1 + z2 / n);
  const half = (z95 / (1 + z2 / n)) * Math.sqrt((share * (1 - share)) / n + z2 / (4 * n * n));
  return [Math.max(0, centre - half), Math.min(1, centre + half)];
}
