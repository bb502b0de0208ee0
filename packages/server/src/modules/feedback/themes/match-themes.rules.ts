import { indexThemes, themesOf } from '@zhiheng/text/themes';

/** A theme and the words by which it is recognised. */
export interface WordedTheme {
  readonly id: string;
  readonly words: readonly string[];
}

const han = /\p{Script=Han}/u;

/**
 * The ids of the themes that a text speaks of, those with the most words first. A Chinese word that the dictionary does not have is looked for as it
 * stands: a house has words of its own.
 *
 * @example matcherOf([{ id: 'waiting', words: ['排队'] }])('排队太久') // ['waiting']
 */
export function matcherOf(themes: readonly WordedTheme[]): (text: string) => string[] {
  if (themes.length === 0) return () => [];
  const index = indexThemes(themes.map(({ id, words }) => ({ code: id, name: { zh: '', en: '' }, dimension: '', words })));
  const unknown = [...index.byWord].filter(([word]) => han.test(word));
  return (text) => {
    const found = new Map(themesOf(text, index).map(({ code, words }) => [code, words.length]));
    const normal = text.normalize('NFKC').toLowerCase();
    for (const [word, positions] of unknown) {
      if (!normal.includes(word)) continue;
      for (const position of positions) {
        const id = themes[position]?.id ?? '';
        found.set(id, (found.get(id) ?? 0) + 1);
      }
    }
    return [...found].toSorted(([, a], [, b]) => b - a).map(([id]) => id);
  };
}
