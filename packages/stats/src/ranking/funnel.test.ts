import { describe, expect, it } from 'vitest';
import { binomialLimit } from './binomial-limit.ts';
import { funnelOfMeans, funnelOfShares } from './index.ts';

const about = (value: number) => expect.closeTo(value, 10) as number;

describe('funnels', () => {
  const units = [
    { count: 30, n: 100 },
    { count: 12, n: 20 },
    { count: 290, n: 1000 },
    { count: 2, n: 40 },
  ];
  // Python, scipy 1.17.1: binom.ppf and binom.cdf in the interpolation of Spiegelhalter (2005), appendix A.1.1
  it('limits of shares', () => {
    expect(funnelOfShares(units)).toMatchObject({
      target: about(0.28793103448275864),
      points: [
        {
          inner: [about(0.19594726542529578), about(0.3739094838079318)],
          outer: [about(0.15024685885210878), about(0.42828988595173345)],
          verdict: 'within',
        },
        { inner: [about(0.07119914190881034), about(0.47412578636019453)], outer: [0, about(0.5969253349899197)], verdict: 'above-outer' },
        { inner: [about(0.25955940884637474), about(0.31570195933965955)], z: expect.closeTo(0.14449339, 8) as number, verdict: 'within' },
        {
          inner: [about(0.13910096555276902), about(0.4209852660047023)],
          outer: [about(0.07480068782041573), about(0.5102120568369186)],
          verdict: 'below-outer',
        },
      ],
      method: { limits: 'binomial', widened: 1 },
    });
  });
  it.each([
    [0.025, 50, 0.1, 0.013862926957343676],
    [0.999, 7, 0.4, 0.9128069196428592],
    [0.001, 5000, 0.02, 0.014058801178085287],
    [0.5, 1, 0.5, 0],
  ])('limit at %d of %d cases at %d', (p, n, share, limit) => expect(binomialLimit(p, n, share)).toBeCloseTo(limit, 10));
  it('has limits at the ends', () =>
    expect([binomialLimit(0, 9000, 0.9), binomialLimit(1, 9, 0.3), binomialLimit(0.5, 9, 1)]).toEqual([0, 1, 1]));
  it('tolerates more of a small unit than of a large one', () => {
    const found = funnelOfShares(
      [
        { count: 8, n: 20 },
        { count: 400, n: 1000 },
      ],
      { target: 0.3 },
    );
    expect(found).toMatchObject({ points: [{ verdict: 'within' }, { verdict: 'above-outer' }] });
  });
  it('widens when units differ by more than chance', () => {
    const found = funnelOfShares(units, { widen: 'overdispersion' });
    // mean of z² (no tenth to pull in among four): numpy
    expect(found).toMatchObject({
      overdispersion: about(5.159124849574457),
      method: { limits: 'normal', widened: about(Math.sqrt(5.159124849574457)) },
    });
    expect(found).toHaveProperty('points.1.verdict', 'within');
    expect(funnelOfShares(units.slice(0, 1), { widen: 'overdispersion' })).toMatchObject({ method: { limits: 'binomial', widened: 1 } });
  });
  it('pulls in the extremes before it speaks of overdispersion', () => {
    const means = Array.from({ length: 20 }, (_, i) => ({ mean: i === 19 ? 50 : i % 2, n: 4 }));
    // z = ±1 but for one outlier at 99, pulled in like the two lowest and highest
    expect(funnelOfMeans(means, 1, { target: 0.5 })).toMatchObject({ overdispersion: 1 });
  });
  it('of means', () => {
    expect(
      funnelOfMeans(
        [
          { mean: 4.1, n: 100 },
          { mean: 3.2, n: 9 },
        ],
        1.2,
      ),
    ).toMatchObject({ target: about((410 + 28.8) / 109), method: { limits: 'normal' } });
  });
  it('says what is missing', () => {
    expect(funnelOfShares([])).toEqual({ kind: 'insufficient', n: 0, needed: 1 });
    expect(funnelOfMeans([], 1)).toEqual({ kind: 'insufficient', n: 0, needed: 1 });
    expect(funnelOfShares([{ count: 0, n: 5 }])).toMatchObject({ kind: 'undetermined' });
    expect(() => funnelOfShares([{ count: 6, n: 5 }])).toThrow(RangeError);
    expect(() => funnelOfShares(units, { inner: 0.99, outer: 0.9 })).toThrow(RangeError);
    expect(() => funnelOfMeans([{ mean: 1, n: 0 }], 1)).toThrow(RangeError);
    expect(() => funnelOfMeans([{ mean: 1, n: 1 }], 0)).toThrow(RangeError);
    expect(() => binomialLimit(0.5, 0, 0.5)).toThrow(RangeError);
  });
});
