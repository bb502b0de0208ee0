import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectClose } from '../comparison/expect-close.testing.ts';
import { addMoments, momentsOf } from '../moments/moments.ts';
import { normalDeviate, seededRandom } from '../random/index.ts';
import { expectedReturn, regressionToMean, sampleRatioCheck, sequentialEvidence, sequentialTest, varianceComponents } from './index.ts';

describe('sequential test', () => {
  it('rejects exactly where the interval leaves the hypothesis out', () => {
    const positive = fc.double({ min: 0.01, max: 10, noNaN: true });
    fc.assert(
      fc.property(fc.double({ min: -5, max: 5, noNaN: true }), positive, positive, (estimate, variance, mixingVariance) => {
        const { p, halfWidth } = sequentialEvidence({ estimate, variance }, { mixingVariance, hypothesis: 1, alpha: 0.05 });
        if (Math.abs(Math.abs(estimate - 1) - halfWidth) > 1e-9) expect(p <= 0.05).toBe(Math.abs(estimate - 1) >= halfWidth);
      }),
    );
  });
  // The ratio is a mixture of likelihood ratios: integrated by the midpoint rule over effects from −6 to 6 standard deviations of the mixture
  it('weighs the evidence by the mean of likelihood ratios over the mixture', () => {
    const [estimate, variance, tau] = [0.4, 0.05, 0.5];
    let mixture = 0;
    for (let i = 0; i < 4000; i++) {
      const effect = tau * (-6 + (12 * (i + 0.5)) / 4000);
      const density = Math.exp(-(effect ** 2) / (2 * tau ** 2)) / (tau * Math.sqrt(2 * Math.PI));
      mixture += density * Math.exp((estimate ** 2 - (estimate - effect) ** 2) / (2 * variance)) * ((12 * tau) / 4000);
    }
    expectClose(sequentialEvidence({ estimate, variance }, { mixingVariance: tau ** 2 }), { likelihoodRatio: mixture }, 1e-7);
  });
  it('raises a false alarm in less than alpha of all tests, though one looks after every value', () => {
    const uniform = seededRandom(11);
    const alarms = Array.from({ length: 400 }, () => {
      const values = Array.from({ length: 200 }, () => normalDeviate(uniform));
      const found = sequentialTest(values, { variance: 1, mixingVariance: 0.25, alpha: 0.1 });
      return found.kind === 'sequential-test' && found.rejected ? 1 : 0;
    });
    const share = alarms.reduce<number>((sum, alarm) => sum + alarm, 0) / alarms.length;
    expect(share).toBeLessThan(0.1);
    expect(share).toBeGreaterThan(0);
  });
  it('stays finite however strong the evidence is, and its p never rises again', () => {
    const found = sequentialTest([1e9, 1e9, -3e9], { variance: 1, mixingVariance: 1 });
    if (found.kind !== 'sequential-test') throw new Error('insufficient');
    expect(found.looks.every(({ likelihoodRatio, logLikelihoodRatio }) => Number.isFinite(likelihoodRatio + logLikelihoodRatio))).toBe(
      true,
    );
    expect(found.looks.map(({ alwaysValidP }) => alwaysValidP)).toEqual([0, 0, 0]);
  });
  it('refuses impossible settings', () => {
    expect(sequentialTest([], { variance: 1, mixingVariance: 1 })).toEqual({ kind: 'insufficient', n: 0, needed: 1 });
    expect(() => sequentialTest([1], { variance: 0, mixingVariance: 1 })).toThrow(RangeError);
    expect(() => sequentialTest([1], { variance: 1, mixingVariance: 1, alpha: 1 })).toThrow(RangeError);
    expect(() => sequentialTest([NaN], { variance: 1, mixingVariance: 1 })).toThrow(RangeError);
  });
});

describe('sample ratio', () => {
  // scipy 1.17.1: stats.chisquare
  it('agrees with scipy', () => {
    expectClose(sampleRatioCheck([821, 1588, 2400], [0.7, 1.3, 2]), {
      df: 2,
      statistic: 0.9137377490465431,
      p: 0.6332633715803603,
      mismatch: false,
    });
  });
  it('refuses what is no plan', () => {
    expect(sampleRatioCheck([0, 0], [1, 1])).toEqual({ kind: 'insufficient', n: 0, needed: 1 });
    expect(() => sampleRatioCheck([5], [1])).toThrow(RangeError);
    expect(() => sampleRatioCheck([5, 5], [1, 0])).toThrow(RangeError);
    expect(() => sampleRatioCheck([5, -5], [1, 1])).toThrow(RangeError);
    expect(() => sampleRatioCheck([5, 5], [1])).toThrow(RangeError);
  });
});

describe('variance components', () => {
  // Davies, Goldsmith (1972), Statistical Methods in Research and Production, the dyestuff of R's lme4: 1764.05 between, 2451.25 within
  const batches = [
    [1545, 1440, 1440, 1520, 1580],
    [1540, 1555, 1490, 1560, 1495],
    [1595, 1550, 1605, 1510, 1560],
    [1445, 1440, 1595, 1465, 1545],
    [1595, 1630, 1515, 1635, 1625],
    [1520, 1455, 1450, 1480, 1445],
  ];
  it('agree with lme4', () => {
    expectClose(varianceComponents(batches.map(momentsOf)), { n: 30, units: 6, mean: 1527.5, between: 1764.05, within: 2451.25 }, 1e-8);
  });
  it('are the same from sums that were added up, and never below 0', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.integer({ min: -9, max: 9 }), { maxLength: 6 }), { maxLength: 6 }), fc.nat(6), (units, at) => {
        const parts = units.map((values) => addMoments(momentsOf(values.slice(0, at)), momentsOf(values.slice(at))));
        const found = varianceComponents(units.map(momentsOf));
        expectClose(varianceComponents(parts), found);
        if (found.kind === 'variance-components')
          expect(Math.min(found.between, found.within, found.reliability)).toBeGreaterThanOrEqual(0);
        else expect(found.kind).toBe('insufficient');
      }),
      { numRuns: 50 },
    );
  });
});

describe('regression to the mean', () => {
  const peers = { peerMean: 80, betweenVariance: 75, errorVarianceBefore: 25, errorVarianceAfter: 25 };
  // scipy 1.17.1: the change averaged over the normal density beyond the cut-off, integrate.quad
  it('is on average what integration gives', () => {
    const group = { mean: 80, betweenVariance: 75, errorVariance: 25 };
    expectClose(expectedReturn({ ...group, cutOff: 70, side: 'below' }), 3.8128381904024526, 1e-9);
    expectClose(expectedReturn({ ...group, cutOff: 92, side: 'above' }), -4.218880062162967, 1e-9);
  });
  it('is what happens to the worst units when nothing is done to them', () => {
    const uniform = seededRandom(5);
    const units = Array.from({ length: 20_000 }, () => {
      const truth = 80 + Math.sqrt(75) * normalDeviate(uniform);
      return { before: truth + 5 * normalDeviate(uniform), after: truth + 5 * normalDeviate(uniform) };
    });
    const worst = units.filter(({ before }) => before < 70);
    const change = worst.reduce((sum, { before, after }) => sum + after - before, 0) / worst.length;
    const expected = worst.reduce((sum, unit) => sum + regressionToMean({ ...peers, ...unit }).expectedChange, 0) / worst.length;
    const inside = worst.filter((unit) => regressionToMean({ ...peers, ...unit }).explained).length / worst.length;
    expect(Math.abs(change - expectedReturn({ cutOff: 70, side: 'below', mean: 80, betweenVariance: 75, errorVariance: 25 }))).toBeLessThan(
      0.35,
    );
    expect(Math.abs(change - expected)).toBeLessThan(0.35);
    expect(Math.abs(inside - 0.95)).toBeLessThan(0.02);
  });
  it('expects everything of units that do not differ, and nothing of values without error', () => {
    expect(regressionToMean({ ...peers, before: 60, after: 80, betweenVariance: 0 })).toMatchObject({
      expected: 80,
      remainingChange: 0,
      explained: true,
    });
    expect(regressionToMean({ ...peers, before: 60, after: 80, errorVarianceBefore: 0 })).toMatchObject({ expected: 60, explained: false });
  });
  it('refuses impossible variances', () => {
    expect(() => regressionToMean({ ...peers, before: 60, after: NaN })).toThrow(RangeError);
    expect(() => regressionToMean({ ...peers, before: 60, after: 70, betweenVariance: -1 })).toThrow(RangeError);
    expect(() => regressionToMean({ ...peers, before: 60, after: 70, errorVarianceBefore: 0, errorVarianceAfter: 0 })).toThrow(RangeError);
    expect(() => expectedReturn({ cutOff: 1e6, side: 'above', mean: 0, betweenVariance: 1, errorVariance: 1 })).toThrow(RangeError);
  });
});
