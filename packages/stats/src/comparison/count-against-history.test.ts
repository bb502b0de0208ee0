import { describe, expect, it } from 'vitest';
import { seededRandom } from '../random/index.ts';
import { countAgainstHistory } from './index.ts';

const probabilityOf = (count: number, history: readonly number[]): number => {
  const outcome = countAgainstHistory(count, history);
  if (outcome.kind === 'insufficient') throw new Error('enough history');
  return outcome.probability;
};

describe('a count against its own history', () => {
  // scipy 1.17.1: binomtest(x, x + sum(h), 1 / (len(h) + 1), alternative='greater'); where var(h, ddof=1) > mean(h) the larger of it and
  // nbinom.sf(x - 1, k, k / (k + m)), k = m² / (v (W + 1) / W − m)
  it.each([
    [9, [2, 3, 1, 2, 4, 2, 3, 3, 2, 3, 1, 4], 0.0023859028669013264],
    [14, [2, 9, 1, 3, 12, 2, 0, 7, 4, 5, 6, 3], 0.025999089332531658],
    [6, [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0], 2.0717621103300345e-7],
    [40, [20, 22, 19, 25, 18, 21, 24, 20, 21, 19, 23, 22], 0.0003396315435317822],
    [30, [5, 22, 3, 14, 9, 2, 17, 30, 4, 8, 11, 6], 0.04219574924627808],
  ])('%d after %j', (count, history, p) => expect(probabilityOf(count, history as number[]) / p).toBeCloseTo(1, 9));

  it('says nothing of a short history, refuses what is no count, and does not depend on the order', () => {
    expect(countAgainstHistory(9, [1, 2, 3])).toEqual({ kind: 'insufficient', n: 3, needed: 12 });
    expect(() => countAgainstHistory(1.5, [1])).toThrow(RangeError);
    expect(() => countAgainstHistory(1, [-1])).toThrow(RangeError);
    const history = [2, 9, 1, 3, 12, 2, 0, 7, 4, 5, 6, 3];
    expect(probabilityOf(14, history.toReversed())).toBeCloseTo(probabilityOf(14, history), 12);
    expect(probabilityOf(0, history)).toBe(1);
  });

  it('falls as the count grows', () => {
    const history = [2, 9, 1, 3, 12, 2, 0, 7, 4, 5, 6, 3];
    const falling = Array.from({ length: 40 }, (_, count) => probabilityOf(count, history));
    expect(falling.every((each, at) => at === 0 || each <= (falling[at - 1] ?? 0))).toBe(true);
  });

  it('keeps its promise of one in twenty where nothing is different, for plain and for lumpy counts', () => {
    const random = seededRandom(20_261);
    const poisson = (mean: number): number => {
      const left = Math.exp(-mean);
      let count = 0;
      for (let draw = random(); draw > left; draw *= random()) count++;
      return count;
    };
    // a gamma mixture of whole shape 5: variance is mean + mean²/5
    const lumpy = (mean: number): number =>
      poisson((mean / 5) * Array.from({ length: 5 }, () => -Math.log(random())).reduce((sum, each) => sum + each, 0));
    for (const draw of [() => poisson(3), () => poisson(20), () => lumpy(5), () => lumpy(20)]) {
      const runs = Array.from({ length: 2000 }, () => probabilityOf(draw(), Array.from({ length: 26 }, draw)));
      const share = runs.filter((p) => p <= 0.05).length / runs.length;
      // 2,000 runs at 5 %: 95 % within ± 1 point
      expect(share).toBeLessThan(0.065);
      expect(share).toBeGreaterThan(0.01);
    }
  });
});
