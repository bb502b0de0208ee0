import { logLikelihoodRatio } from './association.ts';

/** How often words stand in sentences, and in those that speak of a theme. Counts of parts of the data add up. */
export interface ThemeWordCounts {
  readonly n: number;
  readonly themed: number;
  /** word → sentences with it: in all, and among the themed */
  readonly words: ReadonlyMap<string, { readonly all: number; readonly themed: number }>;
}

/** A word that keeps company with a theme. */
export interface RelatedWord {
  readonly word: string;
  /** sentences with it, and how many of them speak of the theme */
  readonly all: number;
  readonly themed: number;
  /** Dunning's G² of word and theme */
  readonly score: number;
}

/**
 * Counts words of sentences (as `contentWords` gives them) and whether the sentence speaks of a theme; a word counts once in a sentence.
 * @example countWithTheme([['米饭', '凉了'], ['米饭']], [true, false]).words.get('米饭') // { all: 2, themed: 1 }
 */
export function countWithTheme(sentences: readonly (readonly string[])[], themed: readonly boolean[]): ThemeWordCounts {
  if (sentences.length !== themed.length) throw new RangeError('each sentence speaks of the theme or does not');
  const words = new Map<string, { all: number; themed: number }>();
  for (const [i, sentence] of sentences.entries()) {
    for (const word of new Set(sentence)) {
      const count = words.get(word) ?? { all: 0, themed: 0 };
      words.set(word, { all: count.all + 1, themed: count.themed + (themed[i]! ? 1 : 0) });
    }
  }
  return { n: sentences.length, themed: themed.filter(Boolean).length, words };
}

/**
 * The counts of two parts of the data together.
 * @example const part = countWithTheme([['米饭']], [true]);
 * addThemeWordCounts(part, part).words.get('米饭') // { all: 2, themed: 2 }
 */
export function addThemeWordCounts(a: ThemeWordCounts, b: ThemeWordCounts): ThemeWordCounts {
  const words = new Map(a.words);
  for (const [word, count] of b.words) {
    const known = words.get(word) ?? { all: 0, themed: 0 };
    words.set(word, { all: known.all + count.all, themed: known.themed + count.themed });
  }
  return { n: a.n + b.n, themed: a.themed + b.themed, words };
}

/** What `relatedWords` leaves out. */
export interface RelatedWordsOptions {
  /** words that the theme has already */
  readonly known?: readonly string[];
  /** sentences of the theme that must hold the word; 5 */
  readonly minimum?: number;
  /** G² that must be passed; 10.83, chance in 1 of 1000 */
  readonly significance?: number;
  /** 20 */
  readonly limit?: number;
}

/**
 * The words that stand with a theme more often than chance explains, the strongest first: candidates for its list, for a person to judge.
 * @example const heaps = Array.from({ length: 40 }, (_, i) => (i < 10 ? ['米饭', '夹生'] : ['速度']));
 * relatedWords(countWithTheme(heaps, heaps.map(([word]) => word === '米饭')), { known: ['米饭'] }) // [{ word: '夹生', all: 10, themed: 10 }]
 */
export function relatedWords(counts: ThemeWordCounts, options: RelatedWordsOptions = {}): RelatedWord[] {
  const { minimum = 5, significance = 10.83, limit = 20 } = options;
  const known = new Set(options.known ?? []);
  return [...counts.words]
    .filter(([word, { themed }]) => themed >= minimum && !known.has(word))
    .map(([word, { all, themed }]) => ({
      word,
      all,
      themed,
      score: logLikelihoodRatio({ n: counts.n, one: counts.themed, other: all, both: themed }),
    }))
    .filter(({ score }) => score > significance)
    .sort((a, b) => b.score - a.score || (a.word < b.word ? -1 : 1))
    .slice(0, limit);
}
