import { strongest, type Keyword } from './keyword.ts';

/** Words at most this far apart are neighbours, as in jieba. */
const reach = 5;
const damping = 0.85;
const rounds = 100;
const precise = 1e-9;

/**
 * Keywords by TextRank: words are nodes, joined as often as they stand within five of each other; the score is the share of time that a
 * walker spends at the word who follows joins with probability 0.85 and else starts anywhere (all scores sum to the number of different
 * words). Needs no knowledge of the language, but a text of some length. `words` are content words in their order. No words: no keywords;
 * at most 100 rounds.
 * Source: Mihalcea, Tarau (2004), TextRank: bringing order into texts, EMNLP 2004, 404–411.
 * @example textRank(['网速', '慢', '客服', '慢'], 1) // [{ word: '慢', n: 2 }]
 */
export function textRank(words: readonly string[], limit = 10): Keyword[] {
  const names = [...new Set(words)];
  const positions = new Map(names.map((name, i) => [name, i]));
  const path = words.map((word) => positions.get(word) ?? 0);
  const scores = rank(joinsOf(path, names.length));
  const counts = new Float64Array(names.length);
  for (const node of path) counts[node]! += 1;
  return strongest(
    names.map((word, i) => ({ word, n: counts[i]!, score: scores[i]! })),
    limit,
  );
}

/** For each node its neighbours with the number of times that they stood near. */
function joinsOf(path: readonly number[], size: number): Map<number, number>[] {
  const joins = Array.from({ length: size }, () => new Map<number, number>());
  for (let i = 0; i < path.length; i++) {
    for (let j = i + 1; j < Math.min(i + reach, path.length); j++) {
      const [a, b] = [path[i]!, path[j]!];
      if (a === b) continue;
      joins[a]!.set(b, (joins[a]!.get(b) ?? 0) + 1);
      joins[b]!.set(a, (joins[b]!.get(a) ?? 0) + 1);
    }
  }
  return joins;
}

function rank(joins: readonly ReadonlyMap<number, number>[]): Float64Array {
  const totals = joins.map((neighbours) => [...neighbours.values()].reduce((sum, weight) => sum + weight, 0));
  let scores = new Float64Array(joins.length).fill(1);
  for (let round = 0; round < rounds; round++) {
    const next = new Float64Array(joins.length).fill(1 - damping);
    for (const [node, neighbours] of joins.entries())
      for (const [other, weight] of neighbours) next[other]! += (damping * scores[node]! * weight) / totals[node]!;
    const change = next.reduce((sum, score, i) => sum + Math.abs(score - scores[i]!), 0);
    scores = next;
    if (change < precise * joins.length) break;
  }
  return scores;
}
