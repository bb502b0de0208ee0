/**
 * How often each pair of answers occurs, for every pair of items: all that polychoric correlations, rank correlations, χ² and cross
 * tables need. A missing answer drops the row from the pairs of its item only. Counts add up over any split of the data.
 */
export interface PairCounts {
  /** the answers that occur on the scale, ascending; all items share them */
  readonly levels: readonly number[];
  /** per item, how often each level was answered */
  readonly singles: readonly (readonly number[])[];
  /** per pair of items in the order (0,1), (0,2), …, (1,2), …: a square, row = level of the first item, column = level of the second */
  readonly pairs: readonly (readonly (readonly number[])[])[];
}

/**
 * Counts of rows in which `null` is a missing answer. Throws RangeError for an answer that is no level, for levels that do not
 * ascend, and for a row whose length is not `items`.
 * @example pairCountsOf([[1, 2], [1, 1], [2, null]], { items: 2, levels: [1, 2] }) // { singles: [[2, 1], [1, 1]], pairs: [[[1, 1], [0, 0]]] }
 */
export function pairCountsOf(
  rows: readonly (readonly (number | null)[])[],
  { items, levels }: { readonly items: number; readonly levels: readonly number[] },
): PairCounts {
  if (levels.some((level, index) => index > 0 && !(level > levels[index - 1]!))) throw new RangeError('levels must ascend');
  const rank = new Map(levels.map((level, index) => [level, index]));
  const singles = Array.from({ length: items }, () => Array<number>(levels.length).fill(0));
  const pairs = Array.from({ length: (items * (items - 1)) / 2 }, () => levels.map(() => Array<number>(levels.length).fill(0)));
  for (const row of rows) {
    if (row.length !== items) throw new RangeError(`rows must have ${items} cells: ${row.length}`);
    const ranks = row.map((answer) => (answer === null ? null : rankOf(rank, answer)));
    for (let i = 0, pair = 0; i < items; i++) {
      const own = ranks[i]!;
      if (own !== null) singles[i]![own]! += 1;
      for (let j = i + 1; j < items; j++, pair++) countPair(pairs[pair]!, own, ranks[j]!);
    }
  }
  return { levels: [...levels], singles, pairs };
}

function rankOf(rank: ReadonlyMap<number, number>, answer: number): number {
  const found = rank.get(answer);
  if (found === undefined) throw new RangeError(`${answer} is no level of the scale`);
  return found;
}

function countPair(table: number[][], first: number | null, second: number | null): void {
  if (first !== null && second !== null) table[first]![second]! += 1;
}

/**
 * Counts of two samples together. Throws RangeError when levels or items differ.
 * @example addPairCounts(pairCountsOf([[1, 2]], { items: 2, levels: [1, 2] }), pairCountsOf([[1, 1]], { items: 2, levels: [1, 2] })) // { pairs: [[[1, 1], [0, 0]]] }
 */
export function addPairCounts(a: PairCounts, b: PairCounts): PairCounts {
  const sameLevels = a.levels.length === b.levels.length && a.levels.every((level, index) => level === b.levels[index]);
  if (!sameLevels || a.singles.length !== b.singles.length) throw new RangeError('only counts of the same items and levels can be added');
  return {
    levels: a.levels,
    singles: addTables(a.singles, b.singles),
    pairs: a.pairs.map((table, pair) => addTables(table, b.pairs[pair]!)),
  };
}

const addTables = (a: readonly (readonly number[])[], b: readonly (readonly number[])[]): number[][] =>
  a.map((row, i) => row.map((count, j) => count + b[i]![j]!));

/**
 * The cross table of two items (from 0): row = level of the first, column = level of the second, in either order of items. Throws
 * RangeError for the pair of an item with itself or an item that is not there.
 * @example pairTable(pairCountsOf([[1, 2]], { items: 2, levels: [1, 2] }), 1, 0) // [[0, 0], [1, 0]]
 */
export function pairTable({ singles, levels, pairs }: PairCounts, first: number, second: number): number[][] {
  const [low, high] = first < second ? [first, second] : [second, first];
  if (low === high || singles[low] === undefined || singles[high] === undefined)
    throw new RangeError(`there is no pair ${first}, ${second}`);
  const items = singles.length;
  const table = pairs[(low * (2 * items - low - 1)) / 2 + (high - low - 1)]!;
  return levels.map((_, i) => levels.map((_, j) => (first < second ? table[i]![j]! : table[j]![i]!)));
}
