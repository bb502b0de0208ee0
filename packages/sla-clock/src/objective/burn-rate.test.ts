import { describe, expect, it } from 'vitest';
import { burnRate, burnRateAlerts, burnRateFor, burnRatePairs } from './burn-rate.ts';
import { timeToExhaustion } from './error-budget.ts';
import { gatherEvidence } from './evidence.ts';
import type { Objective, Reading } from './objective.ts';

const days30 = 30 * 86_400;
const objective: Objective = {
  id: 'portal',
  target: 0.999,
  method: { kind: 'occurrences', slice: 60 },
  windows: [{ kind: 'rolling', unit: 'day', count: 30 }],
  zone: 'UTC',
};

/** One request per second; every one fails from `outage.from` up to `outage.to`. */
function requests(seconds: number, outage: { from: number; to: number }): Reading[] {
  return Array.from({ length: seconds }, (_, at) => ({ at, good: at >= outage.from && at < outage.to ? 0 : 1, total: 1 }));
}

const kinds = (readings: readonly Reading[], now: number): string[] =>
  burnRateAlerts(gatherEvidence(objective, readings), now).map(({ kind }) => kind);

describe('burn rates of the Site Reliability Workbook, chapter 5', () => {
  it('the rates of the three pairs follow from the share of the budget they spend', () => {
    expect(burnRateFor({ share: 0.02, stretch: 3600, window: days30 })).toBeCloseTo(14.4, 12);
    expect(burnRateFor({ share: 0.05, stretch: 6 * 3600, window: days30 })).toBeCloseTo(6, 12);
    expect(burnRateFor({ share: 0.1, stretch: 3 * 86_400, window: days30 })).toBeCloseTo(1, 12);
    expect(() => burnRateFor({ share: 0.1, stretch: 0, window: days30 })).toThrow(RangeError);
  });

  // Table 5-3: 1× lasts 30 days, 2× 15 days, 10× 3 days, 1000× 43 minutes.
  it.each([
    [1, 30 * 86_400],
    [2, 15 * 86_400],
    [10, 3 * 86_400],
    [1000, 43.2 * 60],
  ])('at %d× the budget lasts %d s', (rate, seconds) => {
    expect(timeToExhaustion({ leftShare: 1, rate, window: days30 })).toBeCloseTo(seconds, 6);
  });

  it('a budget that is gone lasts no longer, one that does not burn lasts for ever', () => {
    expect(timeToExhaustion({ leftShare: -0.2, rate: 3, window: days30 })).toBe(0);
    expect(timeToExhaustion({ leftShare: 0.5, rate: 0, window: days30 })).toBeNull();
  });

  it('one failure of ten in an hour burns a hundredfold', () => {
    const readings = Array.from({ length: 10 }, (_, i) => ({ at: i * 360, good: i === 3 ? 0 : 1, total: 1 }));
    expect(burnRate(gatherEvidence(objective, readings), 3600, 3600)).toMatchObject({ bad: 1, n: 10, rate: expect.closeTo(100, 9) });
  });
});

describe('burn-rate alerts', () => {
  // All requests fail from 10 000 s on: 1.44 % of an hour is 51.84 failures, so the 52nd calls; 6 h: 0.6 % is 129.6; 3 d: 0.1 %.
  const outage = { from: 10_000, to: 10_600 };
  const readings = requests(14_000, outage);

  it('fire with the failure that passes the limit in the long stretch', () => {
    expect(kinds(readings, 10_051)[0]).toBe('calm');
    expect(kinds(readings, 10_052)[0]).toBe('firing');
  });

  it('end when the short stretch is good again, while the long one still is not', () => {
    // 1.44 % of five minutes is 4.32 failures: from 10 596 s on at most four of the last 300 s failed.
    expect(kinds(readings, 10_895)[0]).toBe('firing');
    expect(kinds(readings, 10_896)[0]).toBe('calm');
    const [page] = burnRateAlerts(gatherEvidence(objective, readings), 10_896);
    expect(page?.long.rate).toBeGreaterThan(14.4);
  });

  it('a rate that equals the limit does not fire', () => {
    // 144 of 10 000 are 14.4 × 0.1 %.
    const even = [{ at: 3599, good: 9856, total: 10_000 }];
    expect(kinds(even, 3600)[0]).toBe('calm');
    expect(kinds([{ at: 3599, good: 9855, total: 10_000 }], 3600)[0]).toBe('firing');
    // 5 % of 28 days in six hours is 5.6; in binary fractions 14 ÷ 25 ÷ 0.1 is a little more.
    const evidence = gatherEvidence({ ...objective, target: 0.9 }, [{ at: 3599, good: 11, total: 25 }]);
    const pairs = [{ rate: 5.6, long: 3600, short: 3600, severity: 'page' as const }];
    expect(burnRateAlerts(evidence, 3600, { pairs })[0]?.kind).toBe('calm');
  });

  it('say nothing when nothing was measured', () => {
    expect(kinds([], 3600)).toEqual(['calm', 'calm', 'calm']);
    expect(burnRate(gatherEvidence(objective, []), 3600, 3600).rate).toBeNull();
  });

  it('do not burn on what is excluded, nor on time before the promise', () => {
    const exclusion = { id: 'e', ...outage, reason: 'agreed upgrade', approvedBy: 'Li', enteredAt: 20_000 };
    expect(burnRate(gatherEvidence(objective, readings, { exclusions: [exclusion] }), 10_600, 3600).bad).toBe(0);
    expect(burnRate(gatherEvidence(objective, readings, { exclusions: [exclusion], knownAt: 19_999 }), 10_600, 3600).bad).toBe(600);
    expect(burnRate(gatherEvidence({ ...objective, since: 10_500 }, readings), 10_600, 3600)).toMatchObject({ bad: 100, n: 100 });
  });

  it('judge slices that have ended, not the one in progress', () => {
    const slices: Objective = { ...objective, method: { kind: 'time-slices', slice: 60, sliceTarget: 0.95 } };
    const evidence = gatherEvidence(slices, requests(7200, { from: 7080, to: 7200 }));
    expect(burnRate(evidence, 7199, 3600)).toMatchObject({ from: 3540, to: 7140, bad: 1, n: 60 });
    expect(burnRate(evidence, 7200, 3600)).toMatchObject({ from: 3600, to: 7200, bad: 2, n: 60 });
  });

  it('the pairs are those of table 5-8', () => {
    expect(burnRatePairs).toEqual([
      { rate: 14.4, long: 3600, short: 300, severity: 'page' },
      { rate: 6, long: 21_600, short: 1800, severity: 'page' },
      { rate: 1, long: 259_200, short: 21_600, severity: 'ticket' },
    ]);
  });
});
