import { seededRandom } from '@zhiheng/stats/random';
import { sameTextKey, type Sample } from './sample.ts';

/**
 * Parts samples into `folds` of about the same size and share of positive ones, in a seeded order; texts that differ in punctuation only
 * stay together, so that no test text was trained on. One number from 0 per sample. Throws RangeError for fewer than two folds.
 * @example stratifiedFolds([{ text: '好', positive: true }, { text: '好！', positive: true }], 2, 1) // [0, 0]
 */
export function stratifiedFolds(samples: readonly Sample[], folds: number, seed: number): number[] {
  if (!(Number.isInteger(folds) && folds >= 2)) throw new RangeError('at least two folds are needed');
  const random = seededRandom(seed);
  const groups = new Map<string, number[]>();
  for (const [i, { text }] of samples.entries()) groups.set(sameTextKey(text), [...(groups.get(sameTextKey(text)) ?? []), i]);
  const order = [...groups.values()].map((members) => ({ members, positive: samples[members[0]!]!.positive, at: random() }));
  order.sort((a, b) => Number(a.positive) - Number(b.positive) || a.at - b.at);
  const result = Array<number>(samples.length).fill(0);
  for (const [position, { members }] of order.entries()) for (const member of members) result[member] = position % folds;
  return result;
}
