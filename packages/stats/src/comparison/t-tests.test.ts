import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMoments, momentsOf } from '../moments/moments.ts';
import {
  pairedTest,
  pairedTestFromMoments,
  standardisedDifference,
  studentTest,
  studentTestFromMoments,
  welchTest,
  welchTestFromMoments,
} from './index.ts';
import { expectClose } from './expect-close.testing.ts';

// Data of the Wikipedia article "Welch's t-test", example 1 in part; answers from scipy 1.17.1, stats.ttest_ind.
const a = [27.5, 21.0, 19.0, 23.6, 17.0, 17.9, 16.9, 20.1, 21.9, 22.6, 23.1, 19.6, 19.0, 21.7, 21.4];
const b = [27.1, 22.0, 20.8, 23.4, 23.4, 23.5, 25.8, 22.0, 24.8, 20.2, 21.9, 22.1, 22.9, 30.5];

describe('two means', () => {
  it('by Welch, as scipy', () => {
    expectClose(welchTest(a, b), {
      kind: 'welch-test',
      n: 29,
      statistic: -2.707777779103321,
      df: 26.952746503270294,
      p: 0.01161619200263083,
      interval: [-4.886730044370594, -0.6732699556294084],
    });
    expectClose(welchTest(a, b, { confidence: 0.9 }), { interval: [-4.52882766695836, -1.0311723330416431] });
  });
  it('by Student, as scipy', () => {
    expectClose(studentTest(a, b), {
      kind: 'student-test',
      df: 27,
      statistic: -2.7049052849140045,
      p: 0.011685638317938488,
      interval: [-4.8887942959143365, -0.6712057040856658],
    });
  });
  // scipy 1.17.1: roots of stats.nct.cdf in the noncentrality
  it('in standard deviations, with an interval', () => {
    expectClose(
      standardisedDifference(a, b),
      { d: -1.0051743876427273, g: -0.9769919281761087, interval: [-1.772657809666556, -0.22129246704330915] },
      1e-8,
    );
  });
});

describe('pairs', () => {
  const x = [125, 115, 130, 140, 140, 115, 140, 125, 140, 135];
  const y = [110, 122, 125, 120, 140, 124, 123, 137, 135, 145];
  // scipy 1.17.1: stats.ttest_rel
  it('by the paired t test, as scipy', () => {
    expectClose(pairedTest(x, y), {
      n: 10,
      df: 9,
      statistic: 0.6362966894762422,
      p: 0.5404255793265436,
      interval: [-6.132461791031217, 10.932461791031217],
      meanDifference: 2.4,
    });
  });
});

describe('t tests', () => {
  const sample = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 3, maxLength: 20 });
  const spread = sample.filter((values) => new Set(values).size > 1);

  it('keep their digits far from zero', () => {
    const far = (values: number[]) => values.map((value) => value + 2 ** 30);
    const quarters = [1, 1.25, 1.75, 2];
    expectClose(welchTest(far(quarters), far([3, 5, 6.5])), { ...welchTest(quarters, [3, 5, 6.5]), samples: undefined }, 1e-6);
  });
  it('do not mind units, and turn the sign when the samples change places', () => {
    fc.assert(
      fc.property(spread, spread, fc.double({ min: 0.01, max: 100, noNaN: true }), (first, second, unit) => {
        const [one, other] = [welchTest(first, second), welchTest(second, first)];
        const scaled = welchTest(
          first.map((value) => value * unit),
          second.map((value) => value * unit),
        );
        if (one.kind !== 'welch-test' || other.kind !== 'welch-test' || scaled.kind !== 'welch-test') throw new Error('undetermined');
        expect(other.statistic).toBeCloseTo(-one.statistic, 10);
        expect(scaled.p).toBeCloseTo(one.p, 10);
        expect(one.interval[0] <= one.difference && one.difference <= one.interval[1]).toBe(true);
      }),
      { numRuns: 50 },
    );
  });
  it('give the same from sums that were added up', () => {
    fc.assert(
      fc.property(spread, spread, fc.nat(20), (first, second, at) => {
        const parts = addMoments(momentsOf(first.slice(0, at)), momentsOf(first.slice(at)));
        expectClose(welchTestFromMoments(parts, momentsOf(second)), welchTest(first, second));
        expectClose(studentTestFromMoments(parts, momentsOf(second)), studentTest(first, second));
        expectClose(pairedTestFromMoments(parts), pairedTest(first, new Float64Array(first.length)));
      }),
      { numRuns: 50 },
    );
  });
  it('say when there is too little, or nothing that varies', () => {
    expect(welchTest([1], [1, 2])).toEqual({ kind: 'insufficient', n: 1, needed: 2 });
    expect(studentTest([], [1, 2])).toEqual({ kind: 'insufficient', n: 0, needed: 1 });
    expect(studentTest([1], [2])).toEqual({ kind: 'insufficient', n: 2, needed: 3 });
    expect(pairedTest([1], [2])).toEqual({ kind: 'insufficient', n: 1, needed: 2 });
    for (const outcome of [welchTest([1, 1], [2, 2]), studentTest([1, 1], [2, 2]), pairedTest([1, 2], [2, 3])]) {
      expect(outcome).toMatchObject({ kind: 'undetermined', reason: 'no-variation' });
    }
    expect(standardisedDifference([1, 1], [2, 2])).toMatchObject({ kind: 'undetermined' });
  });
  it('refuse what is no number', () => {
    expect(() => welchTest([1, NaN], [1, 2])).toThrow(RangeError);
    expect(() => pairedTest([1, 2], [1])).toThrow(RangeError);
    expect(() => studentTest([1, 2], [1, 2], { confidence: 1 })).toThrow(RangeError);
  });
});
