import type { Figure } from '@zhiheng/contract/evaluation/scores';
import { describe, expect, it } from 'vitest';
import { attentionOf, type Circumstances, type Watched } from './attention.rules.ts';
import { asksForAttention, worstSlices } from './ranking.rules.ts';
import { worsenedOf, worseningOf, type Comparison } from './worsened.rules.ts';

const named = (en: string) => ({ zh: en, en });
const figure = (more: Partial<Figure> = {}): Figure => ({
  ...{ indicator: 'a', name: named('a'), unit: '%', measure: 'share', direction: 'higher', decimals: 1, value: 96, n: 500 },
  ...{ interval: [95, 97], sufficient: true, target: 95, warning: 90, critical: 80, score: 100, status: 'met', previous: 97 },
  ...more,
});
const watched = (more: Partial<Figure> = {}, rest: Partial<Watched> = {}): Watched => ({
  figure: figure(more),
  ...{ headline: false, worsened: false, lastSeen: '2024-03' },
  ...rest,
});
const calm: Circumstances = {
  watched: [],
  slices: [],
  whole: null,
  quarantine: { rows: 0, at: null },
  overdue: [],
  neededN: 30,
  asOf: null,
};
const kinds = (more: Partial<Circumstances>) => attentionOf({ ...calm, ...more }).map(({ severity, kind }) => `${severity} ${kind}`);

describe('what asks for attention', () => {
  it('is nothing when all is well', () => expect(kinds({ watched: [watched()] })).toEqual([]));

  it.each<[string, Watched, string[]]>([
    ['missed', watched({ status: 'missed', value: 85 }), ['watch missed']],
    ['missed in the headline', watched({ status: 'missed', value: 85 }, { headline: true }), ['urgent missed']],
    ['beyond the critical limit', watched({ status: 'missed', value: 79 }), ['urgent missed']],
    ['missed with few answers', watched({ status: 'missed', value: 20, n: 5, sufficient: false }), ['note few_answers']],
    ['near', watched({ status: 'near', value: 92 }), ['note near']],
    ['near and worse than before', watched({ status: 'near', value: 92 }, { worsened: true }), ['watch worsened']],
    ['missed and worse than before', watched({ status: 'missed', value: 85 }, { worsened: true }), ['watch missed']],
    ['silent', watched({ value: null, status: 'unknown' }), ['note no_data']],
    ['silent in the headline', watched({ value: null, status: 'unknown' }, { headline: true }), ['watch no_data']],
    ['never measured, in a narrowed view', watched({ value: null, status: 'unknown' }, { lastSeen: null }), []],
    [
      'far from a wanted value',
      watched({ direction: 'nominal', target: 0, warning: 5, critical: 12, value: -13, status: 'missed' }),
      ['urgent missed'],
    ],
  ])('%s', (...[, item, expected]) => expect(kinds({ watched: [item] })).toEqual(expected));

  it('comes with the most severe first', () => {
    const slice = { id: 'x', name: named('x'), figure: figure({ value: 80, interval: [75, 85] }) };
    const overdue = [{ name: named('Round'), period: '2024-03', dueOn: '2024-04-05', missing: 4 }];
    const never = watched({ value: null, status: 'unknown' }, { lastSeen: null });
    const all = [watched({ status: 'near' }), never, never, watched({ status: 'missed', value: 85 }, { headline: true })];
    const quarantine = { rows: 3, at: new Date('2024-04-01T00:00:00Z') };
    const items = attentionOf({
      ...calm,
      watched: all,
      slices: [slice],
      whole: named('Quality'),
      quarantine,
      overdue,
      asOf: new Date('2024-04-02T00:00:00Z'),
    });
    expect(items.map(({ severity, kind, at }) => [severity, kind, at])).toEqual([
      ['urgent', 'missed', '2024-04-02T00:00:00.000Z'],
      ['watch', 'slice_missed', '2024-04-02T00:00:00.000Z'],
      ['watch', 'collection_overdue', null],
      ['watch', 'quarantine', '2024-04-01T00:00:00.000Z'],
      ['note', 'near', '2024-04-02T00:00:00.000Z'],
      ['note', 'no_data', '2024-04-02T00:00:00.000Z'],
    ]);
    expect(items.at(-1)).toMatchObject({ name: named('Quality'), params: { count: 2, of: 4 } });
  });
});

describe('a slice', () => {
  it.each<[string, Partial<Figure>, boolean]>([
    ['wholly below the target', { interval: [80, 94.9] }, true],
    ['touching the target', { interval: [80, 95] }, false],
    ['with few answers', { interval: [0, 50], sufficient: false }, false],
    ['without interval', { interval: null }, false],
    ['without target', { interval: [0, 1], target: null }, false],
    ['wholly above, where lower is better', { direction: 'lower', interval: [96, 99] }, true],
    ['wholly below, where lower is better', { direction: 'lower', interval: [80, 94] }, false],
    ['beyond the warning limit around a wanted value', { direction: 'nominal', target: 0, warning: 5, interval: [-9, -5.1] }, true],
    ['within it', { direction: 'nominal', target: 0, warning: 5, interval: [1, 4] }, false],
  ])('%s', (...[, more, expected]) => expect(asksForAttention(figure(more))).toBe(expected));

  it('that is bad for certain is never crowded out by one with few answers', () => {
    const slice = (id: string, value: number, interval: [number, number]) => ({ id, name: named(id), figure: figure({ value, interval }) });
    const sure = slice('sure', 90, [89, 91]);
    const doubtful = [70, 75, 80].map((value) => slice(`doubtful-${value}`, value, [10, 99]));
    expect(worstSlices([sure, ...doubtful], 2).map(({ id }) => id)).toEqual(['doubtful-70', 'sure']);
    expect(
      worstSlices(
        [sure, slice('none', 0, [0, 0])].map((s) => (s.id === 'none' ? { ...s, figure: figure({ value: null }) } : s)),
        6,
      ),
    ).toEqual([sure]);
  });
});

describe('worse than before', () => {
  const compare = (now: number, before: number, half: number, more: Partial<Comparison> = {}): Comparison => ({
    ...{ code: `${now}/${before}`, direction: 'higher', target: null },
    now: { value: now, interval: [now - half, now + half] },
    before: { value: before, interval: [before - half, before + half] },
    ...more,
  });

  it('counts standard errors of the difference', () => {
    // each interval ±1.96 standard errors of 1: the difference has √2
    expect(worseningOf(compare(90, 92, 1.959963984540054))).toBeCloseTo(Math.SQRT2, 12);
    expect(worseningOf(compare(92, 90, 1.959963984540054))).toBeCloseTo(-Math.SQRT2, 12);
    expect(worseningOf(compare(92, 90, 1.959963984540054, { direction: 'lower' }))).toBeCloseTo(Math.SQRT2, 12);
    expect(worseningOf(compare(90, 90, 0))).toBe(-0);
  });

  it('looks at the distance from a wanted value', () => {
    expect(worseningOf(compare(-6, 5, 1, { direction: 'nominal', target: 0 }))).toBeGreaterThan(0);
    expect(worseningOf(compare(-4, 5, 1, { direction: 'nominal', target: 0 }))).toBeLessThan(0);
  });

  it('asks more of each when many are compared', () => {
    const one = compare(90, 92.6, 1.959963984540054); // 1.84 standard errors, p = 0.033
    expect([...worsenedOf([one])]).toEqual([one.code]);
    const family = [one, ...Array.from({ length: 10 }, (_, i) => compare(95, 95 - i / 100, 2))];
    expect([...worsenedOf(family)]).toEqual([]);
    const clear = compare(80, 92, 1.9);
    expect([...worsenedOf([...family, clear])]).toEqual([clear.code]);
  });
});
