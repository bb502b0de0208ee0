/** A minimum of a function of several variables. */
export interface Minimum {
  readonly x: readonly number[];
  readonly value: number;
  /** largest component of the gradient at x */
  readonly slope: number;
  readonly iterations: number;
  /** false when the steps ran out or no descent was possible although the slope was not yet small */
  readonly converged: boolean;
}

/** What the search may know and how long it may last. */
export interface MinimizeOptions {
  /** derivatives at x; central differences are taken when it is absent */
  readonly gradient?: (x: readonly number[]) => readonly number[];
  /** largest component of the gradient, relative to max(1, |value|), at which to stop (default 1e-8; 1e-6 with differences) */
  readonly tolerance?: number;
  /** bound of the steps (default 500) */
  readonly maxIterations?: number;
}

type Vector = readonly number[];

/**
 * A local minimum of a smooth function of several variables by BFGS with a line search that halves the step until the value falls
 * enough. Where the function is not finite the step is shortened, so a barrier is respected. Throws RangeError when the function is not
 * finite at the start.
 * Source: Nocedal, Wright (2006), Numerical Optimization, 2nd ed., algorithms 3.1 and 6.1.
 * @example minimize(([x = 0, y = 0]) => (x - 1) ** 2 + 10 * (y - 2) ** 2, [0, 0]) // { x: [1.00000…, 2.00000…], converged: true }
 */
export function minimize(f: (x: Vector) => number, start: Vector, options: MinimizeOptions = {}): Minimum {
  const { gradient, tolerance, maxIterations } = { ...defaultsFor(f, options), ...options };
  let x: Vector = [...start];
  let value = f(x);
  if (!Number.isFinite(value)) throw new RangeError('the function must be finite at the start');
  let slopes = gradient(x);
  let inverse: readonly Vector[] = scaledIdentity(x.length, 1);
  for (let iterations = 0; iterations < maxIterations; iterations++) {
    const slope = largest(slopes);
    if (slope <= tolerance * Math.max(1, Math.abs(value))) return { x, value, slope, iterations, converged: true };
    const next = lineSearch(f, { x, value, ...descent(inverse, slopes) });
    if (next === null) return { x, value, slope, iterations, converged: false };
    const nextSlopes = gradient(next.x);
    inverse = updated(inverse, { step: minus(next.x, x), change: minus(nextSlopes, slopes), slopes, first: iterations === 0 });
    [x, value, slopes] = [next.x, next.value, nextSlopes];
  }
  return { x, value, slope: largest(slopes), iterations: maxIterations, converged: false };
}

const defaultsFor = (f: (x: Vector) => number, { gradient }: MinimizeOptions): Required<MinimizeOptions> => ({
  gradient: centralDifferences(f),
  tolerance: gradient === undefined ? 1e-6 : 1e-8,
  maxIterations: 500,
});

/** Newton's direction by the inverse Hessian so far; the steepest one where that does not fall. */
function descent(inverse: readonly Vector[], slopes: Vector): Pick<Line, 'direction' | 'fall'> {
  const newton = inverse.map((row) => -dot(row, slopes));
  const direction = dot(newton, slopes) < 0 ? newton : slopes.map((slope) => -slope);
  return { direction, fall: dot(direction, slopes) };
}

interface Line {
  readonly x: Vector;
  readonly value: number;
  readonly direction: Vector;
  /** derivative along the direction, negative */
  readonly fall: number;
}

function lineSearch(f: (x: Vector) => number, { x, value, direction, fall }: Line): { readonly x: Vector; readonly value: number } | null {
  let length = 1;
  for (let halvings = 0; halvings < 60; halvings++) {
    const next = x.map((own, i) => own + length * direction[i]!);
    const reached = f(next);
    if (reached <= value + 1e-4 * length * fall) return reached < value ? { x: next, value: reached } : null;
    length /= 2;
  }
  return null;
}

interface Update {
  readonly step: Vector;
  readonly change: Vector;
  readonly slopes: Vector;
  readonly first: boolean;
}

/** The BFGS formula for the inverse Hessian; left alone where the curvature along the step is not positive, or lost in rounding. */
function updated(inverse: readonly Vector[], { step, change, slopes, first }: Update): readonly Vector[] {
  const curvature = dot(step, change);
  if (largest(change) <= 1e-8 * largest(slopes)) return inverse;
  if (!(curvature > 1e-12 * Math.sqrt(dot(step, step) * dot(change, change)))) return inverse;
  const base = first ? scaledIdentity(step.length, curvature / dot(change, change)) : inverse;
  const moved = base.map((row) => dot(row, change));
  const weight = (1 + dot(change, moved) / curvature) / curvature;
  return base.map((row, i) =>
    row.map((cell, j) => cell + weight * step[i]! * step[j]! - (moved[i]! * step[j]! + step[i]! * moved[j]!) / curvature),
  );
}

function centralDifferences(f: (x: Vector) => number): (x: Vector) => number[] {
  return (x) =>
    x.map((own, i) => {
      const width = 6e-6 * Math.max(1, Math.abs(own));
      const moved = (by: number): number => f(x.map((value, j) => (j === i ? value + by : value)));
      return (moved(width) - moved(-width)) / (2 * width);
    });
}

const dot = (a: Vector, b: Vector): number => a.reduce((sum, value, i) => sum + value * b[i]!, 0);
const minus = (a: Vector, b: Vector): number[] => a.map((value, i) => value - b[i]!);
const largest = (a: Vector): number => Math.max(0, ...a.map(Math.abs));
const scaledIdentity = (size: number, scale: number): number[][] =>
  Array.from({ length: size }, (_, i) => Array.from({ length: size }, (_, j) => (i === j ? scale : 0)));
