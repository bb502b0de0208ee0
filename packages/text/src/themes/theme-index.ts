import { chineseDictionary } from '../segmentation/chinese-dictionary.ts';
import { nodeOf, wordOf } from '../segmentation/lexicon.ts';
import { chineseCutter } from '../segmentation/segment.ts';
import { singularOf } from '../segmentation/singular-of.ts';
import type { Theme } from './theme.ts';

/** Which words belong to which themes, so that a text is searched without making a string of each word. */
export interface ThemeIndex {
  readonly themes: readonly Theme[];
  /** positions in `themes`, by the word's node in the dictionary */
  readonly byNode: ReadonlyMap<number, readonly number[]>;
  /** the same for words that the dictionary does not have: English ones, in the singular */
  readonly byWord: ReadonlyMap<string, readonly number[]>;
}

/**
 * Prepares themes for searching texts. A Chinese word that the dictionary would cut in two is found only where the dictionary learnt it
 * (`addTerms`). Throws RangeError when a code stands twice.
 * @example indexThemes([{ code: 'x', name: { zh: '', en: '' }, dimension: '', words: ['味道'] }]).byNode.size // 1
 */
export function indexThemes(themes: readonly Theme[]): ThemeIndex {
  if (new Set(themes.map(({ code }) => code)).size < themes.length) throw new RangeError('a theme stands twice');
  const lexicon = chineseDictionary();
  const byNode = new Map<number, number[]>();
  const byWord = new Map<string, number[]>();
  for (const [position, theme] of themes.entries()) {
    for (const word of new Set(theme.words)) {
      const node = nodeOf(lexicon, word);
      if (node !== 0 && lexicon.weights[node] !== 0) append(byNode, node, position);
      else append(byWord, singularOf(word), position);
    }
  }
  return { themes, byNode, byWord };
}

function append<K>(lists: Map<K, number[]>, key: K, position: number): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [position]);
  else list.push(position);
}

/** A word without its string: its node in the dictionary, or the word itself where the dictionary does not have it. */
export type WordKey = number | string;

/**
 * The word of a key.
 * @example wordOfKey('wifi') // 'wifi'
 */
export function wordOfKey(key: WordKey): string {
  return typeof key === 'string' ? key : wordOf(chineseDictionary(), key);
}

/**
 * Walks through the words of a text that belong to themes, in their order; a word of two themes is met twice. `visit` receives the theme's
 * position and the word's key.
 * @example const index = indexThemes([{ code: 'taste', name: { zh: '口味', en: 'Taste' }, dimension: '', words: ['味道'] }]);
 * const found = [];
 * eachMention(index, '味道不错，味道好', (theme, key) => found.push(wordOfKey(key)));
 * found // ['味道', '味道']
 */
export function eachMention(index: ThemeIndex, text: string, visit: (theme: number, key: WordKey) => void): void {
  const cutter = chineseCutter();
  const n = cutter.cut(text);
  for (let i = 0; i < n; i++) {
    const key = cutter.nodes[i]! || singularOf(cutter.word(text, i));
    const themes = typeof key === 'number' ? index.byNode.get(key) : index.byWord.get(key);
    if (themes !== undefined) for (const theme of themes) visit(theme, key);
  }
}
