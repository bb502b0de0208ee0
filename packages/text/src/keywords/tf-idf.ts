import type { InverseFrequency } from './inverse-frequency.ts';
import { strongest, type Keyword } from './keyword.ts';

/**
 * Keywords by term frequency times inverse document frequency: words said often here and in few documents. The frequency is the share of
 * all words of the text. `words` are content words, repetitions included. No words: no keywords.
 * Source: Salton, Buckley (1988), Information Processing and Management 24, 513–523.
 * @example tfIdf(['凉', '慢', '慢'], () => 1, 1) // [{ word: '慢', n: 2, score: 0.666… }]
 */
export function tfIdf(words: readonly string[], inverseFrequency: InverseFrequency, limit = 10): Keyword[] {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return strongest(
    [...counts].map(([word, n]) => ({ word, n, score: (n / words.length) * inverseFrequency(word) })),
    limit,
  );
}
