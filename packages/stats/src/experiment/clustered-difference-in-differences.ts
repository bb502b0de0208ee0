import type { ConfidenceOptions } from '../comparison/confidence.ts';
import { clusterErrors } from '../regression/cluster-errors.ts';
import type { Coefficient } from '../regression/coefficient.ts';
import { isDetermined, undetermined, type Outcome } from '../result/outcome.ts';

/** One observation: of whom, in which group, before or after the change. */
export interface PanelObservation {
  readonly id: number | string;
  readonly treated: boolean;
  readonly after: boolean;
  readonly value: number;
}

/** Did those who were changed change more than the others, when the same units are seen several times? */
export interface ClusteredDifferenceInDifferences {
  readonly kind: 'clustered-difference-in-differences';
  readonly n: number;
  /** units, by which observations depend on each other */
  readonly clusters: number;
  /** change of the treated less change of the comparison */
  readonly effect: Coefficient;
  readonly confidence: number;
  readonly method: { readonly errors: 'cluster HC1' };
}

/**
 * Difference in differences of observations that belong to units (persons, teams), with errors that let observations of the same unit
 * depend on each other. Insufficient and undetermined as `clusterErrors`; a cell without observations is `singular`. Throws RangeError for NaN
 * and infinities.
 * Source: Bertrand, Duflo, Mullainathan (2004), Quarterly Journal of Economics 119, 249–275.
 * @example const cell = (id, treated, after, value) => ({ id, treated, after, value });
 * clusteredDifferenceInDifferences([cell(1, false, false, 1), cell(1, false, true, 2), cell(2, false, false, 3), cell(2, false, true, 4), cell(3, true, false, 1), cell(3, true, true, 4), cell(4, true, false, 3), cell(4, true, true, 6)]) // { n: 8, clusters: 4, effect: { estimate: 2.00000… } }
 */
export function clusteredDifferenceInDifferences(
  observations: readonly PanelObservation[],
  options: ConfidenceOptions = {},
): Outcome<ClusteredDifferenceInDifferences> {
  const design = observations.map(({ treated, after }) => [Number(treated), Number(after), Number(treated && after)]);
  const fit = clusterErrors(
    design,
    observations.map(({ value }) => value),
    { ...options, clusters: observations.map(({ id }) => id) },
  );
  if (!isDetermined(fit)) return fit;
  const effect = fit.coefficients[3];
  if (effect === undefined) return undetermined(fit.n, 'singular');
  const { n, clusters, confidence, method } = fit;
  return { kind: 'clustered-difference-in-differences', n, clusters, effect, confidence, method };
}
