import { describe, expect, it } from 'vitest';
import { axisBounds } from './axis-bounds.ts';

describe('axisBounds', () => {
  it('keeps every value inside with round edges', () => {
    const bounds = axisBounds([81.2, 86.4, 88]);
    expect(bounds.min).toBeLessThan(81.2);
    expect(bounds.max).toBeGreaterThan(88);
    expect(bounds.min % bounds.interval).toBeCloseTo(0, 9);
  });
  it('never crosses what is possible', () => {
    expect(axisBounds([98, 99.9], { ceiling: 100 }).max).toBe(100);
    expect(axisBounds([0.1, 3], { floor: 0 }).min).toBe(0);
  });
  it('gives a span to equal values and to none', () => {
    const bounds = axisBounds([5, 5]);
    expect(bounds.max).toBeGreaterThan(bounds.min);
    expect(axisBounds([]).max).toBe(1);
  });
});
