import { seededRandom } from '@zhiheng/stats/random';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMentionCounts, countMentions, fisherExactGreater, hotSpots, type MentionCounts } from './index.ts';

describe('Fisher’s exact test', () => {
  // scipy 1.17.1: fisher_exact([[a, n1 - a], [b, n2 - b]], alternative='greater')
  it.each([
    [3, 4, 1, 4, 0.24285714285714283],
    [20, 100, 4, 200, 2.1196846499695455e-7],
    [12, 50, 30, 400, 0.000833519338132637],
    [0, 10, 3, 10, 1],
    [7, 1000, 1, 1000, 0.03488288181963618],
    [150, 10_000, 900, 90_000, 6.1759661545968386e-6],
    [5, 5, 0, 20, 1.8821757952192734e-5],
    [400, 1_000_000, 200, 1_000_000, 1.1843272606675243e-16],
  ])('%d of %d against %d of %d', (a, n1, b, n2, p) =>
    expect(fisherExactGreater({ yes: a, n: n1 }, { yes: b, n: n2 }) / p).toBeCloseTo(1, 8),
  );

  it('is 1 without a count and refuses what cannot be', () => {
    expect(fisherExactGreater({ yes: 0, n: 0 }, { yes: 0, n: 0 })).toBe(1);
    expect(fisherExactGreater({ yes: 5, n: 5 }, { yes: 7, n: 7 })).toBe(1);
    expect(() => fisherExactGreater({ yes: 6, n: 5 }, { yes: 0, n: 7 })).toThrow(RangeError);
    expect(() => fisherExactGreater({ yes: 1.5, n: 5 }, { yes: 0, n: 7 })).toThrow(RangeError);
  });

  it('both tails overlap in what was seen', () => {
    const counts = fc.tuple(fc.nat(30), fc.nat(30), fc.nat(30), fc.nat(30));
    fc.assert(
      fc.property(counts, ([a, notA, b, notB]) => {
        const greater = fisherExactGreater({ yes: a, n: a + notA }, { yes: b, n: b + notB });
        const smaller = fisherExactGreater({ yes: b, n: b + notB }, { yes: a, n: a + notA });
        expect(greater + smaller).toBeGreaterThan(1 - 1e-9);
        expect(greater).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('counts', () => {
  it('add up, however the texts are parted', () => {
    const texts = fc.array(fc.array(fc.constantFrom('a', 'b', 'c')), { maxLength: 20 });
    fc.assert(
      fc.property(texts, fc.nat(20), (all, at) => {
        const whole = countMentions(all);
        const parts = addMentionCounts(countMentions(all.slice(0, at)), countMentions(all.slice(at)));
        expect([parts.n, [...parts.counts].sort()]).toEqual([whole.n, [...whole.counts].sort()]);
      }),
    );
  });
});

const period = (n: number, counts: Record<string, number>): MentionCounts => ({ n, counts: new Map(Object.entries(counts)) });

describe('hot spots', () => {
  it('are named with their shares, the most surprising first', () => {
    const found = hotSpots(period(100, { cold: 20, refund: 12, slow: 19, menu: 1 }), period(200, { cold: 4, refund: 8, slow: 40 }));
    expect(found).toMatchObject({ kind: 'hot-spots', n: 100, nBefore: 200, tested: 3, tooRare: 1 });
    if (found.kind !== 'hot-spots') throw new Error('not enough texts');
    expect(found.hotSpots.map(({ mention }) => mention)).toEqual(['cold', 'refund']);
    // p of cold: scipy 1.17.1 fisher_exact, above; times 3 tests over rank 1
    expect(found.hotSpots[0]).toMatchObject({ now: { mentions: 20, share: 0.2 }, before: { mentions: 4, share: 0.02 }, ratio: 10 });
    expect((found.hotSpots[0]?.adjustedP ?? 1) / (3 * 2.1196846499695455e-7)).toBeCloseTo(1, 8);
  });

  it('nobody mentioned before have no ratio', () => {
    const found = hotSpots(period(50, { leak: 9 }), period(500, {}));
    expect(found).toMatchObject({ hotSpots: [{ mention: 'leak', ratio: null, before: { mentions: 0, share: 0 } }] });
  });

  it('need texts in both periods, and mentions in this one', () => {
    expect(hotSpots(period(100, { cold: 50 }), period(19, {}))).toEqual({ kind: 'insufficient', n: 19, needed: 20 });
    expect(hotSpots(period(20, { cold: 4 }), period(20_000, { cold: 4 }))).toMatchObject({ tested: 1, hotSpots: [] });
    expect(() => hotSpots(period(20, { cold: 21 }), period(20, {}))).toThrow(RangeError);
    expect(() => hotSpots(period(20, {}), period(20, {}), { level: 0 })).toThrow(RangeError);
  });

  it('are rarely there when nothing has changed', () => {
    const random = seededRandom(20261121);
    const draw = (n: number) =>
      period(
        n,
        Object.fromEntries(
          Array.from({ length: 20 }, (_, i) => [`matter ${i}`, Array.from({ length: n }).filter(() => random() < 0.02 * (i + 1)).length]),
        ),
      );
    const alarms = Array.from({ length: 100 }, () => hotSpots(draw(100), draw(200))).filter(
      (found) => found.kind === 'hot-spots' && found.hotSpots.length > 0,
    );
    // The level promises at most 5 in 100 on average; 12 or more would happen once in 500 times at that rate.
    expect(alarms.length).toBeLessThan(12);
  });
});
