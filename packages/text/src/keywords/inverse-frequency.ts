import { readFileSync } from 'node:fs';
import { jiebaFrequenciesPath } from '../read-data.ts';
import { median } from '@zhiheng/stats/describe';
import { addWord, newLexicon, weightOf, type Lexicon } from '../segmentation/lexicon.ts';
import type { MentionCounts } from '../hot-spots/count-mentions.ts';

/** How little a word is spread over documents: the larger, the more it says about the one it stands in. */
export type InverseFrequency = (word: string) => number;

/**
 * Inverse document frequency from counts of one's own documents: ln((1 + n) / (1 + documents with the word)) + 1, so that a word in every
 * document still counts and a word in none has a value. Counts of parts add up (`addMentionCounts`).
 * Source: Spärck Jones (1972), Journal of Documentation 28, 11–21, smoothed by one document that holds every word.
 * @example inverseFrequencyOf({ n: 3, counts: new Map([['凉', 1]]) })('凉') // 1.6931…
 */
export function inverseFrequencyOf({ n, counts }: MentionCounts): InverseFrequency {
  return (word) => Math.log((1 + n) / (1 + (counts.get(word) ?? 0))) + 1;
}

const nodesOfFrequencies = 500_000;

let general: { readonly lexicon: Lexicon; readonly median: number } | undefined;

/**
 * Inverse document frequency in general Chinese, from the list of 270,000 words that jieba carries (read at the first call, about 0.3 s and
 * 20 MB). A word that is not in it gets the median.
 * @example generalInverseFrequency('送餐员') > generalInverseFrequency('我们') // true
 */
export function generalInverseFrequency(word: string): number {
  general ??= readFrequencies();
  return -weightOf(general.lexicon, word) || general.median;
}

/** Lines of `word value`. The tree keeps values below 0. */
function readFrequencies(): { lexicon: Lexicon; median: number } {
  const lines = readFileSync(jiebaFrequenciesPath(), 'utf8');
  const lexicon = newLexicon(nodesOfFrequencies, -1);
  const values: number[] = [];
  for (let start = 0; start < lines.length;) {
    const space = lines.indexOf(' ', start);
    const next = lines.indexOf('\n', space);
    const end = next < 0 ? lines.length : next;
    const value = Number(lines.slice(space + 1, end));
    addWord(lexicon, lines.slice(start, space), { weight: -value });
    values.push(value);
    start = end + 1;
  }
  return { lexicon, median: median(values) };
}
