import { expect, test } from 'vitest';
import { reportOf, type FollowUpFacts } from './follow-up-report.rules.ts';

const call = (more: Partial<FollowUpFacts>): FollowUpFacts => ({
  ...{ result: 'recovered', reachedAfter: 3600, closedAfter: 7200, dueAfter: 86_400, cause: '', score: 2, scoreMax: 10 },
  ...{ secondScore: null, laterScore: null },
  ...more,
});

test('nothing has happened: no shares, no means, and no crash', () => {
  expect(reportOf([])).toMatchObject({
    opened: 0,
    recovered: { yes: 0, n: 0, interval: null },
    contact: { n: 0, median: null },
    change: { mean: null },
  });
});

test('second scores are compared on the scale of the first', () => {
  // Changes 0.4, 0.6, 0.8: 0.6 ± t(0.975; 2) · 0.2/√3, by Simpson's rule over the density of t: 0.1031725 to 1.0968275.
  const { change } = reportOf([
    call({ secondScore: 6 }),
    call({ score: 1, scoreMax: 5, secondScore: 4 }),
    call({ score: 20, scoreMax: 100, secondScore: 100 }),
    call({ scoreMax: null, secondScore: 9 }),
  ]);
  expect(change.n).toBe(3);
  expect(change.mean).toBeCloseTo(0.6, 12);
  expect(change.interval?.[0]).toBeCloseTo(0.1031725, 6);
  expect(change.interval?.[1]).toBeCloseTo(1.0968275, 6);
});

test('whether the call helped is told by later answers of both sides', () => {
  const later = (laterScore: number, result: FollowUpFacts['result']) => call({ laterScore, result });
  const { compared } = reportOf([
    ...[7, 8, 9, 10].map((score) => later(score, 'recovered')),
    ...[2, 3, 4, 5].map((score) => later(score, 'unreachable')),
  ]);
  // scipy 1, ttest_ind([.5,.6,.7,.8], [0,.1,.2,.3], equal_var=False): t = 5.477226, df = 6, p = 0.00154742; the lower limit from it 0.2766285.
  expect(compared.difference?.estimate).toBeCloseTo(0.5, 12);
  expect(compared.difference?.interval[0]).toBeCloseTo(0.2766285, 6);
  expect(compared.difference?.p).toBeCloseTo(0.00154742, 8);
  expect(reportOf([later(7, 'recovered')]).compared.difference).toBeNull();
});

test('in time is whoever was reached before the deadline, or given up before it', () => {
  const { inTime, contact } = reportOf([
    call({ reachedAfter: 90_000 }),
    call({ reachedAfter: 80_000 }),
    call({ result: 'unreachable', reachedAfter: null, closedAfter: 80_000 }),
    call({ result: null, reachedAfter: 100, closedAfter: null }),
  ]);
  expect(inTime).toMatchObject({ yes: 2, n: 3 });
  expect(contact).toEqual({ n: 3, median: 80_000, ninth: 90_000 });
});
