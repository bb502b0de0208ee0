import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectClose } from '../comparison/expect-close.testing.ts';
import {
  addLifeTables,
  coxRegression,
  kaplanMeier,
  kaplanMeierFromTable,
  lifeTableOf,
  logRankTest,
  logRankTestFromTables,
  survivalAt,
} from './index.ts';

// Freireich et al. (1963), Blood 21, 699–716: weeks in remission of 21 pairs of patients with leukaemia; the standard example of the field.
const remission = {
  times: [6, 6, 6, 6, 7, 9, 10, 10, 11, 13, 16, 17, 19, 20, 22, 23, 25, 32, 32, 34, 35],
  observed: [1, 1, 1, 0, 1, 0, 1, 0, 0, 1, 1, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0].map((event) => event === 1),
};
const placebo = { times: [1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23], observed: Array<boolean>(21).fill(true) };
const both = { times: [...remission.times, ...placebo.times], observed: [...remission.observed, ...placebo.observed] };
const treatment = both.times.map((_, i) => [i < 21 ? 0 : 1]);

describe('Kaplan–Meier', () => {
  // Kleinbaum, Klein (2012), Survival Analysis, 3rd ed., chapter 2: 0.857, 0.807, 0.753, 0.690, 0.627, 0.538, 0.448; digits from Python, written out
  it('agrees with the textbook', () => {
    const curve = kaplanMeier(remission);
    if (curve.kind !== 'kaplan-meier') throw new Error('insufficient');
    expect(curve.steps.filter(({ events }) => events > 0).map(({ survival }) => survival.toFixed(3))).toEqual([
      '0.857',
      '0.807',
      '0.753',
      '0.690',
      '0.627',
      '0.538',
      '0.448',
    ]);
    expectClose(curve, { n: 21, events: 9, median: 23 });
    expectClose(
      [survivalAt(curve, 6), survivalAt(curve, 30)],
      [{ standardError: 0.07636035483212125 }, { survival: 0.44817927170868355, standardError: 0.13459145675576048 }],
    );
  });
  // R 4.2.2, survfit of the remission times: median 23 from 16 to not reached (log), placebo 8 from 4 to 12
  it('tells where the limits cross one half', () => {
    expect(kaplanMeier(remission)).toMatchObject({ median: 23, medianInterval: [16, null] });
    expect(kaplanMeier(placebo)).toMatchObject({ median: 8, medianInterval: [4, 12] });
  });
  it('takes the middle of a stretch at one half', () => {
    expect(kaplanMeier({ times: [1, 2, 3, 4], observed: [true, true, true, true] })).toMatchObject({ median: 2.5 });
    expect(kaplanMeier({ times: [1, 2, 3, 4], observed: [true, true, false, false] })).toMatchObject({ median: 2 });
  });
  it('has no median where most are still waiting, no error where nobody is left, and says what is carried on', () => {
    const waiting = kaplanMeier({ times: [1, 5, 5], observed: [true, false, false] });
    expect(waiting).toMatchObject({ median: null });
    const done = kaplanMeier({ times: [1, 2], observed: [true, true] });
    if (done.kind !== 'kaplan-meier') throw new Error('insufficient');
    expect(survivalAt(done, 2)).toEqual({ time: 2, survival: 0, standardError: null, interval: null, beyondFollowUp: false });
    expect(survivalAt(done, 0.5)).toEqual({ time: 0.5, survival: 1, standardError: 0, interval: [1, 1], beyondFollowUp: false });
    expect(survivalAt(done, 3).beyondFollowUp).toBe(true);
  });
  it('is the plain share when nothing is censored, and falls within its interval', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(20), { minLength: 1, maxLength: 40 }), fc.constantFrom('log', 'log-log', 'plain'), (times, scale) => {
        const curve = kaplanMeier({ times, observed: times.map(() => true) }, { scale });
        if (curve.kind !== 'kaplan-meier') throw new Error('insufficient');
        for (const { time, survival, standardError, interval } of curve.steps) {
          const share = times.filter((other) => other > time).length / times.length;
          expectClose(survival, share);
          if (standardError !== null) expectClose(standardError, Math.sqrt((share * (1 - share)) / times.length), 1e-9);
          if (interval !== null)
            expect(interval[0] <= survival && survival <= interval[1] && interval[0] >= 0 && interval[1] <= 1).toBe(true);
        }
      }),
      { numRuns: 50 },
    );
  });
  it('and the log-rank test are the same from tables that were added up', () => {
    const subjects = fc.array(fc.tuple(fc.nat(15), fc.boolean()), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(subjects, subjects, fc.nat(30), (a, b, at) => {
        const durations = (list: readonly (readonly [number, boolean])[]) => ({
          times: list.map(([time]) => time),
          observed: list.map(([, event]) => event),
        });
        const parts = addLifeTables(lifeTableOf(durations(a.slice(at))), lifeTableOf(durations(a.slice(0, at))));
        expect(parts).toEqual(lifeTableOf(durations(a)));
        expectClose(kaplanMeierFromTable(parts), kaplanMeier(durations(a)));
        expectClose(logRankTestFromTables([parts, lifeTableOf(durations(b))]), logRankTest([durations(a), durations(b)]));
      }),
      { numRuns: 40 },
    );
  });
  it('refuses impossible durations', () => {
    expect(kaplanMeier({ times: [], observed: [] })).toEqual({ kind: 'insufficient', n: 0, needed: 1 });
    expect(() => kaplanMeier({ times: [-1], observed: [true] })).toThrow(RangeError);
    expect(() => kaplanMeier({ times: [1], observed: [] })).toThrow(RangeError);
  });
});

describe('log-rank test', () => {
  // Kleinbaum, Klein (2012), chapter 2: 16.793, expected 19.25 and 10.75
  it('agrees with the textbook', () => {
    expectClose(
      logRankTest([remission, placebo]),
      {
        n: 42,
        statistic: 16.792940989216536,
        df: 1,
        p: 4.1688091093345355e-5,
        groups: [
          { observed: 9, expected: 19.25050095 },
          { observed: 21, expected: 10.74949905 },
        ],
      },
      1e-9,
    );
  });
  // Python: hypergeometric means and covariances summed over the event times, written out
  it('compares three groups, in any order', () => {
    const part = (from: number, to: number) => ({ times: remission.times.slice(from, to), observed: remission.observed.slice(from, to) });
    const groups = [part(0, 10), part(10, 21), placebo];
    const wanted = { df: 2, statistic: 23.399714412044073, p: 8.295003552747853e-6 };
    expectClose(logRankTest(groups), wanted);
    expectClose(logRankTest([...groups].reverse()), wanted);
  });
  it('says when no event met both groups, or a group is empty', () => {
    expect(
      logRankTest([
        { times: [1], observed: [false] },
        { times: [2], observed: [true] },
      ]),
    ).toMatchObject({ kind: 'undetermined', reason: 'no-events' });
    expect(logRankTest([remission, { times: [], observed: [] }])).toMatchObject({ kind: 'insufficient' });
  });
});

describe('Cox regression', () => {
  // Kleinbaum, Klein (2012), chapter 3, and R 4.2.2: 1.572 (0.4124) after Efron, 1.509 (0.4096) after Breslow; likelihoods from Python, written out
  it.each([
    ['efron', 1.57212515, 0.41239673, -85.0084245773716, -93.18426999684776],
    ['breslow', 1.50919141, 0.40956442, -86.37962207114555, -93.98505047824516],
  ] as const)('with ties after %s', (ties, estimate, standardError, logLikelihood, nullLogLikelihood) => {
    const found = coxRegression(both, treatment, { ties });
    expectClose(found, { n: 42, events: 30, method: { ties }, logLikelihood, nullLogLikelihood }, 1e-9);
    expectClose(found, { coefficients: [{ estimate, standardError }] }, 2e-7);
  });
  it('follows the units of covariates and durations, and the order of subjects does not matter', () => {
    const subjects = fc.array(fc.tuple(fc.integer({ min: 1, max: 12 }), fc.boolean(), fc.integer({ min: -5, max: 5 }), fc.nat(3)), {
      minLength: 12,
      maxLength: 25,
    });
    fc.assert(
      fc.property(subjects, (list) => {
        const run = (rows: typeof list, unit: number) =>
          coxRegression(
            { times: rows.map(([time]) => 3 * time * unit), observed: rows.map(([, event]) => event) },
            rows.map(([, , a, b]) => [a * unit, b + unit]),
          );
        const [found, turned] = [run(list, 1), run([...list].reverse(), 10)];
        expect(turned.kind).toBe(found.kind);
        if (found.kind !== 'cox-regression' || turned.kind !== 'cox-regression') return;
        const scaled = found.coefficients.map(({ estimate, p }, i) => ({ estimate: i === 0 ? estimate / 10 : estimate, p }));
        expectClose(turned.coefficients, scaled, 1e-6);
      }),
      { numRuns: 25 },
    );
  });
  // The score test of one binary covariate without ties is the log-rank test: Cox (1972)
  it('is flat at zero in slope exactly as the log-rank test compares', () => {
    const times = [3, 5, 6, 8, 9, 11, 14, 15, 19, 21];
    const observed = [1, 1, 0, 1, 1, 1, 0, 1, 1, 0].map((event) => event === 1);
    const group = [0, 1, 0, 0, 1, 1, 0, 1, 0, 1];
    const of = (wanted: number) => ({
      times: times.filter((_, i) => group[i] === wanted),
      observed: observed.filter((_, i) => group[i] === wanted),
    });
    const rank = logRankTest([of(0), of(1)]);
    const cox = coxRegression(
      { times, observed },
      group.map((value) => [value]),
    );
    if (cox.kind !== 'cox-regression' || rank.kind !== 'log-rank-test') throw new Error('undetermined');
    expect(Math.abs(cox.likelihoodRatio.statistic - rank.statistic)).toBeLessThan(0.05);
    expect(Math.sign(cox.coefficients[0]!.estimate)).toBe(Math.sign(rank.groups[1]!.observed - rank.groups[1]!.expected));
  });
  it('finds no maximum where events follow the covariate, names what is collinear, needs events', () => {
    const times = [1, 2, 3, 4, 5];
    const all = [true, true, true, true, true];
    expect(coxRegression({ times, observed: all }, [[5], [4], [3], [2], [1]])).toMatchObject({ kind: 'undetermined', reason: 'separated' });
    expect(
      coxRegression({ times, observed: all }, [
        [5, 10],
        [4, 8],
        [3, 6],
        [2, 4],
        [9, 18],
      ]),
    ).toMatchObject({ reason: 'singular', columns: [1] });
    expect(coxRegression({ times, observed: all.map(() => false) }, [[5], [4], [3], [2], [9]])).toMatchObject({ reason: 'no-events' });
    expect(coxRegression({ times: [1, 2], observed: [true, true] }, [[1], [2]])).toEqual({ kind: 'insufficient', n: 2, needed: 3 });
    expect(() => coxRegression({ times, observed: all }, [[1]])).toThrow(RangeError);
  });
});
