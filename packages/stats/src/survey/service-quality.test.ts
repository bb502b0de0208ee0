import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addCrossMoments, crossMomentsOf } from '../moments/cross-moments.ts';
import { importancePerformanceGrid } from './importance-performance-grid.ts';
import { derivedImportance, importancePerformance, importancePerformanceFromMoments } from './importance-performance.ts';
import { servperf } from './servperf.ts';
import { servqual, servqualFromMoments, type Servqual } from './servqual.ts';

const close = (value: number, digits = 9) => expect.closeTo(value, digits) as number;

/** Five people: four expectations, then four perceptions. */
const answers = [
  [7, 6, 7, 5, 5, 6, 6, 4],
  [6, 6, 5, 5, 6, 4, 5, 5],
  [7, 7, 6, 6, 5, 5, 6, 4],
  [5, 6, 7, 7, 4, 6, 5, 7],
  [6, 7, 7, 6, 6, 5, 5, 6],
];
const dimensions = [
  { name: 'reliability', expectation: [0, 1, 2], perception: [4, 5, 6] },
  { name: 'empathy', expectation: [3], perception: [7] },
];

describe('SERVQUAL', () => {
  const found = servqual(answers, dimensions) as Servqual;

  // Python, scipy 1.17.1: ttest_rel per item, ttest_1samp of the persons' means per dimension.
  it('tests each gap and gives its interval', () => {
    expect(found.items.map(({ gap, t, p }) => [gap, t, p])).toEqual([
      [close(-1), close(-2.23606797749979), close(0.08900934250008567)],
      [close(-1.2), close(-2.449489742783178), close(0.07048399691021992)],
      [close(-1), close(-2.23606797749979), close(0.08900934250008567)],
      [close(-0.6), close(-1.5), close(0.208)],
    ]);
    expect(found.items[1]!.interval).toEqual([close(-2.560174761316511), close(0.16017476131651143)]);
    expect(found.dimensions[0]).toMatchObject({
      t: close(-8.55235974119758),
      p: close(0.0010261831839933266),
      interval: [close(-1.4129502112278558), close(-0.7203831221054775)],
    });
  });

  it('keeps the mean of dimensions apart from the mean of items', () => {
    expect(found.meanOfItems.gap).toBeCloseTo((-1 - 1.2 - 1 - 0.6) / 4, 12);
    expect(found.meanOfDimensions.gap).toBeCloseTo((-3.2 / 3 - 0.6) / 2, 12);
    expect(found).toMatchObject({ weightedGap: null, importanceWeightedGap: null, servperf: { score: close(5.25) } });
  });

  it('weighs by importance: of the dimension, or of the item', () => {
    // Importance 9 for the items of reliability, 3 for empathy: weights ¾ and ¼; items 9, 9, 9, 3 of 30.
    const rows = answers.map((row) => [...row, 9, 3]);
    const weighted = servqual(rows, [
      { ...dimensions[0]!, importance: [8, 8, 8] },
      { ...dimensions[1]!, importance: [9] },
    ]) as Servqual;
    expect(weighted.dimensions.map(({ weight }) => weight)).toEqual([close(0.75), close(0.25)]);
    expect(weighted.weightedGap?.gap).toBeCloseTo((0.75 * -3.2) / 3 - 0.25 * 0.6, 12);
    expect(weighted.importanceWeightedGap?.gap).toBeCloseTo((9 * -3.2 - 3 * 0.6) / 30, 12);
  });

  it('adds up over any split', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5 }), (at) => {
        const moments = addCrossMoments(crossMomentsOf(answers.slice(0, at)), crossMomentsOf(answers.slice(at)));
        const split = servqualFromMoments(moments, dimensions) as Servqual;
        split.items.forEach((item, i) => expect([item.gap, item.t]).toEqual([close(found.items[i]!.gap), close(found.items[i]!.t ?? NaN)]));
      }),
    );
  });

  it('has no test where everybody sees the same gap, whatever rounding leaves', () => {
    const rows = [
      [7.1, 5.3],
      [6.3, 4.5],
      [5.2, 3.4],
    ];
    expect(servqual(rows, [{ name: 'one', expectation: [0], perception: [1] }])).toMatchObject({ items: [{ gap: close(-1.8), t: null }] });
    expect(
      servqual(
        [
          [7.1, 5.3],
          [7.1, 5.3],
        ],
        [{ name: 'one', expectation: [0], perception: [1] }],
      ),
    ).toMatchObject({ items: [{ gap: close(-1.8), standardDeviation: 0, t: null, p: null }] });
  });

  it('needs two people and a sound questionnaire', () => {
    expect(servqual([answers[0]!], dimensions)).toEqual({ kind: 'insufficient', n: 1, needed: 2 });
    expect(() => servqual(answers, [])).toThrow(RangeError);
    expect(() => servqual(answers, [{ name: 'x', expectation: [0], perception: [] }])).toThrow(RangeError);
    expect(() => servqual(answers, [{ name: 'x', expectation: [0], perception: [8] }])).toThrow(RangeError);
  });
});

describe('SERVPERF', () => {
  it('is the perception part of SERVQUAL', () => {
    const alone = servperf(answers, dimensions);
    const both = servqual(answers, dimensions) as Servqual;
    expect(alone).toMatchObject({ overall: both.servperf, items: both.items.map(({ perception }) => ({ score: close(perception) })) });
    expect(servperf([], dimensions)).toMatchObject({ kind: 'insufficient' });
    expect(() => servperf(answers, [{ name: 'x', perception: [99] }])).toThrow(RangeError);
  });
});

describe('importance and performance', () => {
  const points = [
    { importance: 6, performance: 3 },
    { importance: 4, performance: 5 },
    { importance: 6, performance: 5 },
    { importance: 4, performance: 3 },
  ];
  const quadrants = (grid: ReturnType<typeof importancePerformanceGrid>) => grid.points.map(({ quadrant }) => quadrant);

  it('has four quadrants, and what lies on the cross counts as high', () => {
    expect(quadrants(importancePerformanceGrid(points))).toEqual(['concentrate-here', 'possible-overkill', 'keep-up', 'low-priority']);
    // A single attribute lies on its own mean, whatever rounding says.
    expect(quadrants(importancePerformanceGrid([{ importance: 0.1 + 0.2, performance: 0.3 }]))).toEqual(['keep-up']);
    expect(quadrants(importancePerformanceGrid(points, { crosshair: [4, 3] }))).toEqual(Array(4).fill('keep-up'));
  });
  it('cuts at the median where it is asked to', () => {
    const skewed = [...points, { importance: 100, performance: 4 }];
    expect(importancePerformanceGrid(skewed, { crosshair: 'median' })).toMatchObject({
      crosshair: [6, 4],
      method: { crosshair: 'median' },
    });
    expect(() => importancePerformanceGrid([])).toThrow(RangeError);
  });

  // Anscombe's first and second pair share x: numpy.corrcoef 0.81642051634484 and 0.81623650600024.
  it('derives importance from the correlation with overall satisfaction', () => {
    const x = [10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5];
    const first = [8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68];
    const second = [9.14, 8.14, 8.74, 8.77, 9.26, 8.1, 6.13, 3.1, 9.13, 7.26, 4.74];
    const rows = x.map((overall, i) => [first[i]!, second[i]!, overall]);
    const columns = { performance: [0, 1], overall: 2 };
    expect(derivedImportance(crossMomentsOf(rows), columns)).toMatchObject({
      n: 11,
      correlations: [close(0.81642051634484), close(0.81623650600024)],
    });
    // Both performances add to 82.51: both lie on the cross.
    expect(importancePerformance(rows, columns)).toMatchObject({
      stated: null,
      derived: { points: [{ quadrant: 'keep-up' }, { quadrant: 'possible-overkill' }] },
    });
  });
  it('names the column that does not vary', () => {
    const moments = crossMomentsOf([
      [9, 1, 5],
      [8, 2, 5],
      [7, 3, 5],
    ]);
    expect(importancePerformanceFromMoments(moments, { performance: [1], overall: 2 })).toEqual({
      kind: 'undetermined',
      n: 3,
      reason: 'constant',
      columns: [2],
    });
    expect(importancePerformance([[1, 2]], { performance: [0], importance: [1] })).toEqual({ kind: 'insufficient', n: 1, needed: 2 });
    expect(() => importancePerformance([[1, 2]], { performance: [0], importance: [] })).toThrow(RangeError);
  });
});
