import { describe, expect, it } from 'vitest';
import { gatherEvidence, objectiveStatus, type Objective } from '../objective/index.ts';

const objective: Objective = {
  id: 'portal',
  target: 0.9,
  method: { kind: 'occurrences', slice: 86_400 },
  windows: [
    { kind: 'rolling', unit: 'day', count: 7 },
    { kind: 'rolling', unit: 'day', count: 28 },
    { kind: 'calendar', unit: 'month' },
  ],
  zone: 'Asia/Shanghai',
};
const now = Date.parse('2026-11-21T00:00:00+08:00') / 1000;
const daysAgo = (days: number) => now - days * 86_400;

describe('fault 28: two windows of one objective collide', () => {
  it('each window has its own counts, budget and verdict', () => {
    // 20 days ago is 1 November, 21 days ago belongs to October.
    const readings = [
      { at: daysAgo(21), good: 0, total: 100 },
      { at: daysAgo(20), good: 50, total: 100 },
      { at: daysAgo(2), good: 100, total: 100 },
    ];
    const status = objectiveStatus(gatherEvidence(objective, readings), now);
    expect(Object.keys(status)).toEqual(['rolling-7-day', 'rolling-28-day', 'calendar-month']);
    expect(status['rolling-7-day']).toMatchObject({ good: 100, n: 100, met: true, budget: { spent: 0 } });
    expect(status['rolling-28-day']).toMatchObject({ good: 150, n: 300, met: false, budget: { spent: 150 } });
    expect(status['calendar-month']).toMatchObject({ good: 150, n: 200, met: false, budget: { spent: 50 } });
  });

  it('the same window twice is refused, not merged', () => {
    const twice: Objective = {
      ...objective,
      windows: [
        { kind: 'calendar', unit: 'month' },
        { kind: 'calendar', unit: 'month' },
      ],
    };
    expect(() => gatherEvidence(twice, [])).toThrow(RangeError);
  });
});
