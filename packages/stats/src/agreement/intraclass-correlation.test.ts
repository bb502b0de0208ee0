import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addCrossMoments, crossMomentsOf } from '../moments/cross-moments.ts';
import { intraclassCorrelation, intraclassCorrelationFromMoments, type Icc } from './index.ts';

// Shrout and Fleiss (1979), table 2: four judges, six targets
const ratings = [
  [9, 2, 5, 8],
  [6, 1, 3, 2],
  [8, 4, 6, 8],
  [7, 1, 2, 6],
  [10, 5, 6, 9],
  [6, 2, 4, 7],
];
function formsOf(rows: readonly (readonly number[])[]): readonly Icc[] {
  const found = intraclassCorrelation(rows);
  if (found.kind !== 'intraclass-correlation') throw new Error(found.kind);
  return found.forms;
}

describe('intraclass correlation', () => {
  // ibid., table 4
  it('the six forms of the paper', () => {
    const published = { ICC1: 0.17, ICC2: 0.29, ICC3: 0.71, ICC1k: 0.44, ICC2k: 0.62, ICC3k: 0.91 };
    expect(Object.fromEntries(formsOf(ratings).map(({ form, value }) => [form, Math.round(value * 100) / 100]))).toEqual(published);
  });
  // R, psych 2.2.9, ICC(): limits of the same table
  it('intervals and tests', () => {
    const [one, two, three, , twoK] = formsOf(ratings);
    expect(one).toMatchObject({
      df: [5, 18],
      p: expect.closeTo(0.164768808345, 9),
      interval: [expect.closeTo(-0.132932324875, 9), expect.closeTo(0.722560062328, 9)],
    });
    expect(two).toMatchObject({
      f: expect.closeTo(11.0272479564, 8),
      interval: [expect.closeTo(0.0187865133747, 9), expect.closeTo(0.761084369649, 9)],
    });
    expect(three).toMatchObject({
      p: expect.closeTo(0.000134566516484, 12),
      interval: [expect.closeTo(0.342464765034, 9), expect.closeTo(0.945858259955, 9)],
    });
    expect(twoK).toMatchObject({ interval: [expect.closeTo(0.0711368153025, 9), expect.closeTo(0.927232040168, 9)] });
  });
  it('levels of raters matter for agreement, not for consistency', () => {
    const shifted = ratings.map(([a = 0, ...rest]) => [a + 5, ...rest]);
    const [before, after] = [formsOf(ratings), formsOf(shifted)];
    expect(after[2]!.value).toBeCloseTo(before[2]!.value, 12);
    expect(after[1]!.value).toBeLessThan(before[1]!.value);
  });
  it('raters who differ by a constant are perfectly consistent', () => {
    const forms = formsOf([
      [1, 3],
      [2, 4],
      [5, 7],
    ]);
    expect(forms[2]).toMatchObject({ value: 1, f: null, p: 0, interval: [1, 1] });
    expect(forms[1]!.value).toBeLessThan(1);
    expect(forms[1]!.interval?.every(Number.isFinite)).toBe(true);
    expect(
      formsOf([
        [1, 1],
        [2, 2],
        [5, 5],
      ])[1],
    ).toMatchObject({ value: 1, interval: [1, 1] });
  });
  const table = fc.array(fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 3, maxLength: 3 }), { minLength: 3, maxLength: 12 });
  it('moments of shards give what the rows give', () =>
    fc.assert(
      fc.property(table, fc.nat(), (rows, cut) => {
        const at = cut % rows.length;
        const added = intraclassCorrelationFromMoments(addCrossMoments(crossMomentsOf(rows.slice(0, at)), crossMomentsOf(rows.slice(at))));
        const whole = intraclassCorrelation(rows);
        expect(added.kind).toBe(whole.kind);
        if (added.kind !== 'intraclass-correlation' || whole.kind !== 'intraclass-correlation') return;
        added.forms.forEach((icc, i) => {
          expect(icc.value).toBeCloseTo(whole.forms[i]!.value, 8);
          // Satterthwaite's approximation can miss an estimate far below 0, where raters disagree more than by chance.
          if (icc.interval === null || icc.value < 0) return;
          expect(icc.interval[0]).toBeLessThanOrEqual(icc.value + 1e-9);
          expect(icc.interval[1]).toBeGreaterThanOrEqual(icc.value - 1e-9);
        });
      }),
      { numRuns: 60 },
    ));
  it('raters who agree less than chance leave the mean without a finite interval', () =>
    expect(
      formsOf([
        [1, 1, 6],
        [4, 1, 1],
        [1, 1, 1],
      ])[4],
    ).toMatchObject({ form: 'ICC2k', interval: null }));
  it('says what is missing', () => {
    expect(intraclassCorrelation([[1, 2]])).toEqual({ kind: 'insufficient', n: 1, needed: 2 });
    expect(intraclassCorrelation([[1], [2]])).toEqual({ kind: 'insufficient', n: 1, needed: 2 });
    expect(
      intraclassCorrelation([
        [1, 4],
        [1, 4],
      ]),
    ).toMatchObject({ kind: 'undetermined', reason: 'no-variation' });
    expect(() => intraclassCorrelation([[1, 2], [1]])).toThrow(RangeError);
    expect(() => intraclassCorrelation(ratings, { confidence: 0 })).toThrow(RangeError);
  });
});
