import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arrangeFactors } from './arrange-factors.ts';
import { factorAnalysisOfCorrelation } from './index.ts';
import { minimumResidualFactors } from './minimum-residual-factors.ts';
import { oblimin, type Oblique } from './oblimin.ts';
import { promax } from './promax.ts';
import { physicalVariables } from './published-correlations.testing.ts';
import { chosenRotation, rotate } from './rotation.ts';
import { varimax } from './varimax.ts';

// Two minimum-residual factors of eight physical variables, rotated. Figures: Python 3.11, scipy 1.17.1: the criterion searched over all
// angles of the factors on a grid, then by Nelder–Mead; promax by lstsq on the best varimax angle.
const unrotated = minimumResidualFactors(physicalVariables, 2)?.loadings ?? [];
const arranged = (pattern: readonly (readonly number[])[]) =>
  arrangeFactors({
    pattern,
    factorCorrelations: [
      [1, 0],
      [0, 1],
    ],
  }).pattern;
const column = (pattern: readonly (readonly number[])[], factor: number) => pattern.map((row) => row[factor]!);
const near = (values: readonly number[], digits = 6) => values.map((value) => expect.closeTo(value, digits) as number);

describe('rotations of two factors', () => {
  it('varimax, with and without normalisation', () => {
    expect(column(arranged(varimax(unrotated)), 1)).toEqual(
      near([0.277526563, 0.204458083, 0.181532648, 0.247831025, 0.913780502, 0.777424557, 0.752598344, 0.65215207]),
    );
    expect(column(arranged(varimax(unrotated, { kaiser: false })), 0)).toEqual(
      near([0.880227885, 0.926018341, 0.892441311, 0.870844013, 0.260264944, 0.211562927, 0.151518656, 0.27743336]),
    );
  });
  it('quartimin', () => {
    const { pattern, factorCorrelations } = arrangeFactors(present(oblimin(unrotated)));
    expect(column(pattern, 0)).toEqual(
      near([0.883721343, 0.956109526, 0.926124085, 0.882371492, 0.010219981, -0.002147957, -0.060650999, 0.108070288]),
    );
    expect(factorCorrelations[0]![1]).toBeCloseTo(0.46737768863077667, 6);
  });
  it('oblimin with another γ and normalisation', () => {
    const { pattern, factorCorrelations } = arrangeFactors(present(oblimin(unrotated, { gamma: -0.5, kaiser: true })));
    expect(column(pattern, 1)).toEqual(
      near([0.114407722, 0.027252306, 0.009759349, 0.0847397, 0.918788819, 0.783712708, 0.769636223, 0.636885307]),
    );
    expect(factorCorrelations[1]![0]).toBeCloseTo(0.37271404378608025, 6);
  });
  it('promax with another power', () => {
    const { pattern, factorCorrelations } = arrangeFactors(present(promax(unrotated, { power: 3 })));
    expect(column(pattern, 1)).toEqual(
      near([0.073731815, -0.018658555, -0.035039689, 0.043544451, 0.936406673, 0.799268313, 0.787756403, 0.644191699]),
    );
    expect(factorCorrelations[0]![1]).toBeCloseTo(0.455058497, 6);
  });
});

describe('what rotation leaves', () => {
  const loadings = fc.array(fc.array(fc.double({ min: -0.9, max: 0.9, noNaN: true }), { minLength: 3, maxLength: 3 }), {
    minLength: 5,
    maxLength: 8,
  });
  it.each(['varimax', 'promax', 'oblimin'] as const)('%s reproduces the same correlations from factors of variance 1', (kind) =>
    fc.assert(
      fc.property(loadings, (start) => {
        const rotated = rotate(start, chosenRotation({ kind }));
        if (rotated === null) return;
        const { pattern, factorCorrelations } = rotated;
        const common = product(product(pattern, factorCorrelations), transposed(pattern));
        const before = product(start, transposed(start));
        for (const [i, row] of before.entries()) for (const [j, cell] of row.entries()) expect(common[i]![j]).toBeCloseTo(cell, 5);
        for (const [factor, row] of factorCorrelations.entries()) expect(row[factor]).toBeCloseTo(1, 9);
      }),
      { seed: 22, numRuns: 15 },
    ),
  );
  it('varimax is not improved by any turn of two factors', () =>
    fc.assert(
      fc.property(loadings, fc.double({ min: 0, max: Math.PI, noNaN: true }), (start, angle) => {
        const best = varimax(start, { kaiser: false });
        const turned = best.map(([x = 0, y = 0, z = 0]) => [
          x * Math.cos(angle) + y * Math.sin(angle),
          y * Math.cos(angle) - x * Math.sin(angle),
          z,
        ]);
        expect(simplicity(turned)).toBeLessThanOrEqual(simplicity(best) + 1e-12);
      }),
      { seed: 22, numRuns: 50 },
    ));
  it('oblimin ends where its criterion has no slope', () => {
    const start = minimumResidualFactors(physicalVariables, 3)?.loadings ?? [];
    const { pattern } = present(oblimin(start));
    const again = present(oblimin(start.map((row) => [row[2]!, row[0]!, row[1]!])));
    expect(quartimin(again.pattern)).toBeCloseTo(quartimin(pattern), 8);
  });
});

describe('edges of rotation', () => {
  it('one factor stays as it is', () => expect(rotate([[0.5], [0.6]], { kind: 'varimax', kaiser: true })?.pattern).toEqual([[0.5], [0.6]]));
  it('an item without loadings stays at 0', () => {
    const zero = [...unrotated, [0, 0]];
    expect(varimax(zero)[8]).toEqual([0, 0]);
    expect(promax(zero)?.pattern[8]).toEqual([expect.closeTo(0, 12), expect.closeTo(0, 12)]);
    expect(oblimin(zero, { kaiser: true })?.pattern[8]).toEqual([expect.closeTo(0, 12), expect.closeTo(0, 12)]);
  });
  it('factors that are one have no promax; a power below 1 is refused', () => {
    expect(
      promax([
        [0.5, 0],
        [0.6, 0],
        [0.7, 0],
      ]),
    ).toBeNull();
    expect(() => promax(unrotated, { power: 0.5 })).toThrow(RangeError);
  });
  it('a γ that lets factors collapse ends in an ordinary fact', () => {
    const found = factorAnalysisOfCorrelation(
      { n: 305, matrix: physicalVariables },
      { factors: 2, rotation: { kind: 'oblimin', gamma: 1 } },
    );
    expect(JSON.stringify(found)).not.toContain('NaN');
    expect(['factor-analysis', 'undetermined']).toContain(found.kind);
  });
});

function present(rotated: Oblique | null): Oblique {
  if (rotated === null) throw new Error('not rotated');
  return rotated;
}

type Matrix = readonly (readonly number[])[];
const transposed = (matrix: Matrix): number[][] => matrix[0]!.map((_, j) => matrix.map((row) => row[j]!));
const product = (a: Matrix, b: Matrix): number[][] =>
  a.map((row) => b[0]!.map((_, j) => row.reduce((sum, cell, k) => sum + cell * b[k]![j]!, 0)));
const simplicity = (pattern: Matrix): number =>
  transposed(pattern).reduce((sum, values) => {
    const squares = values.map((value) => value ** 2);
    const mean = squares.reduce((own, square) => own + square, 0) / squares.length;
    return sum + squares.reduce((own, square) => own + (square - mean) ** 2, 0);
  }, 0);
const quartimin = (pattern: Matrix): number =>
  pattern.reduce((sum, [x = 0, y = 0, z = 0]) => sum + x ** 2 * y ** 2 + x ** 2 * z ** 2 + y ** 2 * z ** 2, 0);
