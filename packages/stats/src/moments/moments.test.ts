import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { completeRows } from './complete-rows.ts';
import { addCrossMoments, correlationOf, covarianceOf, crossMomentsOf, meansOf, selectItems } from './cross-moments.ts';
import { addMoments, meanOf, momentsOf, varianceOf } from './moments.ts';
import { addPairCounts, pairCountsOf, pairTable } from './pair-counts.ts';
import { addPairwiseMoments, pairwiseCorrelationOf, pairwiseMomentsOf, rescaledPairwiseMoments } from './pairwise-moments.ts';

const answer = fc.integer({ min: 1, max: 7 });
const rowsOf = <T>(cell: fc.Arbitrary<T>, items: number) =>
  fc.array(fc.array(cell, { minLength: items, maxLength: items }), { maxLength: 30 });
const gappy = fc.option(answer, { nil: null, freq: 3 });

/** Anscombe (1973), The American Statistician 27, 17–21, first set. */
const anscombe = [
  [10, 8.04],
  [8, 6.95],
  [13, 7.58],
  [9, 8.81],
  [11, 8.33],
  [14, 9.96],
  [6, 7.24],
  [4, 4.26],
  [12, 10.84],
  [7, 4.82],
  [5, 5.68],
] as const;

describe('moments', () => {
  it('add up over any split', () => {
    fc.assert(
      fc.property(fc.array(answer), fc.array(answer), (a, b) => {
        expect(addMoments(momentsOf(a), momentsOf(b))).toEqual(momentsOf([...a, ...b]));
      }),
    );
  });
  it('have no mean without and no variance with less than two observations', () => {
    expect([meanOf(momentsOf([])), varianceOf(momentsOf([3]))]).toEqual([null, null]);
    expect(varianceOf({ n: 3, sum: 6, squares: 14 })).toBe(1);
  });
  it('never have a negative variance by rounding', () => expect(varianceOf(momentsOf([0.1, 0.1, 0.1]))).toBeGreaterThanOrEqual(0));
  it('refuse NaN', () => expect(() => momentsOf([NaN])).toThrow(RangeError));
});

describe('cross-moments', () => {
  // Python 3.13, numpy 2.4.6: np.cov, np.corrcoef; Anscombe's paper says 0.816.
  it('give the covariance and correlation of Anscombe’s first set', () => {
    const moments = crossMomentsOf(anscombe);
    const [[vx = 0, cxy = 0] = [], [, vy = 0] = []] = covarianceOf(moments);
    expect([vx, cxy, vy].map((value) => value.toFixed(6))).toEqual(['11.000000', '5.501000', '4.127269']);
    const found = correlationOf(moments);
    expect(found.kind === 'correlation-matrix' && found.matrix[0]![1]).toBeCloseTo(0.81642051634484, 13);
    expect(meansOf(moments)[1]).toBeCloseTo(7.500909, 6);
  });

  it('lose no digits to a large offset', () => {
    const shifted = crossMomentsOf(anscombe.map(([x, y]) => [x + 1e9, y]));
    const found = correlationOf(shifted);
    expect(found.kind === 'correlation-matrix' && found.matrix[0]![1]).toBeCloseTo(0.81642051634484, 13);
  });

  it('add up over any split', () => {
    fc.assert(
      fc.property(rowsOf(answer, 3), rowsOf(answer, 3), (a, b) => {
        const together = crossMomentsOf([...a, ...b]);
        const added = addCrossMoments(crossMomentsOf(a), crossMomentsOf(b));
        expect(added.n).toBe(together.n);
        meansOf(together).forEach((mean, i) => expect(meansOf(added)[i]).toBeCloseTo(mean, 10));
        if (together.n < 2) return;
        covarianceOf(together).forEach((row, i) => row.forEach((value, j) => expect(covarianceOf(added)[i]![j]).toBeCloseTo(value, 10)));
      }),
    );
  });

  it('of some items are those of their columns', () => {
    const rows = [
      [1, 5, 2],
      [4, 4, 1],
      [2, 2, 7],
    ];
    expect(selectItems(crossMomentsOf(rows), [2, 0])).toEqual(crossMomentsOf(rows.map((row) => [row[2]!, row[0]!])));
    expect(() => selectItems(crossMomentsOf(rows), [3])).toThrow(RangeError);
  });

  it('say what they cannot tell', () => {
    expect(correlationOf(crossMomentsOf([[1, 2]]))).toEqual({ kind: 'insufficient', n: 1, needed: 2 });
    expect(
      correlationOf(
        crossMomentsOf([
          [0.1, 1],
          [0.1, 2],
          [0.1, 3],
        ]),
      ),
    ).toEqual({ kind: 'undetermined', n: 3, reason: 'constant', columns: [0] });
    expect(() => covarianceOf(crossMomentsOf([]))).toThrow(RangeError);
    expect(() => addCrossMoments(crossMomentsOf([[1]]), crossMomentsOf([[1, 2]]))).toThrow(RangeError);
    expect(() => crossMomentsOf([[1, 2], [3]])).toThrow(RangeError);
  });
});

describe('pairwise moments', () => {
  it('are, without gaps, those of complete rows', () => {
    fc.assert(
      fc.property(rowsOf(answer, 3), (rows) => {
        const complete = correlationOf(crossMomentsOf(rows));
        const pairwise = pairwiseCorrelationOf(pairwiseMomentsOf(rows, { items: 3, origin: [4, 4, 4] }));
        if (complete.kind !== 'correlation-matrix') expect(pairwise.kind).toBe(complete.kind);
        else
          complete.matrix.forEach((row, i) =>
            row.forEach((r, j) => expect(pairwise.kind === 'correlation-matrix' && pairwise.matrix[i]![j]).toBeCloseTo(r, 10)),
          );
      }),
    );
  });
  it('take for each pair the rows that have both', () => {
    const rows = [...anscombe.map(([x, y]) => [x, y]), [99, null], [null, -99]];
    const found = pairwiseCorrelationOf(pairwiseMomentsOf(rows, { items: 2 }));
    expect(found).toMatchObject({ kind: 'correlation-matrix', n: 11 });
    expect(found.kind === 'correlation-matrix' && found.matrix[1]![0]).toBeCloseTo(0.81642051634484, 12);
  });
  it('add up over any split', () => {
    fc.assert(
      fc.property(rowsOf(gappy, 3), rowsOf(gappy, 3), (a, b) => {
        const added = addPairwiseMoments(pairwiseMomentsOf(a, { items: 3 }), pairwiseMomentsOf(b, { items: 3 }));
        expect(added).toEqual(pairwiseMomentsOf([...a, ...b], { items: 3 }));
      }),
    );
  });
  it('say which item is constant and where rows are too few', () => {
    expect(
      pairwiseCorrelationOf(
        pairwiseMomentsOf(
          [
            [1, 2],
            [2, 2],
          ],
          { items: 2 },
        ),
      ),
    ).toMatchObject({ reason: 'constant', columns: [1] });
    expect(
      pairwiseCorrelationOf(
        pairwiseMomentsOf(
          [
            [1, 2],
            [2, null],
          ],
          { items: 2 },
        ),
      ),
    ).toEqual({ kind: 'insufficient', n: 1, needed: 2 });
  });
});

describe('pair counts', () => {
  const spec = { items: 3, levels: [1, 2, 3, 4, 5, 6, 7] };
  it('add up over any split', () => {
    fc.assert(
      fc.property(rowsOf(gappy, 3), rowsOf(gappy, 3), (a, b) => {
        expect(addPairCounts(pairCountsOf(a, spec), pairCountsOf(b, spec))).toEqual(pairCountsOf([...a, ...b], spec));
      }),
    );
  });
  it('of a pair count the rows that have both, in either order of items', () => {
    const counts = pairCountsOf(
      [
        [1, 2, 3],
        [1, null, 3],
        [2, 2, 1],
      ],
      { items: 3, levels: [1, 2, 3] },
    );
    expect(pairTable(counts, 0, 2)).toEqual([
      [0, 0, 2],
      [1, 0, 0],
      [0, 0, 0],
    ]);
    expect(pairTable(counts, 2, 1)).toEqual([
      [0, 1, 0],
      [0, 0, 0],
      [0, 1, 0],
    ]);
    expect(counts.singles[1]).toEqual([0, 2, 0]);
    expect(() => pairTable(counts, 1, 1)).toThrow(RangeError);
  });
  it('refuse an answer outside the scale', () => expect(() => pairCountsOf([[1, 2, 9]], spec)).toThrow(RangeError));
});

describe('complete rows', () => {
  it('are what listwise deletion leaves', () =>
    expect(
      completeRows([
        [1, null],
        [2, 3],
      ]),
    ).toEqual([[2, 3]]));
});

describe('moments of items on scales of their own', () => {
  it('are those of the answers brought to 0 to 1', () => {
    const rows = [
      [1, 10],
      [4, 3],
      [5, null],
      [2, 7],
    ];
    const scales = [
      { min: 1, max: 5 },
      { min: 0, max: 10 },
    ];
    const unit = rows.map((row) =>
      row.map((value, i) => (value === null ? null : (value - scales[i]!.min) / (scales[i]!.max - scales[i]!.min))),
    );
    const direct = pairwiseMomentsOf(unit, { items: 2 });
    for (const origin of [
      [0, 0],
      [3, 5],
    ]) {
      const rescaled = rescaledPairwiseMoments(pairwiseMomentsOf(rows, { items: 2, origin }), scales);
      for (const part of ['sums', 'squares', 'products'] as const)
        expect(rescaled[part].flat()).toEqual(direct[part].flat().map((value) => expect.closeTo(value, 12) as number));
    }
    expect(() => rescaledPairwiseMoments(direct, [{ min: 0, max: 1 }])).toThrow(RangeError);
    expect(() => rescaledPairwiseMoments(direct, [scales[0]!, { min: 1, max: 1 }])).toThrow(RangeError);
  });
});
