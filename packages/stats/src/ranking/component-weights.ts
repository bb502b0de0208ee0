import { symmetricEigen } from '../matrix/decompositions.ts';
import { correlationOf, crossMomentsOf, type CrossMoments } from '../moments/cross-moments.ts';
import { isDetermined, type Outcome } from '../result/outcome.ts';

/** Weights from principal components. */
export interface ComponentWeights {
  readonly kind: 'component-weights';
  readonly n: number;
  /** communality on the retained components, normalised to sum 1 */
  readonly weights: readonly number[];
  readonly eigenvalues: readonly number[];
  /** number of components kept, and the share of variance they explain */
  readonly retained: number;
  readonly explained: number;
  readonly method: { readonly rule: ComponentRule };
}

/** Which components to keep: eigenvalues above a limit, or as many as explain a share of the variance. */
export type ComponentRule = { readonly eigenvalueAbove: number } | { readonly explains: number };

/**
 * Weights of indicators from principal components of their correlations, from mergeable moments: the share of each indicator's variance on
 * the retained components, Σ l² over them, normalised to sum 1. Signs and order of components do not matter. At least one component is
 * kept. Fewer than two observations: insufficient; a constant indicator: undetermined. Throws RangeError without any indicator.
 * Source: OECD (2008), Handbook on Constructing Composite Indicators, pp. 89–91.
 * @example componentWeightsFromMoments({ n: 5, origin: [0, 0], sums: [0, 0], products: [[4, 2], [2, 4]] }) // { weights: [0.5…, 0.5…], eigenvalues: [1.5…, 0.5…], retained: 1, explained: 0.75… }
 */
export function componentWeightsFromMoments(
  moments: CrossMoments,
  rule: ComponentRule = { eigenvalueAbove: 1 },
): Outcome<ComponentWeights> {
  if (moments.sums.length === 0) throw new RangeError('weights need at least one item');
  const correlation = correlationOf(moments);
  if (!isDetermined(correlation)) return correlation;
  const { values: eigenvalues, vectors } = symmetricEigen(correlation.matrix);
  const retained = Math.max(1, retainedBy(rule, eigenvalues));
  const communalities = vectors.map((row) => row.slice(0, retained).reduce((sum, u, k) => sum + u * u * eigenvalues[k]!, 0));
  const total = communalities.reduce((sum, value) => sum + value, 0);
  const weights = communalities.map((value) => value / total);
  return {
    kind: 'component-weights',
    n: moments.n,
    weights,
    eigenvalues,
    retained,
    explained: total / eigenvalues.length,
    method: { rule },
  };
}

/**
 * The same from complete rows, one column per indicator.
 * @example componentWeights([[1, 2], [2, 1], [3, 4], [4, 3]], { explains: 0.9 }) // { weights: [0.5…, 0.5…], retained: 2, explained: 1… }
 */
export function componentWeights(
  rows: readonly (readonly number[])[],
  rule: ComponentRule = { eigenvalueAbove: 1 },
): Outcome<ComponentWeights> {
  return componentWeightsFromMoments(crossMomentsOf(rows), rule);
}

function retainedBy(rule: ComponentRule, eigenvalues: readonly number[]): number {
  if ('eigenvalueAbove' in rule) return eigenvalues.filter((value) => value > rule.eigenvalueAbove).length;
  if (!(rule.explains > 0 && rule.explains <= 1)) throw new RangeError(`a share of variance lies between 0 and 1: ${rule.explains}`);
  let explained = 0;
  // rounding must not ask for one component more
  const wanted = rule.explains * eigenvalues.length * (1 - 1e-12);
  return eigenvalues.findIndex((value) => (explained += value) >= wanted) + 1;
}
