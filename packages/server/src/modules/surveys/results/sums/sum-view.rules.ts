import { addMoments, type CrossMoments, type Moments, type PairwiseMoments } from '@zhiheng/stats/moments';
import { keyOfBlock, triangle, type Block } from './block.rules.ts';
import type { Place, SumPlan } from './sum-plan.rules.ts';

/** Sums of many answers, with the plan by which they are read. */
export interface Sums {
  readonly plan: SumPlan;
  readonly numbers: Float64Array;
}

/** Where a block stands. Throws RangeError for one that the plan does not have: a programmer's error. */
function placeOf({ plan }: Sums, block: Block): Place {
  const place = plan.byKey.get(keyOfBlock(block));
  if (place === undefined) throw new RangeError(`the plan keeps no ${JSON.stringify(block)}`);
  return place;
}

const numbersOf = (sums: Sums, block: Block): Float64Array => {
  const { at, size } = placeOf(sums, block);
  return sums.numbers.subarray(at, at + size);
};

interface LevelCounts {
  readonly min: number;
  /** answers per level, from `min` on */
  readonly counts: readonly number[];
  readonly notApplicable: number;
  readonly n: number;
}

export function levelCounts(
  sums: Sums,
  { field, min, max }: { readonly field: string; readonly min: number; readonly max: number },
): LevelCounts {
  const numbers = numbersOf(sums, { kind: 'levels', field, min, max });
  const counts = [...numbers.subarray(0, -1)];
  return { min, counts, notApplicable: numbers.at(-1) ?? 0, n: counts.reduce((sum, count) => sum + count, 0) };
}

export function optionCounts(
  sums: Sums,
  field: string,
  options: readonly string[],
): { readonly n: number; readonly counts: readonly number[] } {
  return {
    n: numbersOf(sums, { kind: 'answered', field })[0] ?? 0,
    counts: options.map((option) => numbersOf(sums, { kind: 'option', field, option })[0] ?? 0),
  };
}

const momentsAt = (numbers: Float64Array, at: number, unit: number): Moments => ({
  n: numbers[at] ?? 0,
  sum: (numbers[at + 1] ?? 0) / unit,
  squares: (numbers[at + 2] ?? 0) / unit ** 2,
});

export const placeMoments = (sums: Sums, field: string, option: string): Moments =>
  momentsAt(numbersOf(sums, { kind: 'place', field, option }), 0, 1);

export const amountMoments = (sums: Sums, field: string, unit: number): Moments =>
  momentsAt(numbersOf(sums, { kind: 'amount', field, unit }), 0, unit);

export const totalMoments = (sums: Sums, block: Extract<Block, { kind: 'total' }>): Moments => momentsAt(numbersOf(sums, block), 0, 1_000);

/** Of each person's mean over what they answered. */
export function meanMoments(sums: Sums, block: Extract<Block, { kind: 'mean' }>): Moments {
  const numbers = numbersOf(sums, block);
  return block.fields.map((_, i) => momentsAt(numbers, 3 * i, i + 1)).reduce(addMoments, { n: 0, sum: 0, squares: 0 });
}

export function pairCounts(sums: Sums, first: string, second: string): number[][] {
  const numbers = numbersOf(sums, { kind: 'table', first, second, levels: 5 });
  return Array.from({ length: 5 }, (_, row) => [...numbers.subarray(row * 5, row * 5 + 5)]);
}

export function completeMoments(sums: Sums, fields: readonly string[]): CrossMoments {
  const numbers = numbersOf(sums, { kind: 'complete', fields });
  const items = fields.length;
  const product = (i: number, j: number): number => numbers[1 + items + triangle(Math.max(i, j)) + Math.min(i, j)] ?? 0;
  return {
    n: numbers[0] ?? 0,
    origin: fields.map(() => 0),
    sums: [...numbers.subarray(1, 1 + items)],
    products: fields.map((_, i) => fields.map((__, j) => product(i, j))),
  };
}

export function pairwiseMoments(sums: Sums, fields: readonly string[]): PairwiseMoments {
  const numbers = numbersOf(sums, { kind: 'pairwise', fields });
  const items = fields.length;
  const symmetric = (from: number): number[][] =>
    fields.map((_, i) => fields.map((__, j) => numbers[from + triangle(Math.max(i, j)) + Math.min(i, j)] ?? 0));
  const square = (from: number): number[][] => fields.map((_, i) => [...numbers.subarray(from + i * items, from + (i + 1) * items)]);
  const sumsFrom = 2 * triangle(items);
  return {
    origin: fields.map(() => 0),
    n: symmetric(0),
    products: symmetric(triangle(items)),
    sums: square(sumsFrom),
    squares: square(sumsFrom + items * items),
  };
}
