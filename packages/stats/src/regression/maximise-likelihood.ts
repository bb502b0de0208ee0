import { invert } from '../matrix/decompositions.ts';
import { fisherScoring, type Likelihood } from '../optimize/fisher-scoring.ts';
import { undetermined, type Outcome } from '../result/outcome.ts';

/** A log-likelihood of standardised predictors as a function of the coefficients. */
export interface SearchedLikelihood {
  readonly n: number;
  /** null where the coefficients are too large for a double */
  readonly at: (coefficients: readonly number[]) => Likelihood | null;
}

/** The coefficients with the highest likelihood, and their covariance. */
export interface LikelihoodMaximum {
  readonly kind: 'likelihood-maximum';
  readonly coefficients: readonly number[];
  readonly covariance: readonly (readonly number[])[];
  readonly logLikelihood: number;
  readonly logLikelihoodAtStart: number;
}

/** No estimate that exists is this many times less certain than the start of the search. */
const mostInflation = 1e8;

/**
 * Highest point of a likelihood of standardised predictors. Undetermined: `no-events` when the likelihood is the same everywhere around the
 * start, `separated` when it rises without end, so that a search runs away while the variances grow without bound, else `not-converged`.
 * Source: Albert, Anderson (1984), Biometrika 71, 1–10.
 * @example maximiseLikelihood({ n: 4, at: ([p = 0]) => ({ value: 3 * p - 4 * Math.log1p(Math.exp(p)), gradient: [3 - 4 / (1 + Math.exp(-p))], information: [[2 / (1 + Math.cosh(p))]] }) }, [0]) // { coefficients: [1.09861…], covariance: [[1.33333…]], logLikelihood: -2.24934… }
 */
export function maximiseLikelihood(likelihood: SearchedLikelihood, start: readonly number[]): Outcome<LikelihoodMaximum> {
  const { n } = likelihood;
  const atStart = likelihood.at(start);
  const uncertainty = inverseInformation(atStart);
  if (atStart === null || uncertainty === null) return undetermined(n, 'no-events');
  let farthest = atStart;
  const watched = (coefficients: readonly number[]): Likelihood | null => {
    const here = likelihood.at(coefficients);
    if (here !== null && here.value > farthest.value) farthest = here;
    return here;
  };
  const maximum = fisherScoring(watched, start);
  const covariance = inverseInformation(maximum ?? farthest);
  if (covariance === null || hasRunAway(covariance, uncertainty)) return undetermined(n, 'separated');
  if (maximum === null) return undetermined(n, 'not-converged');
  return {
    kind: 'likelihood-maximum',
    coefficients: maximum.parameters,
    covariance,
    logLikelihood: maximum.value,
    logLikelihoodAtStart: atStart.value,
  };
}

const inverseInformation = (likelihood: Likelihood | null): number[][] | null =>
  likelihood === null ? null : invert(likelihood.information);

function hasRunAway(covariance: readonly (readonly number[])[], atStart: readonly (readonly number[])[]): boolean {
  return covariance.some((row, i) => !(row[i]! > 0 && row[i]! <= mostInflation * atStart[i]![i]!));
}
