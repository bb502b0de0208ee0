import { readFileSync } from 'node:fs';
import { jiebaDictionaryPath } from '../read-data.ts';
import { addWord, newLexicon, type Lexicon } from './lexicon.ts';

/** The prefixes of jieba's words are 0.50 million; the rest is room for words that are added. */
const nodesOfDictionary = 600_000;

/**
 * Reads jieba's general dictionary, 349,000 words with their frequencies and parts of speech, from the package that carries it. The
 * probability of a word is its frequency over the sum of all; what is not in it counts as seen once.
 * @example weightOf(readJiebaDictionary(), '味道') // -10.0…
 */
export function readJiebaDictionary(): Lexicon {
  const entries = readFileSync(jiebaDictionaryPath(), 'utf8');
  let total = 0;
  eachEntry(entries, (_, frequency) => (total += frequency));
  const unknown = -Math.log(total);
  const lexicon = newLexicon(nodesOfDictionary, unknown);
  eachEntry(entries, (word, frequency, tag) => addWord(lexicon, word, { weight: Math.log(Math.max(frequency, 1)) + unknown, tag }));
  return lexicon;
}

/** Lines of `word frequency tag`; searching for the spaces costs a fifth of splitting the lines. */
function eachEntry(entries: string, visit: (word: string, frequency: number, tag: string) => void): void {
  for (let start = 0; start < entries.length;) {
    const afterWord = entries.indexOf(' ', start);
    const afterFrequency = entries.indexOf(' ', afterWord + 1);
    const end = entries.indexOf('\n', afterFrequency);
    visit(entries.slice(start, afterWord), Number(entries.slice(afterWord + 1, afterFrequency)), entries.slice(afterFrequency + 1, end));
    start = end + 1;
  }
}
