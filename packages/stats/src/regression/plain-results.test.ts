import fc from 'fast-check';
import { it } from 'vitest';
import { requirePlain } from '../comparison/require-plain.testing.ts';
import { hosmerLemeshowTest, rocArea } from '../classification/index.ts';
import {
  breuschPaganTest,
  clusterErrors,
  cooksDistances,
  linearRegression,
  logisticProbabilities,
  logisticRegression,
  neweyWestErrors,
  relativeImportance,
  robustErrors,
  typeTwoTests,
  varianceInflation,
} from './index.ts';

const rows = fc
  .tuple(
    fc.array(fc.tuple(fc.integer({ min: -2, max: 2 }), fc.integer({ min: 0, max: 2 }), fc.integer({ min: -3, max: 3 })), {
      minLength: 1,
      maxLength: 9,
    }),
    fc.constantFrom(1, 1e-7, 1e7),
  )
  .map(([list, unit]) => list.map(([a, b, y]) => ({ x: [a * unit, b], y })));

it('every linear result is plain: too few, constant, collinear, perfect, tiny and huge', () => {
  fc.assert(
    fc.property(rows, (data) => {
      const [x, y] = [data.map((row) => row.x), data.map((row) => row.y)];
      for (const run of [linearRegression, typeTwoTests, breuschPaganTest, cooksDistances, relativeImportance]) requirePlain(run(x, y));
      for (const type of ['HC0', 'HC1', 'HC2', 'HC3'] as const) requirePlain(robustErrors(x, y, { type }));
      requirePlain(neweyWestErrors(x, y, { lag: 0 }));
      requirePlain(clusterErrors(x, y, { clusters: y }));
      requirePlain(varianceInflation(x));
    }),
    { numRuns: 300 },
  );
});

it('every logistic result is plain: separated, alike, collinear', () => {
  fc.assert(
    fc.property(rows, (data) => {
      const [x, outcomes] = [data.map((row) => row.x), data.map((row) => row.y > 0)];
      const fit = logisticRegression(x, outcomes);
      requirePlain(fit);
      if (fit.kind !== 'logistic-regression') return;
      const chances = logisticProbabilities(fit, x);
      requirePlain(rocArea(chances, outcomes));
      requirePlain(hosmerLemeshowTest(chances, outcomes, { groups: 3 }));
    }),
    { numRuns: 200 },
  );
});
