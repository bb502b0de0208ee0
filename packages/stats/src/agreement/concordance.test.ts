import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addCoincidences, addRankSums, coincidencesOf, delphiRounds, kendallW, krippendorffAlpha, rankSumsOf } from './index.ts';

const about = (value: number) => expect.closeTo(value, 11) as number;

describe("Kendall's W", () => {
  // Python, scipy 1.17.1: friedmanchisquare of the same ranks is m(n - 1)W, with ties
  it('with ties', () => {
    const raters = [
      [3, 5, 5, 1, 2, 4],
      [2, 5, 4, 1, 1, 4],
      [3, 4, 5, 2, 1, 5],
    ];
    expect(kendallW(rankSumsOf(raters))).toMatchObject({
      n: 6,
      raters: 3,
      w: about(0.900990099009901),
      wUncorrected: about(0.8666666666666667),
      chiSquare: about(13.514851485148515),
      p: about(0.019003317814619922),
    });
  });
  const permutation = fc.shuffledSubarray([1, 2, 3, 4, 5], { minLength: 5, maxLength: 5 });
  // Kendall and Gibbons (1990), Rank Correlation Methods, section 6.4
  it('without ties follows the mean rank correlation of pairs: (1 + (m − 1)ρ̄)/m', () =>
    fc.assert(
      fc.property(fc.array(permutation, { minLength: 2, maxLength: 5 }), (raters) => {
        const rho = (a: readonly number[], b: readonly number[]) => 1 - (6 * a.reduce((sum, r, i) => sum + (r - b[i]!) ** 2, 0)) / 120;
        const pairs = raters.flatMap((a, i) => raters.slice(i + 1).map((b) => rho(a, b)));
        const mean = pairs.reduce((sum, r) => sum + r, 0) / pairs.length;
        expect(kendallW(rankSumsOf(raters))).toMatchObject({ w: about((1 + (raters.length - 1) * mean) / raters.length) });
      }),
      { numRuns: 50 },
    ));
  it('rank sums of groups of raters add up', () =>
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 4, maxLength: 4 }), { minLength: 2, maxLength: 6 }),
        fc.nat(),
        (raters, cut) => {
          const at = cut % raters.length;
          expect(addRankSums(rankSumsOf(raters.slice(0, at)), rankSumsOf(raters.slice(at)))).toEqual(rankSumsOf(raters));
        },
      ),
      { numRuns: 50 },
    ));
  it('says what is missing', () => {
    expect(kendallW(rankSumsOf([[1, 2, 3]]))).toEqual({ kind: 'insufficient', n: 1, needed: 2 });
    expect(kendallW(rankSumsOf([[1], [1]]))).toEqual({ kind: 'insufficient', n: 1, needed: 2 });
    expect(
      kendallW(
        rankSumsOf([
          [4, 4],
          [1, 1],
        ]),
      ),
    ).toMatchObject({ kind: 'undetermined', reason: 'no-variation' });
    expect(() => addRankSums(rankSumsOf([[1, 2]]), rankSumsOf([[1, 2, 3]]))).toThrow(RangeError);
  });
});

describe("Krippendorff's alpha", () => {
  // Krippendorff (2011), Computing Krippendorff's Alpha-Reliability, example C: four observers, twelve units, gaps
  const units = [
    [1, 1, null, 1],
    [2, 2, 3, 2],
    [3, 3, 3, 3],
    [3, 3, 3, 3],
    [2, 2, 2, 2],
    [1, 2, 3, 4],
    [4, 4, 4, 4],
    [1, 1, 2, 1],
    [2, 2, 2, 2],
    [null, 5, 5, 5],
    [null, null, 1, 1],
    [null, 3, null, null],
  ];
  it.each([
    ['nominal', 0.743],
    ['ordinal', 0.815],
    ['interval', 0.849],
    ['ratio', 0.797],
  ] as const)('%s, as published', (metric, alpha) =>
    expect(krippendorffAlpha(coincidencesOf(units), metric)).toMatchObject({ n: 40, alpha: expect.closeTo(alpha, 3) as number }),
  );
  it('coincidences add up over any split of the units', () =>
    fc.assert(
      fc.property(fc.nat({ max: 12 }), (at) => {
        const added = addCoincidences(coincidencesOf(units.slice(0, at)), coincidencesOf(units.slice(at)));
        expect(krippendorffAlpha(added, 'ordinal')).toMatchObject({ alpha: about(0.815387503755) });
      }),
    ));
  it('does not mind the order of raters, nor, on an interval scale, unit and origin', () => {
    const turned = units.map((unit) => unit.toReversed());
    const moved = units.map((unit) => unit.map((value) => (value === null ? null : 10 * value - 7)));
    expect(krippendorffAlpha(coincidencesOf(turned), 'ratio')).toEqual(krippendorffAlpha(coincidencesOf(units), 'ratio'));
    expect(krippendorffAlpha(coincidencesOf(moved), 'interval')).toMatchObject({ alpha: about(0.849107142857) });
  });
  it('says what is missing', () => {
    expect(
      krippendorffAlpha(
        coincidencesOf([
          [1, null],
          [null, 2],
        ]),
        'nominal',
      ),
    ).toEqual({ kind: 'insufficient', n: 0, needed: 2 });
    expect(
      krippendorffAlpha(
        coincidencesOf([
          [1, 1],
          [1, 1],
        ]),
        'nominal',
      ),
    ).toMatchObject({ kind: 'undetermined', reason: 'constant' });
    expect(
      krippendorffAlpha(
        coincidencesOf([
          ['a', 'b'],
          ['a', 'a'],
        ]),
        'nominal',
      ).kind,
    ).toBe('krippendorff-alpha');
    expect(() => krippendorffAlpha(coincidencesOf([['a', 'b']]), 'interval')).toThrow(RangeError);
    expect(() => krippendorffAlpha(coincidencesOf([[-1, 2]]), 'ratio')).toThrow(RangeError);
  });
});

describe('Delphi rounds', () => {
  // hand arithmetic: quartiles of type 7; in round 2 one of four experts moves from 1 to 4 on the first item
  const first = [
    [5, 1, 3],
    [4, 2, 3],
    [4, 1, 2],
    [1, 2, 3],
  ];
  const second = [...first.slice(0, 3), [4, 2, 3]];
  it('judges consensus, change and stability', () => {
    const found = delphiRounds([first, second]);
    expect(found.rounds[0]!.items[0]).toMatchObject({ mean: 3.5, median: 4, quartiles: [3.25, 4.25], consensus: true, change: null });
    expect(found.rounds[1]!.items.map(({ change }) => change)).toEqual([0.25, 0, 0]);
    expect(found.settled).toBe(false);
    const strict = delphiRounds([first, second], { change: 0.25, quartileRange: 0.5 });
    expect(strict.settled).toBe(true);
    // quartiles 3.25 and 4.25, 1 and 2, 2.75 and 3
    expect(strict.rounds[0]!.items.map(({ consensus }) => consensus)).toEqual([false, false, true]);
    expect(found.rounds[1]!.concordance.kind).toBe('kendall-w');
  });
  it('a panel may change in size; a single round is never settled', () => {
    expect(delphiRounds([first, first.flatMap((expert) => [expert, expert])]).settled).toBe(true);
    expect(delphiRounds([first]).settled).toBe(false);
    expect(delphiRounds([])).toMatchObject({ n: 0, settled: false });
  });
  it('refuses rounds about different things', () => {
    expect(() => delphiRounds([first, [[1, 2]]])).toThrow(RangeError);
    expect(() => delphiRounds([[]])).toThrow(RangeError);
  });
});
