import { readText, wordsIn } from '../read-data.ts';
import { chineseDictionary } from './chinese-dictionary.ts';
import { nodeOf } from './lexicon.ts';
import { segment } from './segment.ts';
import { singularOf } from './singular-of.ts';

let stopWords: ReadonlySet<string> | undefined;

/**
 * Does a word carry grammar and no theme (我们, 非常, the, because)? Words are given in half width and lower case, as `segment` gives them.
 * @example isStopWord('我们') // true
 * @example isStopWord('味道') // false
 */
export function isStopWord(word: string): boolean {
  stopWords ??= new Set([...wordsIn(readText('words/stop-zh.txt')), ...wordsIn(readText('words/stop-en.txt')).map(apostrophe)]);
  return stopWords.has(apostrophe(word));
}

const apostrophe = (word: string): string => word.replaceAll('’', "'");

/**
 * Parts of speech that carry grammar: conjunction, adverb, interjection, numeral, onomatopoeia, preposition, measure, pronoun, particle,
 * modal.
 */
const grammatical = new Set([...'cdemopqruy']);

/**
 * The words of a text that say what it is about: without stop words, function words, numbers and single Chinese characters; English
 * words in the singular. Repetitions stay, in their order.
 * @example contentWords('我们点的外卖等了一个小时，米饭都凉了') // ['外卖', '等了', '小时', '米饭', '凉了']
 * @example contentWords('The rooms were not very clean') // ['room', 'clean']
 */
export function contentWords(text: string): string[] {
  return segment(text).filter(saysSomething).map(singularOf);
}

/**
 * Does a word say what a text is about? See `contentWords`.
 * @example saysSomething('非常') // false
 * @example saysSomething('宽带') // true
 */
export function saysSomething(word: string): boolean {
  if (isStopWord(word)) return false;
  if (/^[\d.\-_]+$/.test(word)) return false;
  if (word.length < 2) return false;
  const lexicon = chineseDictionary();
  const tag = lexicon.tags[nodeOf(lexicon, word)]!;
  return !grammatical.has(String.fromCharCode(tag));
}
