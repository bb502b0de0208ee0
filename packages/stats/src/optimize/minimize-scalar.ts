/** A minimum of a function of one variable. */
export interface ScalarMinimum {
  readonly x: number;
  readonly value: number;
  readonly iterations: number;
  /** false when the bound of 200 steps ended the search */
  readonly converged: boolean;
}

/** A share of the bracket that keeps its proportions: (3 − √5)/2. */
const golden = (3 - Math.sqrt(5)) / 2;
const maxSteps = 200;
/** A minimum is flat: closer than the root of the precision nothing can be told apart. */
const tolerance = 1.5e-8;

/**
 * A local minimum of a continuous function between a and b by golden section and parabolas; the function is never asked at the ends. x is
 * found to about 1.5e-8 relative, the value to the last digits. Throws RangeError when a is not below b.
 * Source: Brent (1973), Algorithms for Minimization without Derivatives, chapter 5.
 * @example minimizeScalar((x) => (x - 2) ** 2 + 1, 0, 5) // { x: 2.0000000…, value: 1 }
 */
export function minimizeScalar(f: (x: number) => number, a: number, b: number): ScalarMinimum {
  if (!(a < b)) throw new RangeError(`a bracket needs its lower end first: ${a}, ${b}`);
  let [low, high] = [a, b];
  const at = (x: number): Point => ({ x, y: f(x) });
  let best = at(low + golden * (high - low));
  let [second, third] = [best, best];
  let [step, lastStep] = [0, 0];
  for (let iterations = 0; iterations < maxSteps; iterations++) {
    const middle = (low + high) / 2;
    const smallest = tolerance * Math.abs(best.x) + 1e-12;
    if (Math.abs(best.x - middle) <= 2 * smallest - (high - low) / 2) return { x: best.x, value: best.y, iterations, converged: true };
    const tried = Math.abs(lastStep) > smallest ? parabolaStep(best, second, third) : NaN;
    const lands = best.x + tried;
    const accepted = Math.abs(tried) < Math.abs(lastStep) / 2 && lands - low > 2 * smallest && high - lands > 2 * smallest;
    const wide = best.x < middle ? high - best.x : low - best.x;
    [lastStep, step] = accepted ? [step, tried] : [wide, golden * wide];
    const found = at(best.x + (Math.abs(step) >= smallest ? step : Math.sign(step) * smallest));
    if (found.y <= best.y) {
      [low, high] = found.x >= best.x ? [best.x, high] : [low, best.x];
      [third, second, best] = [second, best, found];
    } else {
      [low, high] = found.x < best.x ? [found.x, high] : [low, found.x];
      if (found.y <= second.y || second.x === best.x) [third, second] = [second, found];
      else if (found.y <= third.y || third.x === best.x || third.x === second.x) third = found;
    }
  }
  return { x: best.x, value: best.y, iterations: maxSteps, converged: false };
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** From `best` to the bottom of the parabola through three points; NaN when they lie on a line. */
function parabolaStep(best: Point, second: Point, third: Point): number {
  const r = (best.x - second.x) * (best.y - third.y);
  const q = (best.x - third.x) * (best.y - second.y);
  return -((best.x - third.x) * q - (best.x - second.x) * r) / (2 * (q - r));
}
