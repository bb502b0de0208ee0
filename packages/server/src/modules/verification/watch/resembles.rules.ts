import { keywordsOf } from '@zhiheng/text/keywords';

/** So much of the weight of what was closed must come back in a complaint. */
const leastShare = 0.5;
const leastWords = 2;
const mostKeywords = 8;

/** Whether a complaint speaks of what was thought to be over: half of the weight of its words, and two of them at least. */
export function resembles(complaint: string, closed: string): boolean {
  const keywords = keywordsOf(closed, { limit: mostKeywords });
  const text = complaint.toLowerCase();
  const found = keywords.filter(({ word }) => text.includes(word.toLowerCase()));
  const weightOf = (some: typeof keywords) => some.reduce((sum, { score }) => sum + score, 0);
  return found.length >= leastWords && weightOf(found) >= leastShare * weightOf(keywords);
}
