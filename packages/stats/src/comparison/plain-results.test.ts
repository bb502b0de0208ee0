import fc from 'fast-check';
import { it } from 'vitest';
import {
  analysisOfVariance,
  chiSquareTest,
  kruskalWallisTest,
  leveneTest,
  mannWhitneyTest,
  pairedTest,
  standardisedDifference,
  studentTest,
  twoProportionTest,
  welchAnalysisOfVariance,
  welchTest,
  wilcoxonSignedRankTest,
} from './index.ts';
import { requirePlain } from './require-plain.testing.ts';

const size = fc.constantFrom(1, 1e-8, 1e8);
const values = fc
  .tuple(fc.array(fc.integer({ min: -2, max: 2 }), { maxLength: 6 }), size)
  .map(([list, unit]) => list.map((value) => value * unit));

it('every result is plain: samples empty, single, constant, tied, tiny and huge', () => {
  fc.assert(
    fc.property(values, values, values, (a, b, c) => {
      for (const test of [welchTest, studentTest, standardisedDifference, mannWhitneyTest]) requirePlain(test(a, b));
      for (const test of [analysisOfVariance, welchAnalysisOfVariance, kruskalWallisTest, leveneTest]) requirePlain(test([a, b, c]));
      const short = Math.min(a.length, b.length);
      requirePlain(pairedTest(a.slice(0, short), b.slice(0, short)));
      requirePlain(wilcoxonSignedRankTest(a.slice(0, short), b.slice(0, short)));
    }),
    { numRuns: 300 },
  );
});

it('every result of counts is plain', () => {
  const count = fc.constantFrom(0, 1, 2, 7, 1e6);
  fc.assert(
    fc.property(count, count, count, count, (a, b, c, d) => {
      requirePlain(twoProportionTest({ count: a, n: a + b }, { count: c, n: c + d }));
      requirePlain(chiSquareTest([[a, b], [c, d], [b, 0]])); // prettier-ignore
    }),
    { numRuns: 300 },
  );
});
