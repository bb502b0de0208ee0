import { logLikelihoodRatio, mutualInformation } from './association.ts';

/** Words that keep each other company and belong to no theme yet. */
export interface ThemeCandidate {
  /** the most frequent first */
  readonly words: readonly string[];
  /** sentences that hold at least one of them */
  readonly n: number;
}

/** How a candidate is recognised. */
export interface DiscoveryOptions {
  /** only the most frequent words are looked at; 300 */
  readonly vocabulary?: number;
  /** sentences that must hold both words of a pair; 5 */
  readonly minimum?: number;
  /** G² that a pair must pass; 10.83, chance in 1 of 1000 */
  readonly significance?: number;
  /** partners that a word keeps, its closest; 3 */
  readonly partners?: number;
}

/**
 * Groups of words that occur together more often than chance explains: each word keeps its closest partners by normalised mutual
 * information, two words are tied when each keeps the other, and words that hang together by ties are one candidate. For the sentences that
 * no seed theme covers: a person names the candidate or drops it. The largest first; too few sentences give none.
 * @example const heaps = Array.from({ length: 40 }, (_, i) => (i % 2 === 0 ? ['小票', '打印'] : ['歌曲', '音量']));
 * discoverThemes(heaps).map(({ words }) => words) // [['小票', '打印'], ['歌曲', '音量']]
 */
export function discoverThemes(sentences: readonly (readonly string[])[], options: DiscoveryOptions = {}): ThemeCandidate[] {
  const { vocabulary = 300, partners = 3 } = options;
  const words = mostFrequent(sentences, vocabulary);
  const together = countTogether(sentences, words);
  const closest = words.map((_, word) => closestPartners(together, word, options).slice(0, partners));
  const components = connected(words.length, (a) => closest[a]!.filter((b) => closest[b]!.includes(a)));
  return components
    .filter((members) => members.length > 1)
    .map((members) => {
      const names = members.map((member) => words[member]!);
      return { words: names, n: sentences.filter((sentence) => sentence.some((word) => names.includes(word))).length };
    })
    .sort((a, b) => b.n - a.n);
}

function mostFrequent(sentences: readonly (readonly string[])[], limit: number): string[] {
  const counts = new Map<string, number>();
  for (const sentence of sentences) for (const word of new Set(sentence)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts]
    .sort(([a, ofA], [b, ofB]) => ofB - ofA || (a < b ? -1 : 1))
    .slice(0, limit)
    .map(([word]) => word);
}

/** Sentences that hold both words, by their positions; on the diagonal, those that hold the word. */
interface TogetherCounts {
  readonly n: number;
  readonly size: number;
  readonly counts: Int32Array;
}

function countTogether(sentences: readonly (readonly string[])[], words: readonly string[]): TogetherCounts {
  const positions = new Map(words.map((word, i) => [word, i]));
  const size = words.length;
  const counts = new Int32Array(size * size);
  for (const sentence of sentences) {
    const held = [...new Set(sentence)].map((word) => positions.get(word)).filter((position) => position !== undefined);
    for (const a of held) for (const b of held) counts[a * size + b]! += 1;
  }
  return { n: sentences.length, size, counts };
}

function closestPartners(together: TogetherCounts, word: number, { minimum = 5, significance = 10.83 }: DiscoveryOptions): number[] {
  const { n, size, counts } = together;
  const found: { other: number; closeness: number }[] = [];
  for (let other = 0; other < size; other++) {
    const joint = { n, one: counts[word * size + word]!, other: counts[other * size + other]!, both: counts[word * size + other]! };
    if (other === word || joint.both < minimum || logLikelihoodRatio(joint) <= significance) continue;
    found.push({ other, closeness: mutualInformation(joint) });
  }
  return found.sort((a, b) => b.closeness - a.closeness || a.other - b.other).map(({ other }) => other);
}

/** The connected components of a graph over 0..n−1, each ascending. */
function connected(n: number, neighbours: (node: number) => readonly number[]): number[][] {
  const seen = new Set<number>();
  const components: number[][] = [];
  for (let start = 0; start < n; start++) {
    if (!seen.has(start)) components.push(reached(start, neighbours, seen));
  }
  return components;
}

function reached(start: number, neighbours: (node: number) => readonly number[], seen: Set<number>): number[] {
  seen.add(start);
  const members = [start];
  for (const member of members) {
    const fresh = neighbours(member).filter((next) => !seen.has(next));
    for (const next of fresh) seen.add(next);
    members.push(...fresh);
  }
  return members.sort((a, b) => a - b);
}
