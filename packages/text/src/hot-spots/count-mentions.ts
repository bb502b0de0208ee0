/**
 * In how many texts of a period each matter was mentioned: a word, a theme, a place, or a pair of them. Counts of parts of a period add up.
 */
export interface MentionCounts {
  /** texts of the period, with and without a mention */
  readonly n: number;
  readonly counts: ReadonlyMap<string, number>;
}

/**
 * Counts in how many texts each matter was mentioned; a text counts once for a matter, however often it says it.
 * @example countMentions([['凉', '慢', '凉'], ['慢'], []]).counts.get('凉') // 1
 */
export function countMentions(texts: readonly (readonly string[])[]): MentionCounts {
  const counts = new Map<string, number>();
  for (const mentions of texts) for (const mention of new Set(mentions)) counts.set(mention, (counts.get(mention) ?? 0) + 1);
  return { n: texts.length, counts };
}

/**
 * The counts of two parts of a period, or of two periods, together.
 * @example addMentionCounts(countMentions([['慢']]), countMentions([['慢'], []])).n // 3
 */
export function addMentionCounts(a: MentionCounts, b: MentionCounts): MentionCounts {
  const counts = new Map(a.counts);
  for (const [mention, count] of b.counts) counts.set(mention, (counts.get(mention) ?? 0) + count);
  return { n: a.n + b.n, counts };
}
