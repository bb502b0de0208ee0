import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { subgroupOf } from '../control-chart/index.ts';
import { millionthsObserved, processCapability, sigmaLevel, summariseProcess, type ProcessSummary } from './index.ts';

const about = (value: number) => expect.closeTo(value, 9) as number;
const process: ProcessSummary = { kind: 'process-summary', n: 100, mean: 10.1, sigmaWithin: 0.5, sigmaOverall: 0.6, method: 'mean-range' };

describe('capability', () => {
  // Python, scipy 1.17.1 (chi2.ppf, norm), from the formulas of Montgomery (2013), section 8.3, Bissell (1990) and Boyles (1991)
  it('indices and their intervals', () => {
    expect(processCapability(process, { lower: 8, upper: 12, target: 10 })).toMatchObject({
      cp: { value: about(1.3333333333333333), interval: [about(1.1477676977764124), about(1.5185910455174398)] },
      cpl: { value: about(1.4), interval: [about(1.2274071069921817), about(1.5725928930078177)] },
      cpu: { value: about(1.2666666666666668), interval: [about(1.1087747185088594), about(1.4245586148244742)] },
      cpk: { value: about(1.2666666666666668), interval: [about(1.0785268062149393), about(1.4548065271183943)] },
      cpm: { value: about(1.3074409009212271), interval: [about(1.1265220310298771), about(1.4880607533505459)] },
      pp: about(1.1111111111111112),
      ppk: about(1.0555555555555558),
      ppmWithin: expect.closeTo(85.69379294102612, 7) as number,
      ppmOverall: expect.closeTo(1003.6138635054989, 6) as number,
    });
  });
  it('one limit says what it can', () => {
    expect(processCapability(process, { upper: 12 })).toMatchObject({
      cp: null,
      cpl: null,
      cpm: null,
      pp: null,
      cpk: { value: about(1.9 / 1.5) },
    });
    expect(processCapability(process, { lower: 8 })).toMatchObject({ cpu: null, cpk: { value: about(1.4) }, ppk: about(2.1 / 1.8) });
  });
  it('a mean outside its limits has a negative index and an interval in order', () => {
    const { cpk } = processCapability({ ...process, mean: 13 }, { lower: 8, upper: 12 });
    expect(cpk.value).toBeLessThan(0);
    expect(cpk.interval[0]).toBeLessThan(cpk.value);
    expect(cpk.interval[1]).toBeGreaterThan(cpk.value);
  });
  it('refuses what is no specification', () => {
    expect(() => processCapability(process, {})).toThrow(RangeError);
    expect(() => processCapability({ ...process, sigmaWithin: 0 }, { lower: 3 })).toThrow(RangeError);
    expect(() => processCapability(process, { lower: 3, upper: 3 })).toThrow(RangeError);
    expect(() => processCapability(process, { lower: 3 }, { confidence: 1 })).toThrow(RangeError);
  });
  it('short-term and long-term spread come from subgroups alone', () =>
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.integer({ min: -99, max: 99 }), { minLength: 2, maxLength: 5 }), { minLength: 2, maxLength: 6 }),
        (rows) => {
          const all = rows.flat();
          const mean = all.reduce((sum, x) => sum + x, 0) / all.length;
          const found = summariseProcess(rows.map(subgroupOf), 'pooled-variance');
          if (found.kind !== 'process-summary') return;
          expect(found.mean).toBeCloseTo(mean, 10);
          expect(found.sigmaOverall ** 2).toBeCloseTo(all.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (all.length - 1), 7);
        },
      ),
      { numRuns: 40 },
    ));
  it('says what is missing', () => {
    expect(summariseProcess([subgroupOf([1])], 'mean-range')).toEqual({ kind: 'insufficient', n: 1, needed: 2 });
    expect(summariseProcess([subgroupOf([1, 1]), subgroupOf([2, 2])], 'mean-range')).toMatchObject({ reason: 'no-variation' });
    expect(millionthsObserved([], { lower: 1 })).toBeNull();
    expect(millionthsObserved([8, 12, 12.1, 7], { lower: 8, upper: 12 })).toBe(500_000);
  });
});

describe('sigma level', () => {
  // Six Sigma convention: 3.4 DPMO is level 6, 66 807 is level 3; quantiles by Python, scipy.special.ndtri, intervals by scipy chi2.ppf
  it.each([
    [{ defects: 3.4, units: 1e6, opportunities: 1 }, 6],
    [{ defects: 66_807, units: 1e6, opportunities: 1 }, 3],
  ])('%o', (count, level) => expect(sigmaLevel(count)).toHaveProperty('sigmaShifted', expect.closeTo(level, 3)));
  it('interval by Poisson counts', () => {
    expect(sigmaLevel({ defects: 34, units: 500, opportunities: 10 })).toMatchObject({
      dpmo: 6800,
      interval: [about(4709.197676914454), about(9502.318419040617)],
      sigmaLongTerm: about(2.4676584925406813),
    });
    expect(sigmaLevel({ defects: 1, units: 200, opportunities: 4 })).toMatchObject({
      interval: [about(31.647259980362346), about(6964.554238673622)],
    });
  });
  it('no defect, or nothing else, has no finite sigma; the shift is said', () => {
    const none = sigmaLevel({ defects: 0, units: 200, opportunities: 4 }, { shift: 0 });
    expect(none).toMatchObject({ sigmaLongTerm: null, sigmaShifted: null, throughputYield: 1, method: { shift: 0 } });
    expect(none).toHaveProperty('interval', [0, about(4611.09931764242)]);
    expect(sigmaLevel({ defects: 8, units: 2, opportunities: 4 })).toMatchObject({ dpmo: 1e6, sigmaLongTerm: null });
    expect(sigmaLevel({ defects: 0, units: 0, opportunities: 4 })).toEqual({ kind: 'insufficient', n: 0, needed: 1 });
    expect(() => sigmaLevel({ defects: -1, units: 1, opportunities: 1 })).toThrow(RangeError);
    expect(() => sigmaLevel({ defects: 1, units: 1, opportunities: 0 })).toThrow(RangeError);
  });
});
