import { readText, wordsIn } from '../read-data.ts';
import { seedWords } from '../themes/seed-themes.ts';
import { addTerms } from './add-terms.ts';
import { readJiebaDictionary } from './jieba-dictionary.ts';
import type { Lexicon } from './lexicon.ts';

let loaded: Lexicon | undefined;

/**
 * The dictionary that texts are cut with, read at the first call and kept (about 0.3 s and 35 MB): jieba's general dictionary, the words
 * of service quality in `data/words/terms.txt`, and the words of the seed themes, each of which is cut as one word.
 * @example weightOf(chineseDictionary(), '首问负责制') < 0 // true
 */
export function chineseDictionary(): Lexicon {
  if (loaded !== undefined) return loaded;
  loaded = readJiebaDictionary();
  addTerms(loaded, [...wordsIn(readText('words/terms.txt')), ...seedWords()]);
  return loaded;
}
