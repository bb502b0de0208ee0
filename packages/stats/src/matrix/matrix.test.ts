import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cholesky, invert, leastSquares, logDeterminant, solve, symmetricEigen } from './decompositions.ts';
import { identity, multiply, transpose, type Matrix } from './products.ts';

const hilbert = identity(4).map((row, i) => row.map((_, j) => 1 / (i + j + 1)));
const cell = fc.double({ min: -5, max: 5, noNaN: true });
const square = (size: number) => fc.array(fc.array(cell, { minLength: size, maxLength: size }), { minLength: size, maxLength: size });
/** A positive definite matrix from any square one. */
const definite = (matrix: Matrix) => multiply(transpose(matrix), matrix).map((row, i) => row.map((value, j) => value + (i === j ? 1 : 0)));

function expectClose(found: Matrix, expected: Matrix, digits = 9): void {
  expected.forEach((row, i) => row.forEach((value, j) => expect(found[i]![j]).toBeCloseTo(value, digits)));
}

describe('symmetric eigenvalues', () => {
  // Python, numpy 2.4.6: numpy.linalg.eigvalsh of the Hilbert matrix of order 4.
  it('of Hilbert’s matrix', () => {
    const expected = [1.5002142800592426, 0.16914122022145003, 0.0067382736057606165, 9.670230402260835e-5];
    symmetricEigen(hilbert).values.forEach((value, i) => expect(Math.abs(value - expected[i]!)).toBeLessThan(1e-15));
  });
  it('descend, rebuild the matrix, and have vectors of fixed sign', () => {
    fc.assert(
      fc.property(square(4), (any) => {
        const matrix = definite(any);
        const { values, vectors } = symmetricEigen(matrix);
        expect(values).toEqual(values.toSorted((a, b) => b - a));
        expectClose(
          multiply(
            vectors.map((row) => row.map((v, j) => v * values[j]!)),
            transpose(vectors),
          ),
          matrix,
        );
        expectClose(multiply(transpose(vectors), vectors), identity(4));
        for (const column of transpose(vectors)) expect(Math.max(...column)).toBeGreaterThanOrEqual(-Math.min(...column) - 1e-9);
      }),
      { numRuns: 50 },
    );
  });
  it('refuses what is not square', () => expect(() => symmetricEigen([[1, 2]])).toThrow(RangeError));
});

describe('systems of equations', () => {
  it('inverse and solution undo the matrix', () => {
    fc.assert(
      fc.property(square(3), (any) => {
        const matrix = definite(any);
        expectClose(multiply(matrix, invert(matrix) ?? []), identity(3), 7);
        expectClose(
          multiply(
            matrix,
            (solve(matrix, [1, 2, 3]) ?? []).map((value) => [value]),
          ),
          [[1], [2], [3]],
          7,
        );
      }),
      { numRuns: 50 },
    );
  });
  it('the inverse of Hilbert’s matrix has whole numbers', () => {
    // Choi (1983), The American Mathematical Monthly 90, 301–312.
    expectClose(
      invert(hilbert) ?? [],
      [
        [16, -120, 240, -140],
        [-120, 1200, -2700, 1680],
        [240, -2700, 6480, -4200],
        [-140, 1680, -4200, 2800],
      ],
      7,
    );
  });
  it('a singular matrix has neither', () => {
    const singular = [
      [1, 2, 3],
      [4, 5, 6],
      [7, 8, 9],
    ];
    expect([invert(singular), solve(singular, [1, 2, 3]), logDeterminant(singular)]).toEqual([null, null, null]);
    // Regular in theory, with a condition number of 5e17: singular to working precision.
    expect(invert(identity(13).map((row, i) => row.map((_, j) => 1 / (i + j + 1))))).toBeNull();
  });
});

describe('Cholesky', () => {
  it('multiplies back, and gives the determinant', () => {
    // numpy.linalg.slogdet of the Hilbert matrix of order 4.
    expect(logDeterminant(hilbert)).toBeCloseTo(-15.615238196841574, 9);
    const lower = cholesky(hilbert) ?? [];
    expectClose(multiply(lower, transpose(lower)), hilbert, 14);
  });
  it('has none for an indefinite matrix', () =>
    expect(
      cholesky([
        [1, 2],
        [2, 1],
      ]),
    ).toBeNull());
});

describe('least squares', () => {
  // numpy.linalg.lstsq; by hand: slope 5/7, intercept 2/7.
  it('fits a line', () => {
    const [intercept, slope] =
      leastSquares(
        [
          [1, 1],
          [1, 2],
          [1, 3],
          [1, 5],
        ],
        [1, 2, 2, 4],
      ) ?? [];
    expect([intercept, slope]).toEqual([expect.closeTo(2 / 7, 12), expect.closeTo(5 / 7, 12)]);
  });
  it('has no answer for dependent columns or too few rows', () => {
    expect(
      leastSquares(
        [
          [1, 2],
          [2, 4],
          [3, 6],
        ],
        [1, 2, 3],
      ),
    ).toBeNull();
    expect(leastSquares([[1, 2]], [1])).toBeNull();
    expect(() => leastSquares([[1]], [1, 2])).toThrow(RangeError);
  });
});
