import type { Likelihood } from '../optimize/fisher-scoring.ts';
import { cellCurvaturesByRho, cellProbabilities, cellSlopesByRho, cellSlopesByRowCut, type CutNormal } from './bivariate-normal-cells.ts';

type Table = readonly (readonly number[])[];

/** What is left of a probability by rounding: an observed cell below it is impossible. */
const impossible = 1e-14;

/**
 * Likelihood of a table of counts in z = artanh ρ when the thresholds are known. `null` where an observed cell is impossible.
 * Source: Olsson (1979), Psychometrika 44, 443–460.
 * @example likelihoodInRho([[1, 1], [1, 1]], { rowCuts: [0], columnCuts: [0], rho: 0 }) // { value: -5.5451…, gradient: [0], information: [[1.6211…]] }
 */
export function likelihoodInRho(counts: Table, cut: CutNormal): Likelihood | null {
  return multinomial(counts, cellProbabilities(cut), [scaled(cellSlopesByRho(cut), 1 - cut.rho ** 2)]);
}

/**
 * Likelihood of a table of counts in artanh ρ, all thresholds of the rows and all of the columns, in this order. `null` where
 * thresholds do not ascend or an observed cell is impossible. Source: Olsson (1979), Psychometrika 44, 443–460.
 * @example likelihoodInAll([[1, 1], [1, 1]], { rowCuts: [0], columnCuts: [0], rho: 0 })?.gradient // [0, 0, 0]
 */
export function likelihoodInAll(counts: Table, cut: CutNormal): Likelihood | null {
  if (!ascends(cut.rowCuts) || !ascends(cut.columnCuts)) return null;
  const turned = { rowCuts: cut.columnCuts, columnCuts: cut.rowCuts, rho: cut.rho };
  return multinomial(counts, cellProbabilities(cut), [
    scaled(cellSlopesByRho(cut), 1 - cut.rho ** 2),
    ...cut.rowCuts.map((_, index) => cellSlopesByRowCut(cut, index)),
    ...cut.columnCuts.map((_, index) => transposed(cellSlopesByRowCut(turned, index))),
  ]);
}

/**
 * Observed information about ρ with known thresholds: the negative second derivative of the log-likelihood. `null` where an observed
 * cell is impossible.
 * @example observedInformationAboutRho([[30, 10], [10, 30]], { rowCuts: [0], columnCuts: [0], rho: Math.SQRT1_2 }) // 86.4607…
 */
export function observedInformationAboutRho(counts: Table, cut: CutNormal): number | null {
  const slopes = cellSlopesByRho(cut);
  const curvatures = cellCurvaturesByRho(cut);
  let information = 0;
  for (const [i, row] of cellProbabilities(cut).entries())
    for (const [j, p] of row.entries()) {
      const count = counts[i]![j]!;
      if (count > 0 && p < impossible) return null;
      if (count > 0) information += count * ((slopes[i]![j]! / p) ** 2 - curvatures[i]![j]! / p);
    }
  return information;
}

/** Log-likelihood Σ count · ln p of a table, with gradient and expected information from the slopes of p by each parameter. */
function multinomial(counts: Table, probabilities: Table, slopes: readonly Table[]): Likelihood | null {
  const n = counts.flat().reduce((sum, count) => sum + count, 0);
  const p = probabilities.flat();
  const observed = counts.flat();
  if (p.some((share, cell) => observed[cell]! > 0 && share < impossible)) return null;
  const flat = slopes.map((slope) => slope.flat());
  const possible = [...p.keys()].filter((cell) => p[cell]! >= impossible);
  const over = (term: (cell: number) => number): number => possible.reduce((sum, cell) => sum + term(cell), 0);
  return {
    value: over((cell) => observed[cell]! * Math.log(p[cell]!)),
    gradient: flat.map((slope) => over((cell) => (observed[cell]! * slope[cell]!) / p[cell]!)),
    information: flat.map((a) => flat.map((b) => n * over((cell) => (a[cell]! * b[cell]!) / p[cell]!))),
  };
}

const ascends = (cuts: readonly number[]): boolean => cuts.every((cut, index) => index === 0 || cut > cuts[index - 1]!);
const scaled = (table: Table, factor: number): Table => table.map((row) => row.map((cell) => cell * factor));
const transposed = (table: Table): Table => (table[0] ?? []).map((_, j) => table.map((row) => row[j]!));
