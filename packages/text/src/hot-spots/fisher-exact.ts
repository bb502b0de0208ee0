import { logGamma } from '@zhiheng/stats/special';

/** `yes` of `n` counted. */
export interface ShareCount {
  readonly yes: number;
  readonly n: number;
}

/** A term this much smaller than the first no longer changes the sum. */
const negligible = 1e-17;

/**
 * Probability, when both groups have the same share, of at least as many in the first group as were seen, given all the margins:
 * Fisher's exact test, one-sided (hypergeometric upper tail). 1 when nothing was counted. Throws RangeError for counts that
 * are no whole numbers, are negative, or exceed their total.
 * Source: Fisher (1935), The Design of Experiments, chapter 2.
 * @example fisherExactGreater({ yes: 3, n: 4 }, { yes: 1, n: 4 }) // 0.242857…
 */
export function fisherExactGreater(first: ShareCount, second: ShareCount): number {
  for (const { yes, n } of [first, second])
    if (!Number.isInteger(yes) || !Number.isInteger(n) || yes < 0 || yes > n) throw new RangeError('a count lies between 0 and its total');
  const marked = first.yes + second.yes;
  const most = Math.min(marked, first.n);
  if (first.yes <= Math.max(0, marked - second.n)) return 1;
  let ratio = 1;
  let sum = 1;
  for (let k = first.yes; k < most && ratio > negligible; k++) {
    ratio *= ((marked - k) * (first.n - k)) / ((k + 1) * (second.n - marked + k + 1));
    sum += ratio;
  }
  const logTerm = logChoose(first.n, first.yes) + logChoose(second.n, second.yes) - logChoose(first.n + second.n, marked);
  return Math.min(1, Math.exp(logTerm) * sum);
}

/** Logarithm of the number of ways to choose k of n. */
function logChoose(n: number, k: number): number {
  return logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1);
}
