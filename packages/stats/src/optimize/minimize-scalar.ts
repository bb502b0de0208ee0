/** A minimum of a function of one variable. */
export interface ScalarMinimum {
  readonly x: number;
  readonly value: number;
  readonly iterations: number;
  /** false when the bound of 200 steps ended the search */
  readonly converged: boolean;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** The minimum lies between `low` and `high`; the three lowest points so far, the lowest first. */
interface Bracket {
  readonly low: number;
  readonly high: number;
  readonly best: Point;
  readonly second: Point;
  readonly third: Point;
  readonly step: number;
  readonly lastStep: number;
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
  const at = (x: number): Point => ({ x, y: f(x) });
  const first = at(a + golden * (b - a));
  let bracket: Bracket = { low: a, high: b, best: first, second: first, third: first, step: 0, lastStep: 0 };
  for (let iterations = 0; iterations < maxSteps; iterations++) {
    const { low, high, best } = bracket;
    const smallest = tolerance * Math.abs(best.x) + 1e-12;
    if (Math.abs(best.x - (low + high) / 2) <= 2 * smallest - (high - low) / 2) {
      return { x: best.x, value: best.y, iterations, converged: true };
    }
    const steps = chosenSteps(bracket, smallest);
    const length = Math.abs(steps.step) >= smallest ? steps.step : Math.sign(steps.step) * smallest;
    bracket = narrowed({ ...bracket, ...steps }, at(best.x + length));
  }
  return { x: bracket.best.x, value: bracket.best.y, iterations: maxSteps, converged: false };
}

/** To the bottom of a parabola where it lies well inside and the steps shrink, else a golden section of the wider side. */
function chosenSteps({ low, high, best, second, third, step, lastStep }: Bracket, smallest: number): Pick<Bracket, 'step' | 'lastStep'> {
  const wide = best.x < (low + high) / 2 ? high - best.x : low - best.x;
  if (Math.abs(lastStep) <= smallest) return { lastStep: wide, step: golden * wide };
  const tried = parabolaStep(best, second, third);
  const lands = best.x + tried;
  const inside = lands - low > 2 * smallest && high - lands > 2 * smallest;
  return inside && Math.abs(tried) < Math.abs(lastStep) / 2 ? { lastStep: step, step: tried } : { lastStep: wide, step: golden * wide };
}

function narrowed(bracket: Bracket, found: Point): Bracket {
  const { low, high, best, second } = bracket;
  if (found.y <= best.y) {
    const ends = found.x >= best.x ? { low: best.x, high } : { low, high: best.x };
    return { ...bracket, ...ends, third: second, second: best, best: found };
  }
  const ends = found.x < best.x ? { low: found.x, high } : { low, high: found.x };
  return { ...bracket, ...ends, ...remembered(bracket, found) };
}

/** A point that is not the lowest may still be the second or third lowest. */
function remembered({ best, second, third }: Bracket, found: Point): Pick<Bracket, 'second' | 'third'> {
  if (found.y <= second.y || second.x === best.x) return { third: second, second: found };
  if (found.y <= third.y || third.x === best.x || third.x === second.x) return { second, third: found };
  return { second, third };
}

/** From `best` to the bottom of the parabola through three points; NaN when they lie on a line. */
function parabolaStep(best: Point, second: Point, third: Point): number {
  const r = (best.x - second.x) * (best.y - third.y);
  const q = (best.x - third.x) * (best.y - second.y);
  return -((best.x - third.x) * q - (best.x - second.x) * r) / (2 * (q - r));
}
