import { bivariateNormalCdf } from '../distribution/bivariate-normal.ts';
import { normalCdf, normalPdf } from '../distribution/normal.ts';

/** Where two standard normal variables are cut into categories, and how they correlate. */
export interface CutNormal {
  /** ascending; one fewer than categories */
  readonly rowCuts: readonly number[];
  readonly columnCuts: readonly number[];
  readonly rho: number;
}

type Grid = readonly (readonly number[])[];

/**
 * Probability of every cell when a bivariate standard normal variable is cut at thresholds; |ρ| < 1. They sum to 1.
 * @example cellProbabilities({ rowCuts: [0], columnCuts: [0], rho: 0.5 }) // [[0.3333…, 0.1666…], [0.1666…, 0.3333…]]
 */
export function cellProbabilities({ rowCuts, columnCuts, rho }: CutNormal): number[][] {
  const corners = [
    ...rowCuts.map((h) => [0, ...columnCuts.map((k) => bivariateNormalCdf(h, k, rho)), normalCdf(h)]),
    [0, ...columnCuts.map((k) => normalCdf(k)), 1],
  ];
  return differences([columnCuts.map(() => 0).concat([0, 0]), ...corners]);
}

/**
 * Derivatives of the cell probabilities by ρ. Source: Olsson (1979), Psychometrika 44, 443–460, formula 15.
 * @example cellSlopesByRho({ rowCuts: [0], columnCuts: [0], rho: 0 }) // [[0.1591…, -0.1591…], [-0.1591…, 0.1591…]]
 */
export function cellSlopesByRho({ rowCuts, columnCuts, rho }: CutNormal): number[][] {
  return bordered(rowCuts, columnCuts, (h, k) => bivariateNormalPdf(h, k, rho));
}

/**
 * Second derivatives of the cell probabilities by ρ.
 * @example cellCurvaturesByRho({ rowCuts: [0], columnCuts: [0], rho: 0 }) // [[0, 0], [0, 0]]
 */
export function cellCurvaturesByRho({ rowCuts, columnCuts, rho }: CutNormal): number[][] {
  const rest = (1 - rho) * (1 + rho);
  return bordered(
    rowCuts,
    columnCuts,
    (h, k) => (bivariateNormalPdf(h, k, rho) * (rho * rest + h * k * (1 + rho ** 2) - rho * (h ** 2 + k ** 2))) / rest ** 2,
  );
}

/**
 * Derivatives of the cell probabilities by the threshold `index` of the rows: only the two rows beside it change.
 * @example cellSlopesByRowCut({ rowCuts: [0], columnCuts: [0], rho: 0 }, 0) // [[0.1994…, 0.1994…], [-0.1994…, -0.1994…]]
 */
export function cellSlopesByRowCut({ rowCuts, columnCuts, rho }: CutNormal, index: number): number[][] {
  const h = rowCuts[index]!;
  const spread = Math.sqrt((1 - rho) * (1 + rho));
  const below = [0, ...columnCuts.map((k) => normalCdf((k - rho * h) / spread)), 1];
  const slopes = below.slice(1).map((share, j) => normalPdf(h) * (share - below[j]!));
  return [...rowCuts, 0].map((_, row) => slopes.map((slope) => (row === index ? slope : row === index + 1 ? -slope : 0)));
}

function bivariateNormalPdf(h: number, k: number, rho: number): number {
  const rest = (1 - rho) * (1 + rho);
  return Math.exp(-(h * h - 2 * rho * h * k + k * k) / (2 * rest)) / (2 * Math.PI * Math.sqrt(rest));
}

/** Cells from a function of the inner corners that is 0 on the border. */
function bordered(rowCuts: readonly number[], columnCuts: readonly number[], corner: (h: number, k: number) => number): number[][] {
  const border = columnCuts.map(() => 0).concat([0, 0]);
  return differences([border, ...rowCuts.map((h) => [0, ...columnCuts.map((k) => corner(h, k)), 0]), border]);
}

/** Cells from their corners: the difference over both directions. */
function differences(corners: Grid): number[][] {
  return corners.slice(1).map((row, i) => row.slice(1).map((corner, j) => corner - row[j]! - corners[i]![j + 1]! + corners[i]![j]!));
}
