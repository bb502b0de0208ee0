import { describe, expect, it } from 'vitest';
import { krippendorffInterval } from './krippendorff-interval.ts';

/** Four observers and twelve units (Krippendorff 2011). */
const observers = [
  [1, 1, null, 1], [2, 2, 3, 2], [3, 3, 3, 3], [3, 3, 3, 3], [2, 2, 2, 2], [1, 2, 3, 4],
  [4, 4, 4, 4], [1, 1, 2, 1], [2, 2, 2, 2], [null, 5, 5, 5], [null, null, 1, 1], [null, null, 3, null],
]; // prettier-ignore

describe('the interval of Krippendorff\u2019s alpha', () => {
  // numpy 2 with the algorithm of its own: 40,000 draws of 55 pairs.
  it.each([
    ['nominal', 0.7434210526315788, 0.5938, 0.8717],
    ['ordinal', 0.8153875037548812, 0.6383, 0.9387],
    ['interval', 0.8491071428571428, 0.6953, 0.9536],
  ] as const)('is that of another program on the %s metric', (metric, alpha, low, high) => {
    const found = krippendorffInterval(observers, metric, { seed: 1, resamples: 20_000 });
    if (found.kind !== 'krippendorff-interval') throw new Error(found.kind);
    expect(found).toMatchObject({ n: 40, pairs: 55 });
    expect(found.alpha).toBeCloseTo(alpha, 9);
    expect(Math.abs(found.interval[0] - low)).toBeLessThan(0.012);
    expect(Math.abs(found.interval[1] - high)).toBeLessThan(0.012);
  });

  it('repeats with its seed, and narrows with confidence', () => {
    const ask = (seed: number, confidence = 0.95) => {
      const found = krippendorffInterval(observers, 'nominal', { seed, confidence });
      return found.kind === 'krippendorff-interval' ? found.interval : [NaN, NaN];
    };
    expect(ask(5)).toEqual(ask(5));
    expect(ask(6)).not.toEqual(ask(5));
    expect(ask(5, 0.5)[0]).toBeGreaterThan(ask(5)[0] ?? NaN);
  });

  it('counts draws of a single value as 0, and never goes below \u22121', () => {
    const sure = krippendorffInterval([[1, 1], [2, 2]], 'nominal', { seed: 1 }); // prettier-ignore
    expect(sure).toMatchObject({ alpha: 1, interval: [0, 1] });
    const apart = krippendorffInterval([[1, 9], [9, 1], [1, 9]], 'interval', { seed: 1 }); // prettier-ignore
    expect(apart).toMatchObject({ interval: [expect.any(Number), expect.any(Number)] });
    if (apart.kind === 'krippendorff-interval') expect(apart.interval[0]).toBeGreaterThanOrEqual(-1);
  });

  it('has none where alpha has none', () => {
    expect(krippendorffInterval([[1, null]], 'nominal', { seed: 1 })).toMatchObject({ kind: 'insufficient' });
    expect(krippendorffInterval([[1, 1], [1, 1]], 'nominal', { seed: 1 })).toMatchObject({ kind: 'undetermined' }); // prettier-ignore
  });
});
