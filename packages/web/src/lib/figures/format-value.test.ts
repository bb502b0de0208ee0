import { describe, expect, it } from 'vitest';
import { differenceText, exactText, intervalText, valueText } from './format-value.ts';

const share = { unit: '%', measure: 'share', decimals: 1 } as const;
const hours = { unit: 'h', measure: 'duration', decimals: 2 } as const;

describe('valueText', () => {
  it.each([
    [share, 83.14, '83.1%'],
    [{ unit: '/5', measure: 'number', decimals: 2 } as const, 4.52, '4.52 / 5'],
    [hours, 2.2333, '2 小时 14 分'],
    [{ unit: 's', measure: 'duration', decimals: 1 } as const, 4.26, '4.3 秒'],
    [{ unit: '1', measure: 'count', decimals: 2 } as const, 12438, '12,438'],
    [{ unit: '/10000', measure: 'formula', decimals: 1 } as const, 6.2, '6.2 每万'],
    [{ unit: 'dBm', measure: 'number', decimals: 1 } as const, -84.25, '−84.3 dBm'],
  ])('writes %j', (style, value, expected) => expect(valueText(style, value, 'zh')).toBe(expected));

  it('keeps durations exact where statistics are read', () => expect(exactText(hours, 178.408, 'en')).toBe('178.41 h'));
});

it('writes an interval with one unit', () => expect(intervalText(share, [84.71, 91.6], 'zh')).toBe('84.7 – 91.6%'));

describe('differenceText', () => {
  it('gives rates in percentage points', () =>
    expect(differenceText(share, -0.7, { locale: 'zh', points: '个百分点' })).toBe('0.7 个百分点'));
  it('gives durations in words', () => expect(differenceText(hours, 0.5, { locale: 'en', points: 'pp' })).toBe('30 min'));
});
