import { seedThemes } from './seed-themes.ts';
import { eachMention, indexThemes, wordOfKey, type ThemeIndex } from './theme-index.ts';

/** A theme that a text speaks of, and the words that say so, in their order, each once. */
export interface ThemeMention {
  readonly code: string;
  readonly words: readonly string[];
}

let common: ThemeIndex | undefined;

/**
 * The themes a text speaks of, those with the most different words first, ties in the order of the themes. Without an index by the themes
 * that every service has. None: an empty list. To keep matters apart that stand in one sentence, give it clauses (`clausesOf`).
 * @example themesOf('态度不好，等了一个小时') // [{ code: 'waiting', words: ['等了', '小时'] }, { code: 'attitude', words: ['态度'] }]
 * @example themesOf('😀') // []
 */
export function themesOf(text: string, index?: ThemeIndex): ThemeMention[] {
  const chosen = index ?? (common ??= indexThemes(seedThemes()));
  const words = new Map<number, Set<string>>();
  eachMention(chosen, text, (theme, key) => words.set(theme, (words.get(theme) ?? new Set()).add(wordOfKey(key))));
  return [...words]
    .sort(([a, ofA], [b, ofB]) => ofB.size - ofA.size || a - b)
    .map(([theme, found]) => ({ code: chosen.themes[theme]!.code, words: [...found] }));
}
