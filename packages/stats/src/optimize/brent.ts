interface Point {
  readonly x: number;
  readonly y: number;
}

/** The root lies between `best`, where the function is nearer to zero, and `opposite`; `before` was the best point one step ago. */
interface Bracket {
  readonly before: Point;
  readonly best: Point;
  readonly opposite: Point;
  readonly step: number;
  readonly lastStep: number;
}

/** Bound of the steps: bisection alone ends long before. */
const maxSteps = 200;

/**
 * A root of a continuous function between a and b, where it has opposite signs, to the last digits. Inverse quadratic interpolation
 * and secant, kept safe by bisection. Throws RangeError when the signs are equal or a value is NaN.
 * Source: Brent (1973), Algorithms for Minimization without Derivatives, chapter 4.
 * @example brent((x) => x * x - 2, 0, 2) // 1.41421356237…
 */
export function brent(f: (x: number) => number, a: number, b: number): number {
  const at = (x: number): Point => ({ x, y: valueAt(f, x) });
  const start = at(a);
  let bracket: Bracket = { before: start, best: at(b), opposite: start, step: b - a, lastStep: b - a };
  if (!(bracket.before.y * bracket.best.y <= 0)) throw new RangeError(`no change of sign between ${a} and ${b}`);
  for (let count = 0; count < maxSteps; count++) {
    bracket = ordered(bracket);
    const { best, opposite } = bracket;
    const smallest = 2 * Number.EPSILON * Math.abs(best.x) + Number.MIN_VALUE;
    const half = (opposite.x - best.x) / 2;
    if (Math.abs(half) <= smallest || best.y === 0) return best.x;
    const { step, lastStep } = chosenStep(bracket, half, smallest);
    bracket = { before: best, best: at(best.x + awayFromZero(step, half, smallest)), opposite, step, lastStep };
  }
  return bracket.best.x;
}

function valueAt(f: (x: number) => number, x: number): number {
  const y = f(x);
  if (Number.isNaN(y)) throw new RangeError(`the function has no value at ${x}`);
  return y;
}

/** Puts the change of sign between `best` and `opposite` again, and the smaller value into `best`. */
function ordered(bracket: Bracket): Bracket {
  const { before, best } = bracket;
  const kept = best.y * bracket.opposite.y <= 0;
  const opposite = kept ? bracket.opposite : before;
  const steps = kept ? bracket : { step: best.x - before.x, lastStep: best.x - before.x };
  const { step, lastStep } = steps;
  if (Math.abs(opposite.y) < Math.abs(best.y)) return { before: best, best: opposite, opposite: best, step, lastStep };
  return { before, best, opposite, step, lastStep };
}

/** Interpolation where it stays inside and shrinks fast enough, else bisection. */
function chosenStep(
  { before, best, opposite, step, lastStep }: Bracket,
  half: number,
  smallest: number,
): { step: number; lastStep: number } {
  if (Math.abs(lastStep) < smallest || Math.abs(before.y) <= Math.abs(best.y)) return { step: half, lastStep: half };
  const tried = interpolated(before, best, opposite);
  const accepted = tried * half > 0 && Math.abs(tried) < Math.min(1.5 * Math.abs(half), Math.abs(lastStep) / 2);
  return accepted ? { step: tried, lastStep: step } : { step: half, lastStep: half };
}

const awayFromZero = (step: number, half: number, smallest: number): number =>
  Math.abs(step) > smallest ? step : Math.sign(half) * smallest;

/** Step from `best` to where a curve through the points meets zero: a line through two, a parabola in y through three. */
function interpolated(before: Point, best: Point, opposite: Point): number {
  const s = best.y / before.y;
  if (before.x === opposite.x) return ((opposite.x - best.x) * s) / (s - 1);
  const q = before.y / opposite.y;
  const r = best.y / opposite.y;
  const numerator = s * ((opposite.x - best.x) * q * (q - r) - (best.x - before.x) * (r - 1));
  return -numerator / ((q - 1) * (r - 1) * (s - 1)) || 0;
}
