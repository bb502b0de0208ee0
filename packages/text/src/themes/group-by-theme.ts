import { wilsonInterval } from '@zhiheng/stats/intervals';
import type { Interval } from '@zhiheng/stats/result';
import { eachMention, wordOfKey, type ThemeIndex, type WordKey } from './theme-index.ts';

/** The sentences that speak of a theme. */
export interface ThemeGroup {
  readonly code: string;
  /** sentences that speak of it */
  readonly n: number;
  /** n over all sentences */
  readonly share: number;
  /** of the share, by Wilson; null without sentences */
  readonly ci95: Interval | null;
  /** the words that brought them here, the most frequent first, with the number of times they were said */
  readonly words: readonly { readonly word: string; readonly n: number }[];
  /** positions of the sentences, ascending */
  readonly sentences: readonly number[];
}

/** Sentences by theme. A sentence may speak of several; `rest` speaks of none. */
export interface ThemeGroups {
  readonly kind: 'theme-groups';
  readonly n: number;
  /** the largest first, ties in the order of the themes; themes that nobody spoke of are there with 0 */
  readonly groups: readonly ThemeGroup[];
  readonly rest: readonly number[];
}

/**
 * Groups sentences by what they speak of: each joins every theme of which it says a word.
 * No sentences: every theme has n = 0 and no interval.
 * @example const index = indexThemes(seedThemes('catering'));
 * groupByTheme(['送餐太慢', '味道好', '😀'], index).rest // [2]
 * groupByTheme(['送餐太慢', '味道好', '😀'], index).groups[0] // { code: 'waiting', n: 1, share: 0.333… }
 */
export function groupByTheme(sentences: readonly string[], index: ThemeIndex): ThemeGroups {
  const found: Found[] = index.themes.map(({ code }) => ({ code, sentences: [], words: new Map() }));
  const rest: number[] = [];
  for (const [position, sentence] of sentences.entries()) {
    let themed = false;
    eachMention(index, sentence, (theme, key) => {
      const { sentences: own, words } = found[theme]!;
      if (own.at(-1) !== position) own.push(position);
      words.set(key, (words.get(key) ?? 0) + 1);
      themed = true;
    });
    if (!themed) rest.push(position);
  }
  const groups = found.map((each) => groupOf(each, sentences.length));
  return { kind: 'theme-groups', n: sentences.length, groups: groups.sort((a, b) => b.n - a.n), rest };
}

interface Found {
  readonly code: string;
  readonly sentences: number[];
  readonly words: Map<WordKey, number>;
}

function groupOf({ code, sentences, words }: Found, n: number): ThemeGroup {
  return {
    code,
    n: sentences.length,
    share: n === 0 ? 0 : sentences.length / n,
    ci95: wilsonInterval(sentences.length, n),
    words: [...words].map(([key, times]) => ({ word: wordOfKey(key), n: times })).sort((a, b) => b.n - a.n || (a.word < b.word ? -1 : 1)),
    sentences,
  };
}
