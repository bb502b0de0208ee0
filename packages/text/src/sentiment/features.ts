import { chineseCutter } from '../segmentation/segment.ts';

/** Features are numbers below this: places in a table of weights. */
export const featureSpace = 2 ** 22;

/** What stands behind this many characters is not read. */
const charactersRead = 20_000;

/** Stand for the beginning and the end of a text; no character has these numbers. */
const beginning = 1;
const end = 2;

/** Keep the four kinds of features apart. */
const characterSeeds = { alone: 0x9e3779b1, paired: 0x85ebca6b } as const;
const wordSeeds = { alone: 0xc2b2ae35, paired: 0x27d4eb2f } as const;
type Seeds = typeof characterSeeds | typeof wordSeeds;

/**
 * What the judgement of a text is based on: its characters, pairs of neighbouring characters, words, and pairs of neighbouring words, each
 * as a number in a table of `featureSpace` places (feature hashing), ascending and each once. Punctuation counts, white space does not;
 * beginning and end count as characters and as words. A text without anything else has no features. Reads the first 20,000 characters.
 * Source: Weinberger et al. (2009), Feature hashing for large scale multitask learning, ICML 2009.
 * @example featuresOf('').length // 0
 * @example featuresOf('好').length // 6
 */
export function featuresOf(text: string): Int32Array {
  const read = text.slice(0, charactersRead);
  const cutter = chineseCutter();
  const words = Array.from({ length: cutter.cut(read) }, (_, i) => hash(cutter.units.subarray(cutter.starts[i], cutter.ends[i])));
  const characters = [...cutter.units.subarray(0, read.length)].filter((unit) => !whiteSpace.has(unit));
  if (characters.length === 0) return new Int32Array(0);
  const features = new Set<number>();
  addWithPairs(features, characters, characterSeeds);
  addWithPairs(features, words, wordSeeds);
  return Int32Array.from(features).sort();
}

const whiteSpace: ReadonlySet<number> = new Set([...' \t\n\r\f\v\u2028\u2029'].map((character) => character.charCodeAt(0)));

/** Each item alone, and each with the one after it; beginning and end stand beside the first and the last. */
function addWithPairs(features: Set<number>, items: readonly number[], { alone, paired }: Seeds): void {
  let before = beginning;
  for (const item of items) {
    features.add(placeOf(alone, item, 0));
    features.add(placeOf(paired, before, item));
    before = item;
  }
  if (items.length > 0) features.add(placeOf(paired, before, end));
}

/** FNV-1a over the characters of a word. */
function hash(units: Uint16Array): number {
  let mixed = 0x811c9dc5;
  for (const unit of units) mixed = Math.imul(mixed ^ unit, 0x01000193);
  return mixed >>> 0;
}

/** A place in the table for two numbers, spread evenly (the last steps of MurmurHash3, Appleby 2011). */
function placeOf(seed: number, a: number, b: number): number {
  let mixed = Math.imul(seed ^ a, 0xcc9e2d51);
  mixed = Math.imul(mixed ^ (mixed >>> 15) ^ b, 0x1b873593);
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 10;
}
