import { describe, expect, it } from 'vitest';
import { searchWithinBorders, type Curve } from './uniqueness-search.ts';

const bowl =
  (centre: readonly number[]) =>
  (point: readonly number[]): Curve => ({
    value: point.reduce((sum, x, i) => sum + (x - centre[i]!) ** 2, 0) / 2 + (point[0]! - centre[0]!) * (point[1]! - centre[1]!) * 0.5,
    gradient: [point[0]! - centre[0]! + (point[1]! - centre[1]!) / 2, point[1]! - centre[1]! + (point[0]! - centre[0]!) / 2],
    hessian: () => [
      [1, 0.5],
      [0.5, 1],
    ],
    safeHessian: () => [
      [1, 0],
      [0, 1],
    ],
  });

describe('search within borders', () => {
  it('finds an inner minimum in one step', () =>
    expect(searchWithinBorders(bowl([0.3, 0.6]), { start: [0.9, 0.1], low: 0, high: 1 })).toMatchObject({
      point: [expect.closeTo(0.3, 12), expect.closeTo(0.6, 12)],
      steps: 1,
    }));
  // At the border y = 1 the slope of x is (x − 0.3) + (1 − 2)/2, which is 0 at 0.8.
  it('finds the minimum on the border, where the free coordinate moves on', () =>
    expect(searchWithinBorders(bowl([0.3, 2]), { start: [0.5, 0.5], low: 0, high: 1 })?.point).toEqual([expect.closeTo(0.8, 9), 1]));
  it('gets along without a Hessian, and with one that points uphill', () => {
    for (const hessian of [
      () => null,
      () => [
        [-1, 0],
        [0, -1],
      ],
    ])
      expect(
        searchWithinBorders((point) => ({ ...bowl([0.3, 0.6])(point), hessian }), { start: [0.9, 0.1], low: 0, high: 1 })?.point,
      ).toEqual([expect.closeTo(0.3, 6), expect.closeTo(0.6, 6)]);
  });
  it('has no answer where the function does not exist', () =>
    expect(searchWithinBorders(() => null, { start: [0.5], low: 0, high: 1 })).toBeNull());
});
