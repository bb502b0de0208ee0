/** A word that says what a text is about. */
export interface Keyword {
  readonly word: string;
  /** how often it was said */
  readonly n: number;
  /** how much it says, in the unit of the method; only the order within one text means something */
  readonly score: number;
}

/**
 * The first `limit` of them by score; ties by how often, then by the word, so that the order does not depend on the text's.
 * @example strongest([{ word: 'a', n: 1, score: 1 }, { word: 'b', n: 1, score: 2 }], 1) // [{ word: 'b', n: 1, score: 2 }]
 */
export function strongest(keywords: readonly Keyword[], limit: number): Keyword[] {
  if (!(Number.isInteger(limit) && limit >= 0)) throw new RangeError('the limit is a whole number');
  return [...keywords].sort((a, b) => b.score - a.score || b.n - a.n || (a.word < b.word ? -1 : 1)).slice(0, limit);
}
