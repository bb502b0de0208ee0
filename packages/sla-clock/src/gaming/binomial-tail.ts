/**
 * Probability of at least `k` successes in `n` independent trials with chance `p`, summed term by term from the end that is small.
 * @throws RangeError unless 0 ≤ k ≤ n are whole numbers and p lies in 0..1
 * @example binomialTail(8, { n: 10, p: 0.5 }) // 0.0546875…
 */
export function binomialTail(k: number, { n, p }: { readonly n: number; readonly p: number }): number {
  if (!(Number.isInteger(k) && Number.isInteger(n) && k >= 0 && k <= n)) throw new RangeError('k of n trials, whole numbers');
  if (!(p >= 0 && p <= 1)) throw new RangeError('a chance lies between 0 and 1');
  if (k === 0) return 1;
  if (p === 0 || p === 1) return p;
  return tailOf(k, n, p);
}

const tailOf = (k: number, n: number, p: number): number => (k > n * p ? sumUpwards(k, n, p) : 1 - sumUpwards(n - k + 1, n, 1 - p));

/** P(X ≥ k) for k above the mean, where each term is smaller than the one before. */
function sumUpwards(k: number, n: number, p: number): number {
  let term = Math.exp(logTerm(k, n, p));
  let sum = 0;
  for (let i = k; i <= n && sum + term > sum; i++) {
    sum += term;
    term *= ((n - i) / (i + 1)) * (p / (1 - p));
  }
  return Math.min(1, sum);
}

function logTerm(k: number, n: number, p: number): number {
  let logChoose = 0;
  for (let i = 1; i <= k; i++) logChoose += Math.log((n - k + i) / i);
  return logChoose + k * Math.log(p) + (n - k) * Math.log1p(-p);
}
