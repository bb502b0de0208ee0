import { describe, expect, it } from 'vitest';
import { windowAt, windowKey, type ObjectiveWindow } from './objective-window.ts';

const at = (text: string): number => Date.parse(text) / 1000;

describe('windows of an objective', () => {
  // Python 3 zoneinfo: datetime(…, tzinfo=ZoneInfo(zone)).timestamp()
  it.each<[string, ObjectiveWindow, string, string, number, number]>([
    ['a day of 23 hours', { kind: 'calendar', unit: 'day' }, 'America/New_York', '2026-03-08T20:00:00Z', 1772946000, 1773028800],
    ['a day of 25 hours', { kind: 'calendar', unit: 'day' }, 'America/New_York', '2026-11-01T20:00:00Z', 1793505600, 1793595600],
    ['a week from Monday', { kind: 'calendar', unit: 'week' }, 'Asia/Shanghai', '2026-11-22T15:59:59Z', 1794758400, 1795363200],
    ['the first second of a week', { kind: 'calendar', unit: 'week' }, 'Asia/Shanghai', '2026-11-15T16:00:00Z', 1794758400, 1795363200],
    ['February of a leap year', { kind: 'calendar', unit: 'month' }, 'Asia/Shanghai', '2024-02-29T15:00:00Z', 1706716800, 1709222400],
    ['a quarter', { kind: 'calendar', unit: 'quarter' }, 'Asia/Shanghai', '2026-11-21T00:00:00Z', 1790784000, 1798732800],
    [
      'a year that has begun in the zone only',
      { kind: 'calendar', unit: 'year' },
      'Asia/Shanghai',
      '2025-12-31T16:00:00Z',
      1767196800,
      1798732800,
    ],
    [
      'a rolling day over the lost hour',
      { kind: 'rolling', unit: 'day', count: 1 },
      'America/New_York',
      '2026-03-08T16:00:00Z',
      1772902800,
      1772985600,
    ],
    [
      'a rolling month that ends on a 31st',
      { kind: 'rolling', unit: 'month', count: 1 },
      'Asia/Shanghai',
      '2026-03-30T16:00:00Z',
      1772208000,
      1774886400,
    ],
  ])('%s', (_, window, zone, now, from, to) => {
    expect(windowAt(window, zone, at(now))).toEqual({ from, to });
  });

  it('hours go back by the clock, whatever the zone does', () => {
    const now = at('2026-03-08T16:00:00Z');
    expect(windowAt({ kind: 'rolling', unit: 'hour', count: 24 }, 'America/New_York', now)).toEqual({ from: now - 86_400, to: now });
  });

  it('have different names', () => {
    const windows: ObjectiveWindow[] = [
      { kind: 'rolling', unit: 'day', count: 7 },
      { kind: 'rolling', unit: 'week', count: 1 },
      { kind: 'rolling', unit: 'day', count: 28 },
      { kind: 'calendar', unit: 'week' },
    ];
    expect(new Set(windows.map(windowKey)).size).toBe(4);
  });

  it('refuse what is no window', () => {
    expect(() => windowAt({ kind: 'rolling', unit: 'day', count: 0 }, 'UTC', 0)).toThrow(RangeError);
    expect(() => windowAt({ kind: 'calendar', unit: 'day' }, 'Mars/Olympus', 0)).toThrow(RangeError);
  });
});
