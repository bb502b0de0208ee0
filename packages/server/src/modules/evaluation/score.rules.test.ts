import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Direction } from '@zhiheng/contract/measurement/indicator';
import { gradeOf, gradeWhenCovered, meanOfChildren, scoreOf, statusOf, type Limits } from './score.rules.ts';

const points = { at_critical: 0, at_warning: 60, at_target: 100 };
const grades = { excellent: 90, good: 80, fair: 70, poor: 60 };
const score = (value: number | null, direction: Direction, limits: Limits) => scoreOf(value, direction, { ...limits, points });

describe('score of a figure', () => {
  const higher = { target: 98, warning: 95, critical: 90 };
  const lower = { target: 8, warning: 12, critical: 36 };
  const nominal = { target: 0, warning: 5, critical: 12 };

  it.each([
    [99.9, 100],
    [98, 100],
    [96.5, 80], // halfway between 60 and 100
    [95, 60],
    [92, 24], // 2 of 5 between 0 and 60
    [90, 0],
    [40, 0],
  ])('higher is better: %d scores %d', (value, expected) => expect(score(value, 'higher', higher)).toBeCloseTo(expected, 12));

  it.each([
    [3, 100],
    [8, 100],
    [10, 80],
    [12, 60],
    [24, 30],
    [36, 0],
    [500, 0],
  ])('lower is better: %d scores %d', (value, expected) => expect(score(value, 'lower', lower)).toBeCloseTo(expected, 12));

  it.each([
    [0, 100],
    [2.5, 80],
    [-2.5, 80],
    [5, 60],
    [-8.5, 30],
    [12, 0],
    [-13, 0],
  ])('nearer to the target is better: %d scores %d', (value, expected) =>
    expect(score(value, 'nominal', nominal)).toBeCloseTo(expected, 12),
  );

  it('follows the points of the settings', () => {
    expect(scoreOf(95, 'higher', { ...higher, points: { at_critical: 20, at_warning: 50, at_target: 90 } })).toBe(50);
    expect(scoreOf(10, 'higher', { ...higher, points: { at_critical: 20, at_warning: 50, at_target: 90 } })).toBe(20);
  });

  it('without a warning limit draws one line from target to critical', () => {
    expect(score(94, 'higher', { target: 98, warning: null, critical: 90 })).toBeCloseTo(50, 12);
  });

  it('without a critical limit goes on along the line from target to warning until nothing is left', () => {
    const limits = { target: 98, warning: 95, critical: null };
    expect(score(96.5, 'higher', limits)).toBeCloseTo(80, 12);
    expect(score(93.5, 'higher', limits)).toBeCloseTo(40, 12);
    expect(score(80, 'higher', limits)).toBe(0);
  });

  it('gives no score where nothing tells how bad a value is', () => {
    expect(score(97, 'higher', { target: 98, warning: null, critical: null })).toBeNull();
    expect(score(99, 'higher', { target: null, warning: 95, critical: 90 })).toBeNull();
    expect(score(null, 'higher', higher)).toBeNull();
  });

  it('treats limits in one place as a step', () => {
    expect(score(100, 'higher', { target: 100, warning: 100, critical: 100 })).toBe(100);
    expect(score(99.9, 'higher', { target: 100, warning: 100, critical: 100 })).toBe(0);
    expect(score(99.9, 'higher', { target: 100, warning: 100, critical: null })).toBe(0);
  });

  it('reads limits in the wrong order as equal', () => {
    expect(score(85, 'higher', { target: 90, warning: 80, critical: 95 })).toBeCloseTo(80, 12);
    expect(score(85, 'higher', { target: 90, warning: 95, critical: 80 })).toBeCloseTo(30, 12);
  });

  const limit = fc.oneof(fc.constant(null), fc.double({ min: -1e6, max: 1e6, noNaN: true }));
  const anyLimits = fc.record({ target: limit, warning: limit, critical: limit });
  const anyDirection = fc.constantFrom<Direction>('higher', 'lower', 'nominal');
  const value = fc.double({ min: -1e6, max: 1e6, noNaN: true });

  it('stays between the ends and is whole at the target, for any limits', () => {
    fc.assert(
      fc.property(value, anyDirection, anyLimits, (at, direction, limits) => {
        const result = score(at, direction, limits);
        if (result === null) return;
        expect(result).toBeGreaterThanOrEqual(0);
        expect(result).toBeLessThanOrEqual(100);
        expect(result === 100 || statusOf(at, direction, limits) !== 'met').toBe(true);
      }),
    );
  });

  it('never gives a worse value a better score, for any limits', () => {
    fc.assert(
      fc.property(value, value, anyLimits, (a, b, limits) => {
        const [less, more] = a < b ? [a, b] : [b, a];
        const fall = (score(less, 'higher', limits) ?? 0) - (score(more, 'higher', limits) ?? 0);
        const rise = (score(more, 'lower', limits) ?? 0) - (score(less, 'lower', limits) ?? 0);
        expect(Math.max(fall, rise)).toBeLessThanOrEqual(1e-6);
      }),
    );
  });

  it('mirrors: lower is better equals higher is better with all signs turned', () => {
    const turned = (x: number | null) => (x === null ? null : -x);
    fc.assert(
      fc.property(value, anyLimits, (at, limits) => {
        const mirrored = { target: turned(limits.target), warning: turned(limits.warning), critical: turned(limits.critical) };
        expect(score(at, 'lower', limits)).toEqual(score(-at, 'higher', mirrored));
      }),
    );
  });
});

describe('status of a figure', () => {
  it.each([
    [98, 'met'],
    [97.99, 'near'],
    [95, 'near'],
    [94.99, 'missed'],
  ])('higher is better: %d is %s', (value, status) =>
    expect(statusOf(value, 'higher', { target: 98, warning: 95, critical: 90 })).toBe(status),
  );

  it('judges a deviation by its size', () => {
    const limits = { target: 100, warning: 5, critical: 12 };
    expect([100, 97, 103, 94, 106].map((value) => statusOf(value, 'nominal', limits))).toEqual(['met', 'near', 'near', 'missed', 'missed']);
  });

  it('knows nothing without value or target, and no nearness without a warning limit', () => {
    expect(statusOf(null, 'lower', { target: 1, warning: 2, critical: 3 })).toBe('unknown');
    expect(statusOf(1, 'lower', { target: null, warning: 2, critical: 3 })).toBe('unknown');
    expect(statusOf(1.5, 'lower', { target: 1, warning: null, critical: 3 })).toBe('missed');
  });
});

describe('grades', () => {
  it.each([
    [100, 'excellent'],
    [90, 'excellent'],
    [89.9, 'good'],
    [80, 'good'],
    [70, 'fair'],
    [60, 'poor'],
    [59.9, 'very-poor'],
    [0, 'very-poor'],
  ])('%d is %s', (value, grade) => expect(gradeOf(value, grades)).toBe(grade));

  it('does not fall by a rounding error', () => expect(gradeOf(79.99999999999999, grades)).toBe('good'));

  it('is withheld below the minimum coverage', () => {
    expect(gradeWhenCovered(95, 0.79, { grades, minimum_coverage: 0.8 })).toBeNull();
    expect(gradeWhenCovered(95, 0.1 + 0.7, { grades, minimum_coverage: 0.8 })).toBe('excellent');
    expect(gradeWhenCovered(null, 1, { grades, minimum_coverage: 0 })).toBeNull();
  });
});

describe('score of a branch', () => {
  it('is the mean by weight of what is present, with its coverage', () => {
    // (40·90 + 20·60) / 60 = 80; 40 of 100 is missing, and of the second child only half was measured
    const children = [
      { weight: 40, score: 90, coverage: 1 },
      { weight: 20, score: 60, coverage: 0.5 },
      { weight: 40, score: null, coverage: 0 },
    ];
    expect(meanOfChildren(children)).toEqual({ score: 80, coverage: 0.5 });
  });

  it('has no score when nothing is present', () => {
    expect(meanOfChildren([])).toEqual({ score: null, coverage: 0 });
    expect(meanOfChildren([{ weight: 1, score: null, coverage: 0 }])).toEqual({ score: null, coverage: 0 });
  });

  const leaf = fc.record({ weight: fc.double({ min: 0.01, max: 1000, noNaN: true }), score: fc.double({ min: 0, max: 100, noNaN: true }) });
  const leaves = fc.array(leaf, { minLength: 2, maxLength: 20 });
  const measured = (items: readonly { weight: number; score: number }[]) => items.map((item) => ({ ...item, coverage: 1 }));

  it('lies between its children, whatever their order and the scale of their weights', () => {
    fc.assert(
      fc.property(leaves, (items) => {
        const { score: mean, coverage } = meanOfChildren(measured(items));
        const scores = items.map((item) => item.score);
        expect(coverage).toBe(1);
        expect(mean).toBeGreaterThanOrEqual(Math.min(...scores) - 1e-9);
        expect(mean).toBeLessThanOrEqual(Math.max(...scores) + 1e-9);
        expect(meanOfChildren(measured(items.toReversed())).score).toBeCloseTo(mean as number, 9);
        expect(meanOfChildren(measured(items.map((item) => ({ ...item, weight: item.weight * 7 })))).score).toBeCloseTo(mean as number, 9);
      }),
    );
  });

  it('a child that goes missing leaves the mean of the others and lowers the coverage', () => {
    fc.assert(
      fc.property(leaves, fc.nat(), (items, index) => {
        const gone = index % items.length;
        const holed = measured(items).map((item, i) => (i === gone ? { ...item, score: null, coverage: 0 } : item));
        const rest = meanOfChildren(measured(items.filter((_, i) => i !== gone)));
        const { score: mean, coverage } = meanOfChildren(holed);
        expect(mean).toBeCloseTo(rest.score as number, 9);
        expect(coverage).toBeLessThan(1);
      }),
    );
  });
});
