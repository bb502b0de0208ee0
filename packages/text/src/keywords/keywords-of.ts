import { contentWords } from '../segmentation/content-words.ts';
import { languageOf } from '../segmentation/language-of.ts';
import { generalInverseFrequency, type InverseFrequency } from './inverse-frequency.ts';
import type { Keyword } from './keyword.ts';
import { textRank } from './text-rank.ts';
import { tfIdf } from './tf-idf.ts';

/** How keywords are found. */
export interface KeywordOptions {
  /** 10 */
  readonly limit?: number;
  /** spread of words over one's own documents (`inverseFrequencyOf`); without it general Chinese, and TextRank for other languages */
  readonly inverseFrequency?: InverseFrequency;
}

/**
 * The keywords of a text, the strongest first: by tf-idf against one's own documents or general Chinese; a text in another language
 * without documents to compare by TextRank. A text without content words has none.
 * @example keywordsOf('网速太慢，装维师傅上门两次，网速还是慢', { limit: 1 }) // [{ word: '网速', n: 2 }]
 * @example keywordsOf('The router broke. A new router came, and the router works', { limit: 1 }) // [{ word: 'router', n: 3 }]
 * @example keywordsOf('') // []
 */
export function keywordsOf(text: string, { limit = 10, inverseFrequency }: KeywordOptions = {}): Keyword[] {
  const words = contentWords(text);
  if (inverseFrequency !== undefined) return tfIdf(words, inverseFrequency, limit);
  return languageOf(text) === 'zh' ? tfIdf(words, generalInverseFrequency, limit) : textRank(words, limit);
}
