import fc from 'fast-check';
import { it } from 'vitest';
import { requirePlain } from '../comparison/require-plain.testing.ts';
import { momentsOf } from '../moments/moments.ts';
import {
  clusteredDifferenceInDifferences,
  cuped,
  differenceInDifferences,
  interruptedTimeSeries,
  sequentialTest,
  varianceComponents,
} from './index.ts';

const list = fc.array(fc.integer({ min: -2, max: 2 }), { maxLength: 10 });

it('every result is plain: too few, constant, perfect', () => {
  fc.assert(
    fc.property(list, list, fc.nat(10), (a, b, before) => {
      const short = Math.min(a.length, b.length);
      const arm = { before: a.slice(0, short), during: b.slice(0, short) };
      requirePlain(interruptedTimeSeries(a, { before: Math.min(before, a.length) }));
      requirePlain(cuped(arm, { before: arm.during, during: arm.before }));
      requirePlain(varianceComponents([momentsOf(a), momentsOf(b)]));
      const cells = { before: momentsOf(a), after: momentsOf(b) };
      requirePlain(differenceInDifferences({ comparison: cells, treated: { before: cells.after, after: cells.before } }));
      requirePlain(clusteredDifferenceInDifferences(a.map((value, id) => ({ id: id % 4, treated: id % 2 === 0, after: id > 5, value }))));
      requirePlain(sequentialTest(a, { variance: 1e-6, mixingVariance: 1e6 }));
    }),
    { numRuns: 300 },
  );
});
