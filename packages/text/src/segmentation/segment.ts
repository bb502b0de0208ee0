import { Cutter } from './cutter.ts';
import { chineseDictionary } from './chinese-dictionary.ts';

let cutter: Cutter | undefined;

/**
 * Cuts with the Chinese dictionary. There is one for all, because its tables are large; what it found is valid until the next text.
 * @example chineseCutter().cut('投诉处理') // 2
 */
export function chineseCutter(): Cutter {
  cutter ??= new Cutter(chineseDictionary());
  return cutter;
}

/**
 * The words of a text in Chinese, in English or mixed, in half width and lower case, without punctuation, spaces and emoji. The first call
 * reads the dictionary. Nothing in it: no words. Never throws; time grows with the length, whatever stands in the text.
 * @example segment('送餐员态度很好，Wi-Fi也快！') // ['送餐员', '态度', '很', '好', 'wi-fi', '也', '快']
 * @example segment('😀！') // []
 */
export function segment(text: string): string[] {
  return chineseCutter().words(text);
}
