import { describe, expect, it } from 'vitest';
import { normalDeviate, seededRandom } from '../random/index.ts';
import {
  clusterRecovery,
  clustersByGap,
  gapOf,
  inOrder,
  kMeans,
  moveCentres,
  rowsWithoutGroups,
  silhouette,
  standardiseRows,
} from './index.ts';

/** Round clouds about some points. */
function clouds(centres: readonly (readonly number[])[], each: number, seed = 4): number[][] {
  const random = seededRandom(seed);
  return centres.flatMap((centre) => Array.from({ length: each }, () => centre.map((value) => value + normalDeviate(random))));
}
const three = clouds([[0, 0], [9, 0], [0, 9]], 30); // prettier-ignore
const options = { clusters: 3, seed: 1 };

describe('k-means', () => {
  it('finds clouds that lie apart, whatever the seed', () => {
    for (const seed of [1, 2, 3]) {
      const found = kMeans(three, { clusters: 3, seed, starts: 5 });
      if (found.kind !== 'k-means') throw new Error(found.kind);
      expect(found.sizes).toEqual([30, 30, 30]);
      for (let cloud = 0; cloud < 3; cloud++) expect(new Set(found.labels.slice(30 * cloud, 30 * cloud + 30)).size).toBe(1);
    }
  });
  it('does not depend on the order of rows, and scales with the square of units', () => {
    const found = kMeans(three, options);
    const turned = kMeans([...three].reverse(), options);
    const larger = kMeans(
      three.map((row) => row.map((value) => 10 * value)),
      options,
    );
    if (found.kind !== 'k-means' || turned.kind !== 'k-means' || larger.kind !== 'k-means') throw new Error();
    expect(turned.within).toBeCloseTo(found.within, 8);
    expect(larger.within).toBeCloseTo(100 * found.within, 6);
    expect(kMeans(three, options)).toEqual(found);
  });
  it('stands still: another pass changes nothing', () => {
    const found = kMeans(three, options);
    if (found.kind !== 'k-means') throw new Error();
    const again = moveCentres(three, found.centres);
    expect(again).toMatchObject({ labels: found.labels, sizes: found.sizes });
    expect(again.centres.flat()).toEqual(found.centres.flat().map((value) => expect.closeTo(value, 9) as number));
  });
  it('says when there are too few rows, or too few that differ', () => {
    expect(kMeans([[1], [2]], options)).toEqual({ kind: 'insufficient', n: 2, needed: 3 });
    expect(kMeans([[1], [1], [2], [2]], options)).toMatchObject({ kind: 'undetermined', reason: 'no-variation' });
    expect(() => kMeans(three, { clusters: 0, seed: 1 })).toThrow(RangeError);
    expect(() => kMeans([[1], [NaN]], options)).toThrow(RangeError);
  });
  it('gives a centre without rows the row that is farthest from its own', () => {
    expect(moveCentres([[0], [1], [9]], [[0], [50]]).centres).toEqual([[10 / 3], [9]]);
  });
  it('orders groups of one size by their centres', () => {
    expect(inOrder({ centres: [[5, 2], [5, 1]], labels: [0, 1], sizes: [1, 1], within: 0 })).toMatchObject({ labels: [1, 0] }); // prettier-ignore
  });
});

it('a table without groups keeps to the ranges of the columns', () => {
  const chance = rowsWithoutGroups([[0, 5], [4, 7], [2, 6]], seededRandom(3)); // prettier-ignore
  expect(chance.every(([x = NaN, y = NaN]) => x >= 0 && x <= 4 && y >= 5 && y <= 7)).toBe(true);
});

it('the gap speaks for as many groups as there are clouds, and for one where there is one', () => {
  const gapsOf = (rows: readonly (readonly number[])[]) => {
    const random = seededRandom(9);
    const chance = Array.from({ length: 30 }, () => rowsWithoutGroups(rows, random));
    const within = (each: readonly (readonly number[])[], clusters: number): number => {
      const found = kMeans(each, { clusters, seed: 1, starts: 4 });
      return found.kind === 'k-means' ? found.within : NaN;
    };
    return [1, 2, 3, 4, 5].map((k) =>
      gapOf(
        within(rows, k),
        chance.map((each) => within(each, k)),
      ),
    );
  };
  expect(clustersByGap(gapsOf(three))).toBe(3);
  expect(clustersByGap(gapsOf(clouds([[0, 0]], 90)))).toBe(1);
});

describe('the width of silhouettes', () => {
  it('is 0 for a row alone, and below 0 where rows are in the wrong group', () => {
    expect(silhouette([[0], [1], [9]], [0, 0, 1])).toMatchObject({ clusters: [expect.any(Number), 0] });
    const wrong = silhouette([[0], [10], [1], [11]], [0, 0, 1, 1]);
    expect(wrong.kind === 'silhouette' && wrong.mean < 0).toBe(true);
    expect(silhouette([[3], [3], [3], [3]], [0, 0, 1, 1])).toMatchObject({ mean: 0 });
  });
  it('knows when it says nothing', () => {
    expect(silhouette([], [])).toEqual({ kind: 'insufficient', n: 0, needed: 2 });
    expect(silhouette([[1], [2]], [0, 0])).toMatchObject({ kind: 'undetermined' });
    expect(() => silhouette([[1], [2]], [0, 2])).toThrow(RangeError);
  });
});

it('groups are found again whole, in part, or not at all', () => {
  expect(clusterRecovery([0, 0, 1, 1], [1, 1, 0, 0], 2)).toEqual([1, 1]);
  expect(clusterRecovery([0, 0, 0, 0], [0, 0, 1, 1], 2)).toEqual([0.5, null]);
});

it('columns are standardised; what cannot be is said', () => {
  const found = standardiseRows([[1, 5], [3, 6], [8, 10]]); // prettier-ignore
  if (found.kind !== 'standardised-rows') throw new Error();
  for (const column of [0, 1]) {
    const values = found.rows.map((row) => row[column]!);
    expect(values.reduce((sum, value) => sum + value, 0)).toBeCloseTo(0, 12);
    expect(values.reduce((sum, value) => sum + value ** 2, 0)).toBeCloseTo(2, 12);
  }
  expect(standardiseRows([[1]])).toMatchObject({ kind: 'insufficient' });
});
