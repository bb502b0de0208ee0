import { expect, it } from 'vitest';
import { percentileInterval } from '../intervals/index.ts';
import { normalDeviate, seededRandom } from '../random/index.ts';
import { resampledMoments } from './index.ts';

const random = seededRandom(4);
const rows = Array.from({ length: 200 }, () => [normalDeviate(random)]);
const drawn = (seed: number) => [...resampledMoments(rows, { seed, resamples: 800 })];

// The mean of n values has the standard error s/√n: here 1.96/√200 = 0.139 to either side.
it('means of resamples spread as theory says', () => {
  const interval = percentileInterval(drawn(1).map(({ n, origin, sums }) => (origin[0] ?? 0) + (sums[0] ?? 0) / n));
  expect(interval[1] - interval[0]).toBeCloseTo(2 * 0.139, 1);
});
it('the same seed draws the same rows, another one others; each resample has as many rows as there are', () => {
  expect(drawn(1)).toEqual(drawn(1));
  expect(drawn(2)).not.toEqual(drawn(1));
  expect(new Set(drawn(1).map(({ n }) => n))).toEqual(new Set([200]));
});
it('an interval needs estimates and a confidence', () => {
  expect(percentileInterval([1, 2, 3, 4, 5], 0.5)).toEqual([2, 4]);
  expect(() => percentileInterval([])).toThrow(RangeError);
  expect(() => percentileInterval([1, 2], 2)).toThrow(RangeError);
});
