interface Point {
  readonly x: number;
  readonly y: number;
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
  let [before, best] = [at(a), at(b)];
  if (!(before.y * best.y <= 0)) throw new RangeError(`no change of sign between ${a} and ${b}`);
  let opposite = before;
  let [step, lastStep] = [best.x - before.x, best.x - before.x];
  for (let count = 0; count < maxSteps; count++) {
    if (best.y * opposite.y > 0) {
      opposite = before;
      step = lastStep = best.x - before.x;
    }
    if (Math.abs(opposite.y) < Math.abs(best.y)) [before, best, opposite] = [best, opposite, best];
    const smallest = 2 * Number.EPSILON * Math.abs(best.x) + Number.MIN_VALUE;
    const half = (opposite.x - best.x) / 2;
    if (Math.abs(half) <= smallest || best.y === 0) return best.x;
    const tried = Math.abs(lastStep) >= smallest && Math.abs(before.y) > Math.abs(best.y) ? interpolated(before, best, opposite) : half;
    const accepted = tried * half > 0 && Math.abs(tried) < Math.min(1.5 * Math.abs(half), Math.abs(lastStep) / 2);
    [lastStep, step] = accepted ? [step, tried] : [half, half];
    before = best;
    best = at(best.x + (Math.abs(step) > smallest ? step : Math.sign(half) * smallest));
  }
  return best.x;
}

function valueAt(f: (x: number) => number, x: number): number {
  const y = f(x);
  if (Number.isNaN(y)) throw new RangeError(`the function has no value at ${x}`);
  return y;
}

/** Step from `best` to where a curve through the points meets zero: a line through two, a parabola in y through three. */
function interpolated(before: Point, best: Point, opposite: Point): number {
  const s = best.y / before.y;
  if (before.x === opposite.x) return ((opposite.x - best.x) * s) / (s - 1);
  const q = before.y / opposite.y;
  const r = best.y / opposite.y;
  const numerator = s * ((opposite.x - best.x) * q * (q - r) - (best.x - before.x) * (r - 1));
  return -numerator / ((q - 1) * (r - 1) * (s - 1)) || 0;
}
