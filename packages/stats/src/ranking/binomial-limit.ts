import { betaCdf } from '../distribution/beta.ts';
import { requireShare } from '../result/require-finite.ts';

/** P(X ≤ x) of a binomial count. */
function binomialCdf(x: number, n: number, share: number): number {
  if (x < 0) return 0;
  return x >= n ? 1 : 1 - betaCdf(share, x + 1, n - x);
}

/**
 * The share of n below which a binomial share lies with probability `p`, made continuous in n and p by interpolation between counts:
 * (r − a)/n with r the smallest count of F(r) ≥ p and a = (F(r) − p)/(F(r) − F(r − 1)). Lies within 0..1. Throws RangeError for n < 1 or
 * shares outside 0..1. Source: Spiegelhalter (2005), Statistics in Medicine 24, 1185–1202, appendix A.1.1.
 * @example binomialLimit(0.975, 100, 0.3) // 0.38691…
 */
export function binomialLimit(p: number, n: number, share: number): number {
  requireShare(p, 'probability');
  requireShare(share, 'share');
  if (!(Number.isInteger(n) && n >= 1)) throw new RangeError(`a sample has a whole number of units: ${n}`);
  if (share === 0 || share === 1) return share;
  if (p === 0 || p === 1) return p;
  const r = smallestCount(p, n, share);
  const [at, before] = [binomialCdf(r, n, share), binomialCdf(r - 1, n, share)];
  return Math.min(1, Math.max(0, (r - (at - p) / (at - before)) / n));
}

/** The smallest r with F(r) ≥ p, by bisection over the counts. */
function smallestCount(p: number, n: number, share: number): number {
  let [low, high] = [-1, n];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (binomialCdf(middle, n, share) >= p) high = middle;
    else low = middle;
  }
  return high;
}
