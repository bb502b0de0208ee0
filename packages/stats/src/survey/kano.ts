import { wilsonInterval } from '../intervals/wilson-interval.ts';
import { insufficient, undetermined, type Interval, type Outcome } from '../result/outcome.ts';
import { requireSameLength } from '../result/require-finite.ts';

/** Attractive, one-dimensional, must-be, indifferent, reverse, questionable. */
export type KanoCategory = 'A' | 'O' | 'M' | 'I' | 'R' | 'Q';

/** How many people fall into each category of one feature. Counts of parts add up. */
export type KanoCounts = Readonly<Record<KanoCategory, number>>;

/**
 * The categories by both answers: row = answer to the feature being there (1 like, 2 must be, 3 neutral, 4 live with, 5 dislike), character
 * = answer to its absence. Liking both is questionable.
 * Source: Berger et al. (1993), Center for Quality of Management Journal 2(4), 3–36.
 */
export const kanoTable: readonly string[] = ['QAAAO', 'RIIIM', 'RIIIM', 'RIIIM', 'RRRRQ'];

/** Which category stands for a feature when several are equally frequent: what hurts most when absent comes first. */
export const kanoTieOrder: readonly KanoCategory[] = ['M', 'O', 'A', 'I', 'R', 'Q'];

/** What the customers of one feature say together. */
export interface KanoFeature {
  readonly kind: 'kano-feature';
  readonly n: number;
  readonly counts: KanoCounts;
  /** the most frequent category, ties by the given order */
  readonly category: KanoCategory;
  /** all categories as frequent as that one */
  readonly tied: readonly KanoCategory[];
  /** the most frequent of M, O, A where they are more than I, R, Q together, else of I, R, Q (Blauth's rule) */
  readonly blauthCategory: KanoCategory;
  /** (largest − second largest count) / n */
  readonly categoryStrength: number;
  /** (M + O + A) / n */
  readonly totalStrength: number;
  /** how much satisfaction its presence gains and its absence costs; null when all answers are reverse or questionable */
  readonly coefficients: KanoCoefficients | null;
  readonly method: { readonly tieOrder: readonly KanoCategory[] };
}

/** Better and worse coefficient. Reverse and questionable answers leave the denominator. */
export interface KanoCoefficients {
  readonly kind: 'kano-coefficients';
  /** A + O + M + I */
  readonly n: number;
  /** (A + O) / n: 0 to 1 */
  readonly better: number;
  /** −(O + M) / n: −1 to 0 */
  readonly worse: number;
  readonly confidence: number;
  /** after Wilson */
  readonly betterInterval: Interval;
  /** after Wilson */
  readonly worseInterval: Interval;
}

/**
 * Category of one pair of answers, each from 1 (like) to 5 (dislike). Throws RangeError for other answers and for a table that is not five
 * by five.
 * @example kanoCategory(1, 5) // 'O'
 * @example kanoCategory(1, 1) // 'Q'
 */
export function kanoCategory(functional: number, dysfunctional: number, table: readonly string[] = kanoTable): KanoCategory {
  const category = table[functional - 1]?.[dysfunctional - 1];
  const known = kanoTieOrder.find((each) => each === category);
  if (known === undefined) throw new RangeError(`no Kano category for the answers ${functional} and ${dysfunctional}`);
  return known;
}

/**
 * Counts of the categories over people, from their answers to the feature's presence and absence. Throws RangeError for lists of unequal
 * length and answers outside 1..5.
 * @example kanoCountsOf([1, 1, 2], [5, 3, 5]) // { A: 1, O: 1, M: 1, I: 0, R: 0, Q: 0 }
 */
export function kanoCountsOf(
  functional: ArrayLike<number>,
  dysfunctional: ArrayLike<number>,
  table: readonly string[] = kanoTable,
): KanoCounts {
  requireSameLength(functional, dysfunctional);
  const counts = { A: 0, O: 0, M: 0, I: 0, R: 0, Q: 0 };
  for (let i = 0; i < functional.length; i++) counts[kanoCategory(functional[i]!, dysfunctional[i]!, table)] += 1;
  return counts;
}

/**
 * Better and worse coefficient from counts. No answers are insufficient; only reverse or questionable ones leave them undetermined. Throws
 * RangeError for negative or broken counts.
 * Source: Berger et al. (1993); intervals as of shares.
 * @example kanoCoefficients({ A: 7, O: 20, M: 10, I: 13, R: 2, Q: 1 }) // { n: 50, better: 0.54, worse: -0.6 }
 */
export function kanoCoefficients(
  counts: KanoCounts,
  { confidence = 0.95 }: { readonly confidence?: number } = {},
): Outcome<KanoCoefficients> {
  const { A, O, M, I } = counts;
  const all = totalOf(counts);
  if (all === 0) return insufficient(0, 1);
  const n = A + O + M + I;
  const better = wilsonInterval(A + O, n, confidence);
  const worse = wilsonInterval(O + M, n, confidence);
  if (better === null || worse === null) return undetermined(all, 'no-variation');
  return {
    kind: 'kano-coefficients',
    n,
    better: (A + O) / n,
    worse: -(O + M) / n || 0,
    confidence,
    betterInterval: better,
    worseInterval: [-worse[1] || 0, -worse[0] || 0],
  };
}

/**
 * Category, strengths and coefficients of one feature from counts. No answers are insufficient. Throws RangeError for negative or broken
 * counts and for a tie order that does not name each category once.
 * Sources: Berger et al. (1993); Lee, Newcomb (1997), Center for Quality of Management Journal 6(3), 26–36, for the strengths.
 * @example kanoFeature({ A: 19, O: 34, M: 34, I: 17, R: 0, Q: 1 }) // { n: 105, category: 'M', tied: ['M', 'O'], categoryStrength: 0, totalStrength: 0.828571428… }
 */
export function kanoFeature(
  counts: KanoCounts,
  { tieOrder = kanoTieOrder, confidence = 0.95 }: { readonly tieOrder?: readonly KanoCategory[]; readonly confidence?: number } = {},
): Outcome<KanoFeature> {
  requireOrder(tieOrder);
  const n = totalOf(counts);
  if (n === 0) return insufficient(0, 1);
  const [largest = 0, second = 0] = Object.values(counts).sort((a, b) => b - a);
  const wanted = counts.M + counts.O + counts.A;
  const kinds = wanted > n - wanted ? wantedCategories : otherCategories;
  const coefficients = kanoCoefficients(counts, { confidence });
  return {
    kind: 'kano-feature',
    n,
    counts,
    category: mostFrequent(counts, tieOrder),
    tied: tieOrder.filter((category) => counts[category] === largest),
    blauthCategory: mostFrequent(
      counts,
      tieOrder.filter((category) => kinds.includes(category)),
    ),
    categoryStrength: (largest - second) / n,
    totalStrength: wanted / n,
    coefficients: coefficients.kind === 'kano-coefficients' ? coefficients : null,
    method: { tieOrder },
  };
}

const wantedCategories: readonly KanoCategory[] = ['M', 'O', 'A'];
const otherCategories: readonly KanoCategory[] = ['I', 'R', 'Q'];

function requireOrder(tieOrder: readonly KanoCategory[]): void {
  if (tieOrder.length !== 6 || new Set(tieOrder).size !== 6) throw new RangeError('the order of ties must name each category once');
}

const mostFrequent = (counts: KanoCounts, order: readonly KanoCategory[]): KanoCategory =>
  order.reduce((best, category) => (counts[category] > counts[best] ? category : best));

function totalOf({ A, O, M, I, R, Q }: KanoCounts): number {
  const all = [A, O, M, I, R, Q];
  if (!all.every((count) => Number.isInteger(count) && count >= 0)) throw new RangeError('counts must be whole and not negative');
  return all.reduce((sum, count) => sum + count, 0);
}
