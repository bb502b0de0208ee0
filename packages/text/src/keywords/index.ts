export { distinctiveWords, type DistinctiveOptions } from './distinctive-words.ts';
export { generalInverseFrequency, inverseFrequencyOf, type InverseFrequency } from './inverse-frequency.ts';
export type { Keyword } from './keyword.ts';
export { keywordsOf, type KeywordOptions } from './keywords-of.ts';
export { textRank } from './text-rank.ts';
export { tfIdf } from './tf-idf.ts';
