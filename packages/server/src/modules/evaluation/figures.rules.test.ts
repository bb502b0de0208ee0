import { scoreSettings } from '@zhiheng/contract/measurement/indicator';
import { describe, expect, it } from 'vitest';
import type { IndicatorRecord } from '../measurement/index.ts';
import { Figures, IndicatorLibrary } from './figures.rules.ts';
import { needsOf } from './needs.rules.ts';
import type { Sums } from './sums.rules.ts';

const indicator = (code: string, more: Partial<IndicatorRecord> = {}): IndicatorRecord => ({
  ...{ id: code, code, name: { zh: code, en: code }, measure: 'number', unit: '1', decimals: 0, direction: 'higher', aggregate: 'mean' },
  ...{ period: 'month', formula: null, plausibleMin: null, plausibleMax: null, countedFrom: null, limits: [] },
  ...more,
});
const formula = (code: string, text: string) => indicator(code, { measure: 'formula', formula: text });
const sums = (n: number, total: number): Sums => ({ n, nOk: 0, total, squares: 0, low: null, high: null, histogram: null });

const figuresOf = (indicators: readonly IndicatorRecord[], measured: Readonly<Record<string, Sums>>): Figures =>
  new Figures(new IndicatorLibrary(indicators), {
    sumsOf: (id) => measured[id] ?? null,
    lastDay: '2024-03-31',
    settings: scoreSettings.parse({ minimum_n: 10 }),
  });

describe('figures by formula', () => {
  const base = [indicator('a'), indicator('b'), formula('quotient', '100 * a / b'), formula('twice', '2 * quotient')];

  it('read other figures, formulas among them, and have the smallest n', () => {
    const figures = figuresOf(base, { a: sums(20, 40), b: sums(12, 48) });
    expect(figures.measured('quotient')).toEqual({ value: 50, n: 12, sufficient: true, interval: null });
    expect(figures.measured('twice')).toMatchObject({ value: 100, n: 12, sufficient: true });
  });

  it('are as sufficient as their weakest input', () => {
    expect(figuresOf(base, { a: sums(20, 40), b: sums(9, 36) }).measured('twice')).toMatchObject({ value: 100, n: 9, sufficient: false });
  });

  it('are missing when an input is missing or a divisor is zero', () => {
    expect(figuresOf(base, { a: sums(20, 40) }).measured('twice')).toMatchObject({ value: null, n: 0 });
    expect(figuresOf(base, { a: sums(20, 40), b: sums(20, 0) }).measured('quotient').value).toBeNull();
  });

  it('read n, sum and share of attained observations', () => {
    const limits = [{ version: 1, validFrom: '2000-01-01', target: 5, warning: null, critical: null }];
    const parts = [indicator('a', { limits }), formula('count', 'n(a)'), formula('whole', 'sum(a)'), formula('kept', 'attained(a)')];
    const figures = figuresOf(parts, { a: { ...sums(20, 40), nOk: 15 } });
    expect(['count', 'whole', 'kept'].map((code) => figures.measured(code).value)).toEqual([20, 40, 75]);
    expect(figures.measured('kept').interval).not.toBeNull();
    expect(figuresOf([indicator('a'), formula('kept', 'attained(a)')], { a: sums(20, 40) }).measured('kept').value).toBeNull();
  });

  it('of an indicator that is gone are missing', () => {
    expect(figuresOf([formula('lost', 'gone + 1')], {}).measured('lost').value).toBeNull();
    expect(figuresOf([], {}).figure('lost', null)).toBeNull();
    expect(figuresOf([], {}).score('lost')).toBeNull();
  });
});

describe('what must be read', () => {
  const library = new IndicatorLibrary([
    ...[indicator('a'), indicator('b', { aggregate: 'p95' }), indicator('c'), indicator('yes', { measure: 'share', aggregate: 'median' })],
    ...[formula('late', 'p90(c) - a'), formula('outer', 'late + yes'), formula('hen', 'egg'), formula('egg', 'hen + b')],
  ]);

  it('is what formulas reach, with histograms only where percentiles are asked for', () => {
    expect(needsOf(library, ['outer'])).toEqual({ indicatorIds: ['c', 'a', 'yes'], histogramOf: ['c'] });
    expect(needsOf(library, ['b', 'a'])).toEqual({ indicatorIds: ['b', 'a'], histogramOf: ['b'] });
    expect(needsOf(library, ['a'], ['a'])).toEqual({ indicatorIds: ['a'], histogramOf: ['a'] });
  });

  it('ends with formulas that run in a circle and codes that nobody knows', () => {
    expect(needsOf(library, ['hen', 'nobody'])).toEqual({ indicatorIds: ['b'], histogramOf: ['b'] });
  });
});
