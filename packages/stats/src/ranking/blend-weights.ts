import { normaliseWeights, requireWeights } from './decision-matrix.ts';

/**
 * One set of weights from several (of experts, of data, of customers), each with its share of the say. 'linear' averages them, 'product'
 * multiplies them (a criterion without weight anywhere has none) and normalises. The result sums to 1. Throws RangeError for sets of unequal
 * length, negative weights, shares that are all 0, or a product that leaves no weight.
 * @example blendWeights([{ weights: [0.5, 0.5], share: 1 }, { weights: [0.9, 0.1], share: 3 }], 'linear') // [0.8, 0.2]
 * @example blendWeights([{ weights: [0.5, 0.5], share: 1 }, { weights: [0.9, 0.1], share: 1 }], 'product') // [0.75…, 0.25…]
 */
export function blendWeights(
  sets: readonly { readonly weights: readonly number[]; readonly share: number }[],
  how: 'linear' | 'product',
): number[] {
  const count = sets[0]?.weights.length ?? 0;
  for (const { weights } of sets) requireWeights(weights, count);
  const shares = normaliseWeights(sets.map(({ share }) => share));
  const normalised = sets.map(({ weights }) => normaliseWeights(weights));
  const blended = Array.from({ length: count }, (_, j) =>
    how === 'linear'
      ? normalised.reduce((sum, weights, s) => sum + shares[s]! * weights[j]!, 0)
      : normalised.reduce((product, weights, s) => product * weights[j]! ** shares[s]!, 1),
  );
  return normaliseWeights(blended);
}
