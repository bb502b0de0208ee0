import { covarianceOf, crossMomentsOf, type CrossMoments } from '../moments/cross-moments.ts';
import { insufficient, undetermined, type Outcome } from '../result/outcome.ts';
import { itemsOfScale, sumVaries, totalOf } from './scale-sums.ts';

/** Reliability from two halves of a scale. */
export interface SplitHalf {
  readonly kind: 'split-half';
  readonly n: number;
  /** items of the first half, from 0 */
  readonly first: readonly number[];
  readonly second: readonly number[];
  /** correlation of the sums of the halves */
  readonly r: number;
  /** 2r/(1 + r), for halves of equal variance; `null` at r = −1 */
  readonly spearmanBrown: number | null;
  /** 2 · (1 − (variance of one half + of the other)/variance of the sum), for any halves: Guttman's λ₄ of this split */
  readonly guttmanRulon: number | null;
}

/**
 * Split-half reliability from cross-moments; `first` names the items of one half (from 0), the others are the other half. Fewer than
 * two observations are insufficient; a half that does not vary leaves it undetermined. Source: Spearman (1910), British Journal of
 * Psychology 3, 271–295; Brown (1910), ibid., 296–322; Rulon (1939), Harvard Educational Review 9, 99–103; Guttman (1945),
 * Psychometrika 10, 255–282. Throws RangeError when a half is empty or an item is not there or named twice.
 * @example splitHalfFromMoments({ n: 4, origin: [0, 0], sums: [14, 17], products: [[54, 62], [62, 75]] }, [0]) // { r: 0.6741…, spearmanBrown: 0.8054…, guttmanRulon: 0.7843… }
 */
export function splitHalfFromMoments(moments: CrossMoments, first: readonly number[]): Outcome<SplitHalf> {
  const { n } = moments;
  if (n < 2) return insufficient(n, 2);
  const second = otherHalf(itemsOfScale(moments), first);
  const covariance = covarianceOf(moments);
  const block = (rows: readonly number[], columns: readonly number[]) => rows.map((i) => columns.map((j) => covariance[i]![j]!));
  const halves = [block(first, first), block(second, second)];
  if (!halves.every(sumVaries)) return undetermined(n, 'no-variation');
  const own = totalOf(halves[0]!);
  const other = totalOf(halves[1]!);
  const shared = totalOf(block(first, second));
  const r = Math.min(1, Math.max(-1, shared / Math.sqrt(own * other)));
  return {
    kind: 'split-half',
    n,
    first,
    second,
    r,
    spearmanBrown: r > -1 ? (2 * r) / (1 + r) : null,
    guttmanRulon: sumVaries(covariance) ? (4 * shared) / (own + other + 2 * shared) : null,
  };
}

/**
 * Split-half reliability of complete rows, one column per item, see `splitHalfFromMoments`.
 * @example splitHalf([[2, 3], [4, 4], [3, 5], [5, 5]], [0]) // { kind: 'split-half', n: 4, first: [0], second: [1], r: 0.6741… }
 */
export function splitHalf(rows: readonly (readonly number[])[], first: readonly number[]): Outcome<SplitHalf> {
  return splitHalfFromMoments(crossMomentsOf(rows), first);
}

/**
 * The first half of k items in their order, the larger one when k is odd.
 * @example firstHalf(5) // [0, 1, 2]
 */
export function firstHalf(items: number): number[] {
  return Array.from({ length: Math.ceil(items / 2) }, (_, index) => index);
}

/**
 * Every second of k items, from the first on: the odd ones as people count.
 * @example oddItems(5) // [0, 2, 4]
 */
export function oddItems(items: number): number[] {
  return Array.from({ length: Math.ceil(items / 2) }, (_, index) => 2 * index);
}

function otherHalf(items: number, first: readonly number[]): number[] {
  const taken = new Set(first);
  const other = Array.from({ length: items }, (_, index) => index).filter((index) => !taken.has(index));
  if (taken.size !== first.length || other.length + first.length !== items)
    throw new RangeError(`a half names items once: ${first.join(', ')}`);
  if (first.length === 0 || other.length === 0) throw new RangeError('a half has at least one item');
  return other;
}
