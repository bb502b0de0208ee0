import { Cutter } from './cutter.ts';
import { addWord, weightOf, type Lexicon } from './lexicon.ts';

/** Enough to be preferred to the cut it replaces. */
const advantage = 1e-6;

/**
 * Makes the words of a field known to a dictionary. Each gets the weight of the best way to cut it without it and a little more, so that it
 * is cut whole and its neighbours in a text are disturbed least. What is cut whole already stays as it is.
 * @example const lexicon = newLexicon(20, -10);
 * addTerms(lexicon, ['送餐员']);
 * new Cutter(lexicon).words('送餐员到了') // ['送餐员', '到', '了']
 */
export function addTerms(lexicon: Lexicon, terms: readonly string[]): void {
  const cutter = new Cutter(lexicon);
  for (const term of terms) {
    const words = cutter.words(term);
    if (words.length < 2) continue;
    const weight = words.reduce((sum, word) => sum + (weightOf(lexicon, word) || lexicon.unknown), advantage);
    addWord(lexicon, term, { weight, tag: 'n' });
  }
}
