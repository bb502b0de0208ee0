import { keywordsOf } from '@zhiheng/text/keywords';
import { questionFor, wordsIn } from '../../../platform/database/search-words.rules.ts';

/** What is asked of the index: `query` finds what has any of the parts, each part that a case has adds its weight. */
export interface SimilarQuestion {
  readonly query: string;
  readonly parts: readonly string[];
  readonly weights: readonly number[];
}

const mostKeywords = 8;
const firstRead = 2000;

/** Of a text without keywords, such as 连不上, its fragments, all of one weight. */
const fragmentsOf = (text: string) =>
  wordsIn(text)
    .filter((word) => [...word].length > 1)
    .slice(0, mostKeywords)
    .map((word) => ({ word, score: 1 }));

/** What a text is about, by the weight of its keywords. Null when it says nothing yet. */
export function similarQuestion(text: string): SimilarQuestion | null {
  const read = text.slice(0, firstRead);
  const keywords = keywordsOf(read, { limit: mostKeywords });
  const weighed = new Map<string, number>();
  for (const { word, score } of keywords.length > 0 ? keywords : fragmentsOf(read)) {
    const part = questionFor(word);
    if (part !== null && !weighed.has(part)) weighed.set(part, score);
  }
  if (weighed.size === 0) return null;
  const parts = [...weighed.keys()];
  return { query: parts.map((part) => `(${part})`).join(' | '), parts, weights: [...weighed.values()] };
}
