import { requireFinite, requireSameLength } from '../result/require-finite.ts';

/** A category of a rating: a number of a scale, or a name. */
export type Category = number | string;

/**
 * Cross table of two raters' categories: row = first rater, column = second, in the order of `levels`. Tables of several samples add up cell
 * by cell. Throws RangeError for lists of unequal length or a category that is no level.
 * @example agreementTable(['a', 'b', 'b'], ['a', 'a', 'b'], ['a', 'b']) // [[1, 0], [1, 1]]
 */
export function agreementTable(first: readonly Category[], second: readonly Category[], levels: readonly Category[]): number[][] {
  requireSameLength(first, second);
  const place = placesOf(levels);
  const table = levels.map(() => levels.map(() => 0));
  first.forEach((category, i) => {
    table[placeOf(place, category)]![placeOf(place, second[i]!)]! += 1;
  });
  return table;
}

/**
 * Ratings counted by subject and category: row = subject, column = category in the order of `levels`. Throws RangeError for a category that
 * is no level.
 * @example ratingCounts([['a', 'a', 'b'], ['b', 'b', 'b']], ['a', 'b']) // [[2, 1], [0, 3]]
 */
export function ratingCounts(rows: readonly (readonly Category[])[], levels: readonly Category[]): number[][] {
  const place = placesOf(levels);
  return rows.map((row) => {
    const counts = levels.map(() => 0);
    for (const category of row) counts[placeOf(place, category)]! += 1;
    return counts;
  });
}

/**
 * The categories that occur, numbers ascending before names in the order of their code points.
 * @example levelsOf([[3, 1], [1, 2]]) // [1, 2, 3]
 */
export function levelsOf(rows: readonly (readonly Category[])[]): Category[] {
  const seen = [...new Set(rows.flat())];
  const numbers = seen.filter((level) => typeof level === 'number').sort((a, b) => a - b);
  requireFinite(numbers, 'categories');
  return [...numbers, ...seen.filter((level) => typeof level === 'string').sort()];
}

function placesOf(levels: readonly Category[]): ReadonlyMap<Category, number> {
  const places = new Map(levels.map((level, i) => [level, i]));
  if (places.size !== levels.length) throw new RangeError('levels must differ');
  return places;
}

function placeOf(places: ReadonlyMap<Category, number>, category: Category): number {
  const place = places.get(category);
  if (place === undefined) throw new RangeError(`${category} is no level`);
  return place;
}
