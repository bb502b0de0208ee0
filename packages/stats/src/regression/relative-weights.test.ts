import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { crossMomentsOf } from '../moments/index.ts';
import { relativeImportance, relativeWeightsFromMoments } from './index.ts';

/** Motor Trend of 1974, R's mtcars: mpg, cyl, disp, hp, wt. */
const cars = [
  [21, 6, 160, 110, 2.62], [21, 6, 160, 110, 2.875], [22.8, 4, 108, 93, 2.32], [21.4, 6, 258, 110, 3.215],
  [18.7, 8, 360, 175, 3.44], [18.1, 6, 225, 105, 3.46], [14.3, 8, 360, 245, 3.57], [24.4, 4, 146.7, 62, 3.19],
  [22.8, 4, 140.8, 95, 3.15], [19.2, 6, 167.6, 123, 3.44], [17.8, 6, 167.6, 123, 3.44], [16.4, 8, 275.8, 180, 4.07],
  [17.3, 8, 275.8, 180, 3.73], [15.2, 8, 275.8, 180, 3.78], [10.4, 8, 472, 205, 5.25], [10.4, 8, 460, 215, 5.424],
  [14.7, 8, 440, 230, 5.345], [32.4, 4, 78.7, 66, 2.2], [30.4, 4, 75.7, 52, 1.615], [33.9, 4, 71.1, 65, 1.835],
  [21.5, 4, 120.1, 97, 2.465], [15.5, 8, 318, 150, 3.52], [15.2, 8, 304, 150, 3.435], [13.3, 8, 350, 245, 3.84],
  [19.2, 8, 400, 175, 3.845], [27.3, 4, 79, 66, 1.935], [26, 4, 120.3, 91, 2.14], [30.4, 4, 95.1, 113, 1.513],
  [15.8, 8, 351, 264, 3.17], [19.7, 6, 145, 175, 2.77], [15, 8, 301, 335, 3.57], [21.4, 4, 121, 109, 2.78],
]; // prettier-ignore

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

describe('relative weights', () => {
  // As the R package rwa prints them for mpg on cyl, disp, hp and wt (Chan, "Regression methods", its documentation).
  it('agree with the R package rwa on the cars of Motor Trend', () => {
    const found = relativeWeightsFromMoments(crossMomentsOf(cars), { outcome: 0, predictors: [1, 2, 3, 4] });
    if (found.kind !== 'relative-weights') throw new Error(found.kind);
    for (const [i, weight] of [0.2096904, 0.1883043, 0.179959, 0.2706812].entries())
      expect(found.predictors[i]?.weight).toBeCloseTo(weight, 6);
    for (const [i, percent] of [24.70914, 22.18908, 21.2057, 31.89607].entries())
      expect(100 * (found.predictors[i]?.share ?? NaN)).toBeCloseTo(percent, 4);
    expect(found.predictors.every(({ correlation }) => correlation < 0)).toBe(true);
  });

  it('sum to R², are never negative, and stay with their predictors in any order', () => {
    const rows = fc.array(fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 4, maxLength: 4 }), { minLength: 9, maxLength: 25 });
    fc.assert(
      fc.property(rows, (data) => {
        const found = relativeWeightsFromMoments(crossMomentsOf(data), { outcome: 3, predictors: [0, 1, 2] });
        const turned = relativeWeightsFromMoments(crossMomentsOf(data), { outcome: 3, predictors: [2, 0, 1] });
        const whole = relativeImportance(
          data.map((row) => row.slice(0, 3)),
          data.map((row) => row[3]!),
        );
        if (found.kind !== 'relative-weights' || turned.kind !== 'relative-weights' || whole.kind !== 'relative-importance') return;
        expect(found.r2).toBeCloseTo(whole.r2, 8);
        expect(sum(found.predictors.map(({ weight }) => weight))).toBeCloseTo(whole.r2, 8);
        for (const [place, i] of [2, 0, 1].entries()) expect(turned.predictors[place]!.weight).toBeCloseTo(found.predictors[i]!.weight, 8);
        for (const { weight } of found.predictors) expect(weight).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 60 },
    );
  });

  it('name what is collinear, say what is missing, and refuse to have no predictors', () => {
    const twice = cars.map(([mpg = 0, cyl = 0]) => [mpg, cyl, 2 * cyl]);
    const moments = crossMomentsOf(twice);
    expect(relativeWeightsFromMoments(moments, { outcome: 0, predictors: [1, 2] })).toMatchObject({ reason: 'singular', columns: [1] });
    expect(relativeWeightsFromMoments(crossMomentsOf(cars.slice(0, 3)), { outcome: 0, predictors: [1, 2] })).toEqual({
      kind: 'insufficient',
      n: 3,
      needed: 4,
    });
    expect(() => relativeWeightsFromMoments(moments, { outcome: 0, predictors: [] })).toThrow(RangeError);
  });
});
