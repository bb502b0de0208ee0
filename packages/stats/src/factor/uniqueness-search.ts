import { cholesky, solve } from '../matrix/decompositions.ts';

type Vector = readonly number[];
type Matrix = readonly (readonly number[])[];

/** A function at one point, with its derivatives. */
export interface Curve {
  readonly value: number;
  readonly gradient: Vector;
  /** `null` where it does not exist */
  readonly hessian: () => Matrix | null;
  /** a positive semidefinite stand-in for the Hessian */
  readonly safeHessian: () => Matrix;
}

/** Where the search begins, and the borders of every coordinate. */
export interface SearchRange {
  readonly start: Vector;
  readonly low: number;
  readonly high: number;
}

const mostSteps = 300;
/** What a step promises to gain, relative to the value: less cannot be told from rounding, and a Newton step so near is exact. */
const smallestGain = 1e-13;

/**
 * The minimum of a function within borders by Newton's method on the coordinates that are free: those at a border towards which the
 * function falls stay there. Steps are halved until the function falls; ends with the step that promises less than 1e-13. `curveAt`
 * answers `null` where the function does not exist. Source: Bertsekas (1982), SIAM Journal on Control and Optimization 20, 221–246.
 * `null` when the start does not exist or 300 steps did not suffice.
 * @example searchWithinBorders(([x = 0]) => ({ value: (x - 3) ** 2, gradient: [2 * (x - 3)], hessian: () => [[2]], safeHessian: () => [[2]] }), { start: [1], low: 0, high: 2 }) // { point: [2], steps: 1 }
 */
export function searchWithinBorders(
  curveAt: (point: Vector) => Curve | null,
  { start, low, high }: SearchRange,
): { readonly point: Vector; readonly steps: number } | null {
  const clipped = (point: Vector): number[] => point.map((x) => Math.min(high, Math.max(low, x)));
  let point = clipped(start);
  let here = curveAt(point);
  for (let steps = 0; here !== null && steps < mostSteps; steps += 1) {
    const { gradient } = here;
    const free = [...point.keys()].filter((i) => !(point[i] === low && gradient[i]! > 0) && !(point[i] === high && gradient[i]! < 0));
    const newton = newtonDirection(here, free);
    const gain = -newton.reduce((sum, step, i) => sum + step * gradient[i]!, 0);
    if (gain <= smallestGain * (1 + Math.abs(here.value))) return { point: clipped(point.map((x, i) => x + newton[i]!)), steps };
    const steepest = gradient.map((slope, i) => (free.includes(i) ? -slope : 0));
    const next = descend(curveAt, { point, here, directions: [newton, steepest], clipped });
    if (next === null) return { point, steps };
    ({ point, here } = next);
  }
  return null;
}

function newtonDirection({ gradient, hessian, safeHessian }: Curve, free: readonly number[]): Vector {
  const among = (matrix: Matrix): number[][] => free.map((i) => free.map((j) => matrix[i]![j]!));
  const whole = hessian();
  const exact = whole && among(whole);
  const usable = exact !== null && cholesky(exact) !== null ? exact : withRidge(among(safeHessian()));
  const step = solve(
    usable,
    free.map((i) => -gradient[i]!),
  );
  const direction = gradient.map(() => 0);
  for (const [index, i] of free.entries()) direction[i] = step === null ? -gradient[i]! : step[index]!;
  return direction;
}

/** A little on the diagonal makes a semidefinite matrix solvable. */
function withRidge(matrix: Matrix): number[][] {
  const ridge = 1e-8 * Math.max(1e-8, ...matrix.map((row, i) => row[i]!));
  return matrix.map((row, i) => row.map((cell, j) => (i === j ? cell + ridge : cell)));
}

interface Descent {
  readonly point: Vector;
  readonly here: Curve;
  readonly directions: readonly Vector[];
  readonly clipped: (point: Vector) => number[];
}

/** The first direction and the longest step along it that lowers the function; `null` when rounding allows no descent. */
function descend(curveAt: (point: Vector) => Curve | null, { point, here, directions, clipped }: Descent) {
  for (const direction of directions)
    for (let share = 1; share > 1e-9; share /= 2) {
      const candidate = clipped(point.map((x, i) => x + share * direction[i]!));
      const there = curveAt(candidate);
      const expected = candidate.reduce((sum, x, i) => sum + here.gradient[i]! * (x - point[i]!), 0);
      if (there !== null && expected < 0 && there.value <= here.value + 1e-4 * expected) return { point: candidate, here: there };
    }
  return null;
}
