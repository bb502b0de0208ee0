import { describe, expect, it } from 'vitest';
import { formatAgo, formatDate, formatDateTime, formatPeriod } from './date.ts';
import { formatClock, formatDuration } from './duration.ts';
import { formatList } from './list.ts';
import { formatBytes, formatCompact, formatNumber, formatPercent } from './number.ts';

describe('numbers', () => {
  it('have separators, fixed decimals and a true minus', () => {
    expect(formatNumber(12438, 'zh')).toBe('12,438');
    expect(formatNumber(-1234.5, 'en', 2)).toBe('−1,234.50');
    expect(formatPercent(63.56, 'zh')).toBe('63.6%');
  });
  it('give no sign to what rounds to zero', () => {
    expect(formatNumber(-0.004, 'en', 2)).toBe('0.00');
    expect(formatNumber(-0.006, 'en', 2)).toBe('−0.01');
  });
  it('are short on axes', () => {
    expect(formatCompact(12438, 'zh')).toBe('1.2万');
    expect(formatCompact(12438, 'en')).toBe('12.4k');
  });
  it('count bytes', () => {
    expect(formatBytes(0, 'en')).toBe('0 B');
    expect(formatBytes(1023, 'en')).toBe('1,023 B');
    expect(formatBytes(13_000_000, 'zh')).toBe('12.4 MB');
  });
});

describe('durations', () => {
  it('are two units in words', () => {
    expect(formatDuration(8_040, 'zh')).toBe('2 小时 14 分');
    expect(formatDuration(8_040, 'en')).toBe('2 h 14 min');
    expect(formatDuration(642_268.8, 'zh')).toBe('7 天 10 小时');
    expect(formatDuration(45, 'en')).toBe('45 s');
    expect(formatDuration(0.2, 'zh')).toBe('0 秒');
    expect(formatDuration(-90, 'en')).toBe('−1 min 30 s');
  });
  it('round into the smaller unit and carry over', () => {
    expect(formatDuration(7_199, 'en')).toBe('2 h');
    expect(formatDuration(3_600, 'zh')).toBe('1 小时');
    expect(formatDuration(86_399, 'en')).toBe('1 d');
    expect(formatDuration(3_599.6, 'en')).toBe('1 h');
  });
  it('are clocks under four hours', () => {
    expect(formatClock(8_076)).toBe('02:14:36');
    expect(formatClock(-5)).toBe('00:00:00');
  });
});

describe('times', () => {
  const shanghai = { locale: 'zh', zone: 'Asia/Shanghai' } as const;
  it('are those of the organisation’s zone', () => {
    expect(formatDateTime('2026-11-20T16:30:00Z', shanghai)).toBe('2026-11-21 00:30');
    expect(formatDate('2026-11-20T16:30:00Z', { locale: 'en', zone: 'America/New_York' })).toBe('2026-11-20');
  });
  it('are told from now, a week back', () => {
    const now = new Date('2026-11-20T12:00:00Z');
    expect(formatAgo('2026-11-20T11:59:40Z', shanghai, now)).toBe('现在');
    expect(formatAgo('2026-11-20T11:48:00Z', shanghai, now)).toBe('12分钟前');
    expect(formatAgo('2026-11-19T12:00:00Z', { locale: 'en', zone: 'UTC' }, now)).toBe('yesterday');
    expect(formatAgo('2026-11-01T12:00:00Z', shanghai, now)).toBe('2026-11-01');
  });
  it.each([
    ['2026', '2026 年', '2026'],
    ['2026-11', '2026 年 11 月', 'November 2026'],
    ['2026-Q4', '2026 年第 4 季度', 'Q4 2026'],
    ['2026-H2', '2026 年下半年', 'H2 2026'],
    ['2026-W07', '2026 年第 7 周', 'week 7, 2026'],
    ['2026-11-21', '2026-11-21', '2026-11-21'],
  ])('name the period %s', (key, zh, en) => {
    expect([formatPeriod(key, 'zh'), formatPeriod(key, 'en')]).toEqual([zh, en]);
  });
});

it('joins lists by the language', () => {
  expect(formatList(['甲', '乙'], 'zh')).toBe('甲、乙');
  expect(formatList(['A', 'B'], 'en')).toBe('A, B');
});
