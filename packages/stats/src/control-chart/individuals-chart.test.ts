import { describe, expect, it } from 'vitest';
import { individualsChart, movingRanges, sigmaFromMedianRange } from './index.ts';

// Montgomery (2013), example 6.5: viscosity of aircraft primer paint
const viscosity = [33.75, 33.05, 34.0, 33.81, 33.46, 34.02, 33.68, 33.27, 33.49, 33.2, 33.62, 33.0, 33.54, 33.12, 33.84];

describe('chart of individuals', () => {
  it('the example of the book', () => {
    const found = individualsChart(viscosity);
    expect(found).toMatchObject({ n: 15, beyond: [], movingRange: { beyond: [] } });
    // Python, numpy
    expect(found).toHaveProperty('center', expect.closeTo(33.52333333333333, 12));
    expect(found).toHaveProperty('sigma', expect.closeTo(0.42602194344979033, 12));
    expect(found).toHaveProperty('movingRange.mean', expect.closeTo(0.480714285714286, 12));
    // the book: 34.802, 32.245 (from rounded constants), moving range 1.57
    expect(found).toHaveProperty('limits', [expect.closeTo(32.245, 2), expect.closeTo(34.802, 2)]);
    expect(found).toHaveProperty('movingRange.upper', expect.closeTo(1.57, 2));
  });
  it('the median of the ranges shrugs off a slip', () => {
    // Python: median of |differences| / (sqrt(2) norm.ppf(0.75))
    expect(sigmaFromMedianRange(viscosity)).toBeCloseTo(0.4403103946531609, 12);
    // the two ranges around a slip leave 0.54 and 0.56 in the middle of fourteen
    const slip = viscosity.with(7, 70);
    expect(individualsChart(slip, { sigma: 'median-moving-range' })).toMatchObject({
      sigma: expect.closeTo(0.55 / 0.9538725524089398, 12) as number,
      method: { sigma: 'median-moving-range' },
    });
    expect(individualsChart(slip)).toMatchObject({ movingRange: { beyond: [7, 8] } });
  });
  it('takes typed arrays and leaves them as they are', () => {
    const values = Float64Array.from(viscosity);
    expect(individualsChart(values)).toEqual(individualsChart(viscosity));
    expect([...values]).toEqual(viscosity);
    expect([...movingRanges([3, 5, 1])]).toEqual([2, 4]);
  });
  it('a frozen baseline judges later values, and run rules look along', () => {
    const later = [...viscosity, ...Array.from({ length: 9 }, (_, i) => 34.3 + (i % 2) / 10), 40];
    const found = individualsChart(later, { baseline: 15 });
    expect(found).toHaveProperty('center', expect.closeTo(33.52333333333333, 12));
    expect(found).toHaveProperty('beyond', [24]);
    expect(found).toHaveProperty('signals.rules.1', { rule: 2, code: 'one-side', ends: [22, 23, 24] });
    expect(individualsChart(later, { baseline: 15, ruleSet: 'western-electric', runLength: 7 })).toHaveProperty('signals.rules.3', {
      rule: 4,
      code: 'one-side',
      ends: [20, 21, 22, 23, 24],
    });
  });
  it('a range at its limit is not beyond it', () => {
    expect(individualsChart([0, 2, 1, 1], { rangeFactor: 2 })).toMatchObject({ movingRange: { mean: 1, upper: 2, beyond: [] } });
    expect(individualsChart([0, 2, 1, 1], { rangeFactor: 1.9 })).toMatchObject({ movingRange: { beyond: [1] } });
  });
  it('says what is missing', () => {
    expect(individualsChart([])).toEqual({ kind: 'insufficient', n: 0, needed: 2 });
    expect(individualsChart([4])).toEqual({ kind: 'insufficient', n: 1, needed: 2 });
    expect(individualsChart([4, 4, 4])).toMatchObject({ kind: 'undetermined', reason: 'no-variation' });
    expect(sigmaFromMedianRange([1])).toBeNull();
    expect(() => individualsChart([1, Infinity])).toThrow(RangeError);
  });
});
