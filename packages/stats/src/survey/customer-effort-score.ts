import { meanInterval } from '../intervals/mean-interval.ts';
import { wilsonInterval } from '../intervals/wilson-interval.ts';
import { insufficient, type Insufficient, type Interval } from '../result/outcome.ts';

/** How easy customers found it to get their matter settled. */
export interface CustomerEffortScore {
  readonly kind: 'customer-effort-score';
  readonly n: number;
  /** mean agreement with "made it easy", in points of the scale */
  readonly mean: number;
  /** of the mean, by Student's t; null for a single answer */
  readonly meanInterval: Interval | null;
  /** share of answers in the easy part of the scale */
  readonly easyShare: number;
  /** of the share, after Wilson */
  readonly easyInterval: Interval | null;
  readonly confidence: number;
  readonly method: { readonly levels: number; readonly easyMin: number };
}

/**
 * Customer effort score (the second version: agreement with "the company made it easy for me" from 1 to 7) from the counts of the answers
 * 1, 2, …; counts of parts add up. `easyMin` is the lowest answer that counts as easy, 5 of 7 unless said. No answers are insufficient.
 * Throws RangeError for negative or broken counts and an `easyMin` outside the scale.
 * Sources: Dixon, Freeman, Toman (2010), Harvard Business Review 88(7/8), 116–122; Dixon, Toman, DeLisi (2013), The Effortless Experience.
 * @example customerEffortScore([0, 0, 1, 1, 2, 4, 2]) // { n: 10, mean: 5.5, easyShare: 0.8, easyInterval: [0.4901…, 0.9433…] }
 */
export function customerEffortScore(
  counts: readonly number[],
  { easyMin = 5, confidence = 0.95 }: { readonly easyMin?: number; readonly confidence?: number } = {},
): CustomerEffortScore | Insufficient {
  if (!counts.every((count) => Number.isInteger(count) && count >= 0)) throw new RangeError('counts must be whole and not negative');
  if (!(easyMin >= 1 && easyMin <= counts.length)) throw new RangeError(`the easy part begins outside the scale: ${easyMin}`);
  const n = weighted(counts, () => 1);
  if (n === 0) return insufficient(0, 1);
  const sum = weighted(counts, (answer) => answer);
  const easy = weighted(counts, (answer) => (answer >= easyMin ? 1 : 0));
  return {
    kind: 'customer-effort-score',
    n,
    mean: sum / n,
    meanInterval: meanInterval({ n, sum, squares: weighted(counts, (answer) => answer * answer) }, confidence),
    easyShare: easy / n,
    easyInterval: wilsonInterval(easy, n, confidence),
    confidence,
    method: { levels: counts.length, easyMin },
  };
}

const weighted = (counts: readonly number[], weight: (answer: number) => number): number =>
  counts.reduce((sum, count, index) => sum + count * weight(index + 1), 0);

/**
 * How often each answer from 1 to `levels` was given, 7 levels unless said. Throws RangeError for an answer outside the scale.
 * @example answerCountsOf([1, 7, 7]) // [1, 0, 0, 0, 0, 0, 2]
 */
export function answerCountsOf(answers: ArrayLike<number>, { levels = 7 }: { readonly levels?: number } = {}): number[] {
  const counts = Array<number>(levels).fill(0);
  for (let i = 0; i < answers.length; i++) {
    const index = answers[i]! - 1;
    if (counts[index] === undefined) throw new RangeError(`the scale has no answer ${answers[i]}`);
    counts[index] += 1;
  }
  return counts;
}
