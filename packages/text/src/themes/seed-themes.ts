import { readText } from '../read-data.ts';
import { singularOf } from '../segmentation/singular-of.ts';
import type { Theme } from './theme.ts';

/** The trades that have themes of their own. */
export const trades = ['catering', 'housekeeping', 'it-service', 'outpatient', 'telecom', 'testing-laboratory'] as const;
export type Trade = (typeof trades)[number];

const read = new Map<string, readonly Theme[]>();

/**
 * The seed themes of a trade after those that every service has (waiting, attitude, price …), or the common ones alone.
 * Throws RangeError for an unknown trade.
 * @example seedThemes().length // 15
 * @example seedThemes('catering').at(-1)?.code // 'menu'
 */
export function seedThemes(trade?: Trade): readonly Theme[] {
  if (trade === undefined) return themesIn('common');
  if (!trades.includes(trade)) throw new RangeError(`no such trade: ${trade}`);
  return [...themesIn('common'), ...themesIn(trade)];
}

/**
 * Every Chinese word of every seed theme, so that the dictionary cuts it as one word.
 * @example seedWords().includes('送餐员') // true
 */
export function seedWords(): string[] {
  return ['common', ...trades]
    .flatMap((trade) => themesIn(trade))
    .flatMap((theme) => theme.words.filter((word) => !/^[\x20-\x7e]+$/.test(word)));
}

function themesIn(trade: string): readonly Theme[] {
  const known = read.get(trade);
  if (known !== undefined) return known;
  const themes = parseThemes(readText(`themes/${trade}.json`));
  read.set(trade, themes);
  return themes;
}

interface ThemeFile {
  readonly themes: readonly { code: string; name: { zh: string; en: string }; dimension: string; zh: string; en: string }[];
}

/**
 * Themes from the text of a file in the form of `data/themes/`: words of a language stand in one string, separated by spaces.
 * Throws RangeError when a code stands twice.
 * @example parseThemes('{"themes":[]}') // []
 */
export function parseThemes(text: string): Theme[] {
  const { themes }: ThemeFile = JSON.parse(text);
  if (new Set(themes.map(({ code }) => code)).size < themes.length) throw new RangeError('a theme stands twice');
  return themes.map(({ code, name, dimension, zh, en }) => ({
    code,
    name,
    dimension,
    words: [...new Set([...zh.split(' '), ...en.split(' ').map(singularOf)])],
  }));
}
