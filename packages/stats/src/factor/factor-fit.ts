import { chiSquareUpper } from '../distribution/chi-square.ts';
import { invert, logDeterminant } from '../matrix/decompositions.ts';
import { isSingular } from './is-singular.ts';

type Matrix = readonly (readonly number[])[];

/** How well factors reproduce the correlations. */
export interface FactorFit {
  /** tr(Σ⁻¹R) − ln|Σ⁻¹R| − p for the reproduced correlations Σ; `null` when R or Σ is not positive definite */
  readonly objective: number | null;
  /** ((p − k)² − p − k)/2 */
  readonly df: number;
  /** objective · ((n − 1) − (2p + 5)/6 − 2k/3) */
  readonly chiSquare: number | null;
  /** `null` without degrees of freedom */
  readonly p: number | null;
  /** root of the mean squared residual correlation off the diagonal */
  readonly rmsr: number;
}

/** What reproduces the correlations, and over how many observations they were taken. */
export interface Reproduction {
  readonly n: number;
  readonly factors: number;
  /** L·Φ·L′ */
  readonly common: Matrix;
}

/**
 * Fit of a factor solution to a correlation matrix, whichever way it was extracted: Bartlett's corrected χ² and the residuals. Source:
 * Lawley and Maxwell (1971), Factor Analysis as a Statistical Method, 2nd ed., ch. 4; Bartlett (1951), Biometrika 38, 337–344.
 * @example factorFit([[1, 0.42, 0.35], [0.42, 1, 0.3], [0.35, 0.3, 1]], { n: 100, factors: 1, common: [[0.49, 0.42, 0.35], [0.42, 0.36, 0.3], [0.35, 0.3, 0.25]] }) // { df: 0, p: null, rmsr: 0 }
 */
export function factorFit(correlation: Matrix, { n, factors, common }: Reproduction): FactorFit {
  const size = correlation.length;
  const reproduced = common.map((row, i) => row.map((cell, j) => (i === j ? 1 : cell)));
  const squares = correlation.reduce((sum, row, i) => sum + row.reduce((own, r, j) => own + (r - reproduced[i]![j]!) ** 2, 0), 0);
  const df = ((size - factors) ** 2 - size - factors) / 2;
  const objective = discrepancy(correlation, reproduced);
  const chiSquare = objective === null ? null : Math.max(0, objective * (n - 1 - (2 * size + 5) / 6 - (2 * factors) / 3));
  return {
    objective,
    df,
    chiSquare,
    p: chiSquare === null || df <= 0 ? null : chiSquareUpper(chiSquare, df),
    rmsr: Math.sqrt(squares / (size * (size - 1))),
  };
}

function discrepancy(correlation: Matrix, reproduced: Matrix): number | null {
  const observed = isSingular(correlation) ? null : logDeterminant(correlation);
  const implied = logDeterminant(reproduced);
  const inverse = invert(reproduced);
  if (observed === null || implied === null || inverse === null) return null;
  const trace = inverse.reduce((sum, row, i) => sum + row.reduce((own, cell, j) => own + cell * correlation[j]![i]!, 0), 0);
  return Math.max(0, trace - observed + implied - correlation.length);
}
