import { invert, logDeterminant, symmetricEigen } from '../matrix/decompositions.ts';
import { fisherScoring, type Likelihood } from '../optimize/fisher-scoring.ts';

type Matrix = readonly (readonly number[])[];

/** Σ = λλ′ + Θ: every variable measures one factor, with its own loading and its own error variance. */
export interface OneFactorModel {
  /** one per variable; their sum is not negative */
  readonly loadings: readonly number[];
  /** error variances; one below 0 (a Heywood case) says that the model does not hold or n is small */
  readonly uniquenesses: readonly number[];
  /** F = ln|Σ| + tr(SΣ⁻¹) − ln|S| − p at its minimum */
  readonly discrepancy: number;
  /** covariance matrix of loadings and uniquenesses (in this order) times n, from the expected information */
  readonly parameterCovariance: Matrix;
}

/**
 * The congeneric one-factor model by maximum likelihood from a correlation or covariance matrix of at least three variables, error
 * variances free. A matrix that is not positive definite, or iterations without end, have none: `null`. Source: Jöreskog (1971),
 * Psychometrika 36, 109–133; information of a covariance structure in Browne (1974), South African Statistical Journal 8, 1–24. Throws
 * RangeError for fewer than three variables.
 * @example oneFactorModel([[1, 0.42, 0.35], [0.42, 1, 0.3], [0.35, 0.3, 1]]) // { loadings: [0.7000…, 0.6000…, 0.5000…], uniquenesses: [0.5100…, 0.6400…, 0.7500…] }
 */
export function oneFactorModel(matrix: Matrix): OneFactorModel | null {
  const size = matrix.length;
  if (size < 3) throw new RangeError(`one factor is identified by at least three variables: ${size}`);
  const logDeterminantOfSample = logDeterminant(matrix);
  if (logDeterminantOfSample === null) return null;
  const maximum = fisherScoring((parameters) => oneFactorLikelihood(matrix, parameters), startFrom(matrix));
  const parameterCovariance = maximum && invert(maximum.information);
  if (maximum === null || parameterCovariance === null) return null;
  const loadings = maximum.parameters.slice(0, size);
  const sign = loadings.reduce((sum, loading) => sum + loading, 0) < 0 ? -1 : 1;
  const signOf = (index: number) => (index < size ? sign : 1);
  return {
    loadings: loadings.map((loading) => sign * loading),
    uniquenesses: maximum.parameters.slice(size),
    discrepancy: Math.max(0, -2 * maximum.value - logDeterminantOfSample - size),
    parameterCovariance: parameterCovariance.map((row, i) => row.map((cell, j) => signOf(i) * signOf(j) * cell)),
  };
}

/** Loadings on the first principal component, kept away from the borders. */
function startFrom(matrix: Matrix): number[] {
  const scale = matrix.map((row, i) => Math.sqrt(row[i]!));
  const { values, vectors } = symmetricEigen(matrix.map((row, i) => row.map((cell, j) => cell / (scale[i]! * scale[j]!))));
  const loadings = vectors.map((row) => Math.min(0.9, Math.max(-0.9, 0.9 * row[0]! * Math.sqrt(values[0]!))));
  return [...loadings.map((loading, i) => loading * scale[i]!), ...loadings.map((loading, i) => (1 - loading ** 2) * scale[i]! ** 2)];
}

/**
 * The likelihood of one observation, −½ (ln|Σ| + tr(SΣ⁻¹)), by all loadings and then all error variances; `null` unless Σ is positive
 * definite.
 * @example oneFactorLikelihood([[1, 0.3], [0.3, 1]], [0.6, 0.5, 0.64, 0.75])?.gradient // [0.0000…, 0.0000…, 0.0000…, 0.0000…]
 */
export function oneFactorLikelihood(sample: Matrix, parameters: readonly number[]): Likelihood | null {
  const size = sample.length;
  const loadings = parameters.slice(0, size);
  const implied = sample.map((_, i) => sample.map((_, j) => loadings[i]! * loadings[j]! + (i === j ? parameters[size + i]! : 0)));
  const logDeterminantOfModel = logDeterminant(implied);
  const inverse = invert(implied);
  if (logDeterminantOfModel === null || inverse === null) return null;
  const weighted = product(inverse, sample);
  const excess = product(weighted, inverse).map((row, i) => row.map((cell, j) => cell - inverse[i]![j]!));
  const value = -(logDeterminantOfModel + weighted.reduce((sum, row, i) => sum + row[i]!, 0)) / 2;
  const gradient = [...excess.map((row) => dot(row, loadings)), ...excess.map((row, i) => row[i]! / 2)];
  const information = expectedInformation(inverse, loadings);
  return { value, gradient, information, observed: added(information, misfitInformation(inverse, excess, loadings)) };
}

/** ½ tr(Σ⁻¹ Σₐ Σ⁻¹ Σ_b) for all pairs of parameters, Σₐ the derivative of Σ by parameter a. */
function expectedInformation(inverse: Matrix, loadings: readonly number[]): number[][] {
  const pull = inverse.map((row) => dot(row, loadings));
  const strength = dot(pull, loadings);
  return assembled({
    loadings: inverse.map((row, i) => row.map((cell, j) => pull[i]! * pull[j]! + cell * strength)),
    mixed: inverse.map((row) => row.map((cell, j) => cell * pull[j]!)),
    errors: inverse.map((row) => row.map((cell) => cell ** 2 / 2)),
  });
}

/** What the observed information has beyond the expected, W = Σ⁻¹(S − Σ)Σ⁻¹: tr(Σ⁻¹ Σₐ W Σ_b) − ½ tr(W Σₐ_b). It vanishes at a perfect fit. */
function misfitInformation(inverse: Matrix, excess: Matrix, loadings: readonly number[]): number[][] {
  const pull = inverse.map((row) => dot(row, loadings));
  const push = excess.map((row) => dot(row, loadings));
  const [strength, excessStrength] = [dot(pull, loadings), dot(push, loadings)];
  return assembled({
    loadings: excess.map((row, i) =>
      row.map((cell, j) => push[i]! * pull[j]! + pull[i]! * push[j]! + inverse[i]![j]! * excessStrength + cell * (strength - 1)),
    ),
    mixed: excess.map((row, i) => row.map((cell, j) => cell * pull[j]! + inverse[i]![j]! * push[j]!)),
    errors: excess.map((row, i) => row.map((cell, j) => cell * inverse[i]![j]!)),
  });
}

interface Parts {
  readonly loadings: Matrix;
  /** loading in the row, error variance in the column */
  readonly mixed: Matrix;
  readonly errors: Matrix;
}

function assembled({ loadings, mixed, errors }: Parts): number[][] {
  const top = loadings.map((row, i) => [...row, ...mixed[i]!]);
  const bottom = errors.map((row, i) => [...mixed.map((other) => other[i]!), ...row]);
  return [...top, ...bottom];
}

const added = (a: Matrix, b: Matrix): number[][] => a.map((row, i) => row.map((cell, j) => cell + b[i]![j]!));
const dot = (a: readonly number[], b: readonly number[]): number => a.reduce((sum, value, index) => sum + value * b[index]!, 0);
const product = (a: Matrix, b: Matrix): number[][] =>
  a.map((row) => (b[0] ?? []).map((_, j) => row.reduce((sum, cell, k) => sum + cell * b[k]![j]!, 0)));
