import fc from 'fast-check';
import { it } from 'vitest';
import { requirePlain } from '../comparison/require-plain.testing.ts';
import { coxRegression, kaplanMeier, logRankTest } from './index.ts';

it('every result is plain: no events, all events, separated, collinear, tied', () => {
  const subject = fc.tuple(fc.nat(6), fc.boolean(), fc.integer({ min: -1, max: 1 }), fc.nat(2));
  fc.assert(
    fc.property(fc.array(subject, { minLength: 1, maxLength: 9 }), (subjects) => {
      const durations = (of: typeof subjects) => ({ times: of.map(([time]) => time), observed: of.map(([, event]) => event) });
      for (const scale of ['log', 'log-log', 'plain'] as const) requirePlain(kaplanMeier(durations(subjects), { scale }));
      requirePlain(
        logRankTest([durations(subjects.filter(([, , group]) => group > 0)), durations(subjects.filter(([, , group]) => group <= 0))]),
      );
      for (const ties of ['efron', 'breslow'] as const) {
        requirePlain(coxRegression(durations(subjects), subjects.map(([, , a, b]) => [a, 1e6 * b]), { ties })); // prettier-ignore
      }
    }),
    { numRuns: 300 },
  );
});
