import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { logGamma } from '../special/log-gamma.ts';
import { brent } from './brent.ts';
import { minimizeScalar } from './minimize-scalar.ts';
import { minimize } from './minimize.ts';

describe('brent', () => {
  it.each([
    // Dottie number, OEIS A003957; Wallis's cubic, OEIS A007493; ln 2.
    ['cos x = x', (x: number) => Math.cos(x) - x, 0, 1, 0.7390851332151607],
    ['x³ − 2x = 5', (x: number) => x ** 3 - 2 * x - 5, 2, 3, 2.0945514815423265],
    ['eˣ = 2, from far away', (x: number) => Math.exp(x) - 2, -700, 700, Math.LN2],
    ['a step', (x: number) => (x < 0.3 ? -1 : 1), 0, 1, 0.3],
    ['a triple root', (x: number) => (x - 0.1) ** 3, -1, 2, 0.1],
  ] as const)('%s', (_, f, a, b, root) => expect(brent(f, a, b)).toBeCloseTo(root, 5));
  it('finds simple roots to the last digits, in either order of the ends', () => {
    expect(Math.abs(brent((x) => Math.cos(x) - x, 1, 0) - 0.7390851332151607)).toBeLessThan(4e-16);
    expect(Math.abs(brent((x) => x ** 3 - 2 * x - 5, 2, 3) - 2.0945514815423265)).toBeLessThan(1e-15);
  });
  it('asks only between the ends, and at most 200 times besides them', () => {
    const shape = fc.record({
      root: fc.double({ min: -0.99, max: 0.99, noNaN: true }),
      below: fc.double({ min: 0.05, max: 9, noNaN: true }),
      above: fc.double({ min: 0.05, max: 9, noNaN: true }),
      steep: fc.double({ min: 1e-3, max: 1e3, noNaN: true }),
    });
    fc.assert(
      fc.property(shape, ({ root, below, above, steep }) => {
        const asked: number[] = [];
        const f = (x: number) => (x < root ? -((root - x) ** below) : steep * (x - root) ** above);
        brent((x) => (asked.push(x), f(x)), -1, 1);
        expect(Math.min(...asked)).toBeGreaterThanOrEqual(-1);
        expect(Math.max(...asked)).toBeLessThanOrEqual(1);
        expect(asked.length).toBeLessThanOrEqual(202);
      }),
      { numRuns: 500 },
    );
  });
  it('refuses equal signs and functions without a value', () => {
    expect(() => brent((x) => x * x + 1, -1, 1)).toThrow(RangeError);
    expect(() => brent((x) => (x === 0 ? NaN : x), -1, 1)).toThrow(RangeError);
  });
});

describe('minimizeScalar', () => {
  // The minimum of Γ on the positive axis: OEIS A030169, A030171.
  it('finds the minimum of the gamma function', () => {
    const { x, value, converged } = minimizeScalar(logGamma, 0.5, 4);
    expect(x).toBeCloseTo(1.4616321449683623, 7);
    expect(Math.exp(value)).toBeCloseTo(0.8856031944108887, 14);
    expect(converged).toBe(true);
  });
  it('goes to the end of a falling function', () => expect(minimizeScalar((x) => -x, 0, 1).x).toBeCloseTo(1, 6));
  it('refuses an empty bracket', () => expect(() => minimizeScalar((x) => x, 1, 1)).toThrow(RangeError));
});

describe('minimize', () => {
  const rosenbrock = ([x = 0, y = 0]: readonly number[]) => (1 - x) ** 2 + 100 * (y - x * x) ** 2;
  // Rosenbrock (1960), The Computer Journal 3, 175–184: the minimum is at (1, 1).
  it('walks Rosenbrock’s valley, with and without derivatives', () => {
    const gradient = ([x = 0, y = 0]: readonly number[]) => [-2 * (1 - x) - 400 * x * (y - x * x), 200 * (y - x * x)];
    for (const options of [{}, { gradient }]) {
      const found = minimize(rosenbrock, [-1.2, 1], options);
      expect(found.converged).toBe(true);
      found.x.forEach((value) => expect(value).toBeCloseTo(1, 5));
    }
  });
  it('stays inside a barrier', () => {
    const found = minimize(([x = 0]) => (x <= 0 ? Infinity : x - Math.log(x)), [5]);
    expect(found.x[0]).toBeCloseTo(1, 5);
  });
  it('ends without a minimum, and says so', () => {
    expect(minimize(([x = 0]) => -x, [0], { maxIterations: 5 }).converged).toBe(false);
    expect(() => minimize(() => NaN, [0])).toThrow(RangeError);
  });
});
