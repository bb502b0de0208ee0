import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rakingWeights, type Raking } from './raking.ts';

const close = (value: number, digits = 9) => expect.closeTo(value, digits) as number;
const cells = [
  { n: 30, levels: [0, 0] },
  { n: 10, levels: [0, 1] },
  { n: 25, levels: [1, 0] },
  { n: 15, levels: [1, 1] },
  { n: 5, levels: [2, 0] },
  { n: 15, levels: [2, 1] },
];
const margins = [
  [0.3, 0.45, 0.25],
  [0.48, 0.52],
];

describe('raking', () => {
  // numpy 1.24: the weights of least discrimination information with these margins, exp(Xλ) with λ by Newton's method: another road to the same weights.
  it('gives the weights that a minimisation finds', () => {
    const found = rakingWeights(cells, margins) as Raking;
    expect(found.weights).toEqual(
      [0.6643004250063856, 1.0070987249808432, 0.9425971853907993, 1.4290046910153347, 0.9012115230076905, 1.366262825664103].map((w) =>
        close(w),
      ),
    );
    expect(found.effectiveN).toBeCloseTo(92.34854856589544, 8);
    expect(found.designEffect).toBeCloseTo(100 / 92.34854856589544, 10);
  });

  it('meets every margin, with a mean weight of 1 and never more than n', () => {
    const count = fc.integer({ min: 1, max: 50 });
    fc.assert(
      fc.property(
        fc.tuple(count, count, count, count, count, count),
        fc.tuple(count, count, count),
        fc.tuple(count, count),
        (counts, a, b) => {
          const sample = cells.map(({ levels }, i) => ({ n: counts[i]!, levels }));
          const found = rakingWeights(sample, [a, b]) as Raking;
          const shareOf = (m: number, level: number): number =>
            sample.reduce((sum, cell, i) => (cell.levels[m] === level ? sum + cell.n * found.weights[i]! : sum), 0) / found.n;
          const total = (margin: readonly number[]): number => margin.reduce((sum, each) => sum + each, 0);
          expect(a.map((_, level) => shareOf(0, level))).toEqual(a.map((each) => close(each / total(a), 8)));
          expect(b.map((_, level) => shareOf(1, level))).toEqual(b.map((each) => close(each / total(b), 8)));
          expect(found.effectiveN).toBeLessThanOrEqual(found.n + 1e-9);
        },
      ),
    );
  });

  it('leaves a sample that has the margins as it is', () => {
    expect(
      rakingWeights(
        [
          { n: 3, levels: [0] },
          { n: 7, levels: [1] },
        ],
        [[3, 7]],
      ),
    ).toMatchObject({ weights: [close(1), close(1)], effectiveN: close(10), designEffect: close(1) });
  });

  it('says when nobody is there, or nobody of a level that is wanted, or no weights can meet the margins', () => {
    expect(rakingWeights([{ n: 0, levels: [0] }], [[1]])).toEqual({ kind: 'insufficient', n: 0, needed: 1 });
    expect(rakingWeights([{ n: 5, levels: [0] }], [[1, 1]])).toEqual({ kind: 'undetermined', n: 5, reason: 'singular', columns: [0] });
    const crossed = [
      { n: 5, levels: [0, 0] },
      { n: 5, levels: [1, 1] },
    ];
    expect(
      rakingWeights(crossed, [
        [0.5, 0.5],
        [0.3, 0.7],
      ]),
    ).toEqual({ kind: 'undetermined', n: 10, reason: 'not-converged' });
    expect(() => rakingWeights([{ n: 1, levels: [2] }], [[1, 1]])).toThrow(RangeError);
    expect(() => rakingWeights([{ n: 1, levels: [0] }], [[0, 0]])).toThrow(RangeError);
    expect(() => rakingWeights([{ n: 1.5, levels: [0] }], [[1]])).toThrow(RangeError);
  });
});
