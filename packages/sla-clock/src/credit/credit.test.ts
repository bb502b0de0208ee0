import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bandedCredit } from './banded-credit.ts';
import { monthlyCredit, type CreditableBreach, type MonthlyCreditTerms } from './monthly-credit.ts';

const at = (text: string): number => Date.parse(text) / 1000;
const october: MonthlyCreditTerms = {
  month: '2026-10',
  zone: 'Asia/Shanghai',
  fee: 1_234_567, // 12 345.67 yuan
  terms: { perBreach: 2.5, monthlyCap: 10 },
};
const breaches = (count: number): CreditableBreach[] =>
  Array.from({ length: count }, (_, i) => ({ id: `C-${i}`, at: at('2026-10-05T10:00+08:00') + i }));
const approved = { id: 'x', reason: 'flood', approvedBy: 'Zhao', enteredAt: at('2026-11-01T00:00+08:00') };

describe('credit by breach', () => {
  // 12 345.67 × 2.5 % = 308.64175; × 5 % = 617.2835; × 7.5 % = 925.92525; × 10 % = 1234.567
  it.each([
    [0, 0, 0, false],
    [1, 2.5, 30_864, false],
    [2, 5, 61_728, false],
    [3, 7.5, 92_593, false],
    [4, 10, 123_457, false],
    [5, 10, 123_457, true],
  ])('%d breaches give %d %%', (count, percent, amount, isCapped) => {
    expect(monthlyCredit(breaches(count), october)).toMatchObject({ percent, amount, isCapped, uncapped: count * 2.5 });
  });

  it('belongs to the month of the zone in which the deadline passed', () => {
    const edges = [
      { id: 'september', at: at('2026-09-30T23:59:59+08:00') },
      { id: 'first', at: at('2026-10-01T00:00+08:00') },
      { id: 'last', at: at('2026-10-31T23:59:59+08:00') },
      { id: 'november', at: at('2026-11-01T00:00+08:00') },
    ];
    expect(monthlyCredit(edges, october).counted.map(({ id }) => id)).toEqual(['first', 'last']);
    expect(monthlyCredit(edges, { ...october, zone: 'UTC' }).counted.map(({ id }) => id)).toEqual(['last', 'november']);
  });

  it('an excluded breach gives nothing and stays visible with its reason', () => {
    const one = { kind: 'breach' as const, breach: 'C-0', ...approved };
    const credit = monthlyCredit(breaches(2), { ...october, exclusions: [one] });
    expect(credit).toMatchObject({
      percent: 2.5,
      counted: [{ id: 'C-1' }],
      excused: [{ breach: { id: 'C-0' }, exclusion: { reason: 'flood' } }],
    });
  });

  it('a period excludes the deadlines that passed in it', () => {
    const from = at('2026-10-05T10:00+08:00');
    const period = { kind: 'period' as const, from, to: from + 1, ...approved };
    expect(monthlyCredit(breaches(2), { ...october, exclusions: [period] }).counted.map(({ id }) => id)).toEqual(['C-1']);
  });

  it('an exclusion counts from when it was entered', () => {
    const one = { kind: 'breach' as const, breach: 'C-0', ...approved };
    const then = { ...october, exclusions: [one], knownAt: approved.enteredAt - 1 };
    expect(monthlyCredit(breaches(1), then).percent).toBe(2.5);
    expect(() => monthlyCredit(breaches(1), { ...october, exclusions: [{ ...one, reason: '' }] })).toThrow(RangeError);
  });

  it('refuses money in fractions and per cent beyond a hundred', () => {
    expect(() => monthlyCredit(breaches(1), { ...october, fee: 12_345.67 })).toThrow(RangeError);
    expect(() => monthlyCredit(breaches(1), { ...october, fee: -1 })).toThrow(RangeError);
    expect(() => monthlyCredit(breaches(1), { ...october, terms: { perBreach: 101, monthlyCap: 100 } })).toThrow(RangeError);
    expect(() => monthlyCredit(breaches(1), { ...october, terms: { perBreach: 0.001, monthlyCap: 100 } })).toThrow(RangeError);
  });

  it('never passes the cap, never falls with another breach, and does not care for order or repetition', () => {
    const terms = fc.record({ perBreach: fc.integer({ min: 0, max: 2000 }), monthlyCap: fc.integer({ min: 0, max: 10_000 }) });
    fc.assert(
      fc.property(terms, fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 100_000_000 }), (hundredths, count, fee) => {
        const options = { ...october, fee, terms: { perBreach: hundredths.perBreach / 100, monthlyCap: hundredths.monthlyCap / 100 } };
        const credit = monthlyCredit(breaches(count), options);
        // In whole numbers: fee × hundredths of a per cent, half a unit rounded up.
        const exact = BigInt(fee) * BigInt(Math.min(count * hundredths.perBreach, hundredths.monthlyCap));
        expect(BigInt(credit.amount)).toBe((exact + 5000n) / 10_000n);
        expect(credit.percent).toBeLessThanOrEqual(options.terms.monthlyCap);
        expect(monthlyCredit(breaches(count + 1), options).amount).toBeGreaterThanOrEqual(credit.amount);
        expect(monthlyCredit([...breaches(count), ...breaches(count)].reverse(), options).amount).toBe(credit.amount);
      }),
    );
  });
});

describe('credit by attainment', () => {
  const bands = [
    { below: 0.9999, percent: 10 },
    { below: 0.95, percent: 100 },
    { below: 0.99, percent: 25 },
  ];
  it.each([
    [1, 0],
    [0.9999, 0],
    [0.99989, 10],
    [0.99, 10],
    [0.9899, 25],
    [0.95, 25],
    [0.2, 100],
  ])('an attainment of %d gives back %d %%', (attainment, percent) => {
    expect(bandedCredit(attainment, { fee: 80_000, bands })).toMatchObject({ percent, amount: percent * 800 });
  });

  it('a promise without bands gives nothing', () => {
    expect(bandedCredit(0.1, { fee: 80_000, bands: [] })).toMatchObject({ band: null, percent: 0, amount: 0 });
  });

  it('refuses per cent where a share is meant', () => expect(() => bandedCredit(99.5, { fee: 1, bands })).toThrow(RangeError));
});
