import { expect, test } from 'vitest';
import { overwriteGetLocale } from '../../paraglide/runtime.js';
import { formatFor } from '../../lib/format/use-format.ts';
import { trendFinding } from './trend-finding.ts';

overwriteGetLocale(() => 'en');
const format = formatFor({ locale: 'en', zone: 'UTC' });
const known = (month: string, value: number) => ({
  month,
  figure: { kind: 'figure' as const, n: 200, value, low: value - 0.05, high: value + 0.05 },
});
const few = (month: string) => ({ month, figure: { kind: 'insufficient' as const, n: 3, needed: 10 } });
const told = (...months: (ReturnType<typeof known> | ReturnType<typeof few>)[]) => trendFinding({ unit: 'share', months }, format);

test('a trend says what is told apart, and that one month cannot show a change', () => {
  expect(told(known('2026-01', 0.6))).toBe('one month cannot show a change');
  expect(told(few('2026-01'), known('2026-02', 0.6))).toBe('one month cannot show a change');
  expect(told()).toBe('one month cannot show a change');
  expect(told(known('2026-01', 0.6), known('2026-02', 0.61))).toBe('no significant change');
  expect(told(few('2025-12'), known('2026-01', 0.6), known('2026-02', 0.8))).toContain('60.0%');
  expect(told(known('2026-01', 0.8), known('2026-02', 0.6))).toContain('80.0%');
});
