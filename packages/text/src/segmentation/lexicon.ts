import { characterTables } from './characters.ts';

/**
 * A dictionary as a prefix tree inside one hash table: a node is the slot of its edge, so that a node's number finds its word again
 * and a step to the next character is one probe. Words are kept in half width and lower case.
 */
export interface Lexicon {
  /** the node that holds the prefix before; 0 is the root */
  readonly parents: Int32Array;
  /** the last character of the prefix; 0: the slot is free */
  readonly units: Uint16Array;
  /** natural logarithm of the word's probability; 0: the prefix is no word */
  readonly weights: Float64Array;
  /** first letter of the word's part of speech, as a character code: n noun, v verb, a adjective, u particle …; 0: not said */
  readonly tags: Uint8Array;
  /** nodes of single characters, so that most walks need no probe */
  readonly first: Int32Array;
  /** logarithm of the probability of a character that no word covers */
  readonly unknown: number;
}

/** A word, how likely it is, and what part of speech. */
export interface Entry {
  /** natural logarithm of its probability, below 0 */
  readonly weight: number;
  readonly tag?: string;
}

/**
 * An empty dictionary for about `size` nodes (a node is a prefix of some word). `unknown` is the logarithm of the probability of a
 * character that no word covers. Throws RangeError when the size is no positive number.
 * @example newLexicon(100, -10).unknown // -10
 */
export function newLexicon(size: number, unknown: number): Lexicon {
  if (!(size >= 1 && size <= 2 ** 24)) throw new RangeError('a dictionary has between 1 and 2^24 nodes');
  const slots = 2 ** Math.ceil(Math.log2(size * 1.5 + 2));
  return {
    parents: new Int32Array(slots),
    units: new Uint16Array(slots),
    weights: new Float64Array(slots),
    tags: new Uint8Array(slots),
    first: new Int32Array(65_536),
    unknown,
  };
}

/**
 * The node one character further, 0 when no word goes on so. `unit` is folded (see `characterTables`).
 * @example step(newLexicon(10, -10), 0, 22909) // 0
 */
export function step({ parents, units }: Lexicon, node: number, unit: number): number {
  const mask = units.length - 1;
  let slot = slotOf(node, unit) & mask;
  while (units[slot] !== 0) {
    if (units[slot] === unit && parents[slot] === node) return slot;
    slot = (slot + 1) & mask;
  }
  return 0;
}

/**
 * Adds a word, or changes its weight. Throws RangeError for an empty word, a weight that is not below 0, a dictionary that is full.
 * @example const lexicon = newLexicon(10, -10);
 * addWord(lexicon, '好吃', { weight: -3, tag: 'v' });
 * weightOf(lexicon, '好吃') // -3
 */
export function addWord(lexicon: Lexicon, word: string, { weight, tag = '' }: Entry): void {
  if (word === '') throw new RangeError('a word has a character');
  if (!(weight < 0)) throw new RangeError('the logarithm of a probability lies below 0');
  const { folded } = characterTables();
  let node = 0;
  for (let i = 0; i < word.length; i++) node = stepOrGrow(lexicon, node, folded[word.charCodeAt(i)]!);
  lexicon.weights[node] = weight;
  lexicon.tags[node] = tag === '' ? 0 : tag.charCodeAt(0);
}

function stepOrGrow(lexicon: Lexicon, node: number, unit: number): number {
  const { parents, units, first } = lexicon;
  const known = node === 0 ? first[unit]! : step(lexicon, node, unit);
  if (known !== 0) return known;
  const slot = freeSlot(lexicon, slotOf(node, unit));
  parents[slot] = node;
  units[slot] = unit;
  if (node === 0) first[unit] = slot;
  return slot;
}

/** Slot 0 is the root's and stays free. A walk through the whole table found no room. */
function freeSlot({ units }: Lexicon, start: number): number {
  const mask = units.length - 1;
  for (let tried = 0; tried <= mask; tried++) {
    const slot = (start + tried) & mask;
    if (slot !== 0 && units[slot] === 0) return slot;
  }
  throw new RangeError('the dictionary is full');
}

/** Multipliers are odd and spread neighbouring numbers (Knuth 1998, The Art of Computer Programming 3, section 6.4). */
function slotOf(node: number, unit: number): number {
  const mixed = Math.imul(node, 0x9e3779b1) ^ Math.imul(unit, 0x85ebca6b);
  return (mixed ^ (mixed >>> 15)) >>> 0;
}

/**
 * The node of a word or prefix, 0 when there is none.
 * @example nodeOf(newLexicon(10, -10), '好') // 0
 */
export function nodeOf(lexicon: Lexicon, word: string): number {
  const { folded } = characterTables();
  let node = 0;
  for (let i = 0; i < word.length; i++) {
    node = step(lexicon, node, folded[word.charCodeAt(i)]!);
    if (node === 0) return 0;
  }
  return node;
}

/**
 * The logarithm of a word's probability; 0 when the dictionary does not have it.
 * @example weightOf(newLexicon(10, -10), '好') // 0
 */
export function weightOf(lexicon: Lexicon, word: string): number {
  return lexicon.weights[nodeOf(lexicon, word)]!;
}

/**
 * The word of a node; '' for the root.
 * @example const small = newLexicon(10, -10);
 * addWord(small, 'Wi-Fi', { weight: -3 });
 * wordOf(small, nodeOf(small, 'WI-FI')) // 'wi-fi'
 */
export function wordOf({ parents, units }: Lexicon, node: number): string {
  let word = '';
  for (let at = node; at !== 0; at = parents[at]!) word = String.fromCharCode(units[at]!) + word;
  return word;
}
