import { expect, test } from 'vitest';
import { agreementOf, correlationOf, leastAgreedFirst, type RatedUnit } from './rate-agreement.rules.ts';

/** Rows are sessions, columns raters; null has not rated. */
const unitsOf = (rows: readonly (readonly (number | null)[])[]): RatedUnit<number>[] =>
  rows.map((row, number) => ({
    ...{ sessionId: `s${number}`, number, startsAt: new Date(Date.UTC(2026, 0, number + 1)), place: '' },
    ratings: row.flatMap((value, rater) => (value === null ? [] : [{ raterId: `r${rater}`, rater: `Rater ${rater}`, value }])),
  }));
const scale = (max: number) => Array.from({ length: max }, (_, at) => at + 1);

test('two raters in every session: weighted kappa', () => {
  // R, irr 0.84.1: kappa2(anxiety[, 1:2], "squared") gives 0.297, unweighted 0.119
  const first = [3, 3, 3, 4, 5, 5, 2, 3, 5, 2, 2, 6, 1, 5, 2, 2, 1, 2, 4, 3];
  const second = [3, 6, 4, 6, 2, 4, 2, 4, 3, 3, 2, 3, 3, 3, 2, 2, 1, 3, 3, 4];
  const units = unitsOf(first.map((value, at) => [value, second[at] ?? 0]));
  const ordinal = agreementOf(units, 'ordinal', scale(6));
  expect(ordinal).toMatchObject({ n: 20, ratings: 40, coefficient: { state: 'known', kind: 'kappa' } });
  expect(ordinal.coefficient).toMatchObject({ value: expect.closeTo(0.297, 3) as number });
  expect(agreementOf(units, 'nominal', scale(6)).coefficient).toMatchObject({ kind: 'kappa', value: expect.closeTo(0.119, 3) as number });
  expect(ordinal.equal).toBe(first.filter((value, at) => value === second[at]).length / 20);
});

test('any number of raters, with gaps: ordinal alpha', () => {
  // Krippendorff (2011), Computing Krippendorff's Alpha-Reliability, example C; its twelfth unit has one rating and does not count
  const units = unitsOf([
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
  ]);
  const agreed = agreementOf(units, 'ordinal', scale(5));
  expect(agreed).toMatchObject({
    n: 11,
    ratings: 40,
    coefficient: {
      kind: 'alpha',
      value: expect.closeTo(0.815, 3) as number,
      low: expect.closeTo(0.638, 1) as number,
      high: expect.closeTo(0.939, 1) as number,
    },
  });
  expect(agreementOf(units, 'nominal', scale(5)).coefficient).toMatchObject({ value: expect.closeTo(0.743, 3) as number });
  expect(agreed.widest.map(({ number }) => number)).toEqual([5, 7, 1]);
  expect(agreed.widest[0]?.ratings.map(({ value }) => value)).toEqual(['1', '2', '3', '4']);
});

// Shrout and Fleiss (1979), Psychological Bulletin 86, 420-428, table 2 and table 4
const judges = [
  [9, 2, 5, 8],
  [6, 1, 3, 2],
  [8, 4, 6, 8],
  [7, 1, 2, 6],
  [10, 5, 6, 9],
  [6, 2, 4, 7],
];

test('the same raters in every session: ICC(2,1); others each time: ICC(1,1)', () => {
  expect(correlationOf(unitsOf(judges))).toMatchObject({ kind: 'icc2', value: expect.closeTo(0.29, 2) as number });
  const strangers = unitsOf(judges).map((unit, at) => ({
    ...unit,
    ratings: unit.ratings.map((rating) => ({ ...rating, raterId: `${rating.raterId}-${at}` })),
  }));
  expect(correlationOf(strangers)).toMatchObject({ kind: 'icc1', value: expect.closeTo(0.17, 2) as number });
});

test('below five sessions, and where nobody differs, there is no coefficient', () => {
  expect(agreementOf(unitsOf(judges.slice(0, 4)), 'ordinal', scale(10)).coefficient).toEqual({ state: 'insufficient', needed: 5 });
  expect(correlationOf(unitsOf(judges.slice(0, 4)))).toEqual({ state: 'insufficient', needed: 5 });
  const same = unitsOf(Array.from({ length: 6 }, () => [3, 3]));
  expect(agreementOf(same, 'ordinal', scale(5))).toMatchObject({ equal: 1, coefficient: { state: 'undetermined' }, widest: [] });
  expect(correlationOf(same)).toEqual({ state: 'undetermined' });
});

test('the least agreed stand first, what has no coefficient last', () => {
  const known = (value: number) => ({
    ...{ n: 9, ratings: 18, equal: value, widest: [] },
    coefficient: { state: 'known' as const, kind: 'alpha' as const, value, low: null, high: null },
  });
  const none = (equal: number) => ({ n: 2, ratings: 4, equal, widest: [], coefficient: { state: 'insufficient' as const, needed: 5 } });
  const sorted = [none(0.9), known(0.8), none(0.1), known(-0.2)].toSorted(leastAgreedFirst);
  expect(sorted.map(({ equal }) => equal)).toEqual([-0.2, 0.8, 0.1, 0.9]);
});
