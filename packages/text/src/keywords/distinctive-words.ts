import type { MentionCounts } from '../hot-spots/count-mentions.ts';
import { logLikelihoodRatio } from '../themes/association.ts';
import { strongest, type Keyword } from './keyword.ts';

/** What `distinctiveWords` leaves out. */
export interface DistinctiveOptions {
  /** documents here that must hold the word; 5 */
  readonly minimum?: number;
  /** G² that must be passed; 10.83, chance in 1 of 1000 for a word looked at alone */
  readonly significance?: number;
  /** 10 */
  readonly limit?: number;
}

/**
 * Words that stand in a larger share of these documents than of the others (complaints against praise, one site against the rest), ranked
 * by Dunning's log-likelihood ratio G². No documents on either side: none.
 * @example const unhappy = { n: 100, counts: new Map([['慢', 40], ['米饭', 10]]) };
 * distinctiveWords(unhappy, { n: 100, counts: new Map([['慢', 5], ['米饭', 10]]) }) // [{ word: '慢', n: 40, score: 38.96… }]
 */
export function distinctiveWords(these: MentionCounts, others: MentionCounts, options: DistinctiveOptions = {}): Keyword[] {
  const { minimum = 5, significance = 10.83, limit = 10 } = options;
  const n = these.n + others.n;
  const scored = [...these.counts]
    .filter(([, count]) => count >= minimum)
    .map(([word, count]) => ({
      word,
      n: count,
      score: logLikelihoodRatio({ n, one: these.n, other: count + (others.counts.get(word) ?? 0), both: count }),
    }));
  return strongest(
    scored.filter(({ score }) => score > significance),
    limit,
  );
}
