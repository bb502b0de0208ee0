import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** Finds packages by their names, from the sources and from a bundle that was written elsewhere alike. */
const packages = createRequire(import.meta.url);

/**
 * The path of a data file of this package. It lies beside the sources, which are found through the package's own door.
 * @example dataPath('words/stop-en.txt').endsWith('/data/words/stop-en.txt') // true
 */
export function dataPath(name: string): string {
  return join(dirname(packages.resolve('@zhiheng/text/segmentation')), '../../data', name);
}

/**
 * The path of jieba's dictionary: lines of `word frequency tag`, in its package (MIT).
 * @example jiebaDictionaryPath().endsWith('dict.txt') // true
 */
export function jiebaDictionaryPath(): string {
  return packages.resolve('@node-rs/jieba/dict.txt');
}

/**
 * The path of jieba's inverse document frequencies: lines of `word value`, in its package (MIT).
 * @example jiebaFrequenciesPath().endsWith('idf.txt') // true
 */
export function jiebaFrequenciesPath(): string {
  return packages.resolve('@node-rs/jieba/idf.txt');
}

/**
 * The text of a data file of this package.
 * @example readText('words/stop-en.txt').startsWith('# English words') // true
 */
export function readText(name: string): string {
  return readFileSync(dataPath(name), 'utf8');
}

/**
 * The bytes of a data file of this package.
 * @example readBytes('words/stop-en.txt').length > 1000 // true
 */
export function readBytes(name: string): Uint8Array {
  return readFileSync(dataPath(name));
}

/**
 * The words of a list: separated by white space, lines that begin with `#` are remarks.
 * @example wordsIn('# greetings\nhello hi\nhey') // ['hello', 'hi', 'hey']
 */
export function wordsIn(list: string): string[] {
  return list
    .split('\n')
    .filter((line) => !line.startsWith('#'))
    .flatMap((line) => line.split(/\s+/))
    .filter((word) => word !== '');
}
