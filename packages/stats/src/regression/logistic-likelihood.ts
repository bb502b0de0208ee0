import type { Likelihood } from '../optimize/fisher-scoring.ts';

/**
 * The likelihood of yes and no for rows without the column of ones, with gradient and information.
 * Source: McCullagh, Nelder (1989), Generalized Linear Models, 2nd ed., section 4.4.
 * @example logisticLikelihood([[0], [1]], [false, true])([0, 0]) // { value: -1.38629…, gradient: [0, 0.5], information: [[0.5, 0.25], [0.25, 0.25]] }
 */
export function logisticLikelihood(
  x: readonly (readonly number[])[],
  outcomes: readonly boolean[],
): (coefficients: readonly number[]) => Likelihood {
  const design = x.map((row) => [1, ...row]);
  return (coefficients) => {
    const sums = emptySums(coefficients.length);
    let value = 0;
    for (const [i, row] of design.entries()) {
      const logOdds = row.reduce((sum, cell, j) => sum + cell * coefficients[j]!, 0);
      value -= Math.log1p(Math.exp(-Math.abs(logOdds))) + (outcomes[i]! === logOdds > 0 ? 0 : Math.abs(logOdds));
      addRow(sums, { row, residual: Number(outcomes[i]!) - chanceOf(logOdds), weight: chanceOf(logOdds) * chanceOf(-logOdds) });
    }
    return { value, ...mirrored(sums) };
  };
}

const chanceOf = (logOdds: number): number => 1 / (1 + Math.exp(-logOdds));

interface Sums {
  readonly gradient: number[];
  readonly information: number[][];
}

const emptySums = (size: number): Sums => ({
  gradient: Array<number>(size).fill(0),
  information: Array.from({ length: size }, () => Array<number>(size).fill(0)),
});

interface WeightedRow {
  readonly row: readonly number[];
  readonly residual: number;
  readonly weight: number;
}

/** Adds to the gradient and to the lower triangle of the information. */
function addRow({ gradient, information }: Sums, { row, residual, weight }: WeightedRow): void {
  for (let i = 0; i < row.length; i++) {
    gradient[i]! += residual * row[i]!;
    const line = information[i]!;
    const own = weight * row[i]!;
    for (let j = 0; j <= i; j++) line[j]! += own * row[j]!;
  }
}

function mirrored({ gradient, information }: Sums): Sums {
  return { gradient, information: information.map((row, i) => row.map((_, j) => information[Math.max(i, j)]![Math.min(i, j)]!)) };
}
