import type { Attention, Board } from '@zhiheng/contract/insight/board';
import { beforeEach, expect, it } from 'vitest';
import type { Format } from '../../lib/format/use-format.ts';
import { formatNumber } from '../../lib/format/number.ts';
import { formatPeriod } from '../../lib/format/date.ts';
import { attentionWords } from './attention-words.ts';
import { overwriteGetLocale } from '../../paraglide/runtime.js';

beforeEach(() => overwriteGetLocale(() => 'zh'));

// Only what the words read.
const format = {
  locale: 'zh',
  text: (name: { zh: string }) => name.zh,
  number: (value: number) => formatNumber(value, 'zh'),
  period: (key: string) => formatPeriod(key, 'zh'),
} as unknown as Format;
const board = { index: null } as unknown as Board;
const item = (part: Partial<Attention>): Attention => ({
  ...{ severity: 'watch', kind: 'missed', indicator: 'sla_attainment', name: { zh: 'SLA达成率', en: 'SLA attainment' } },
  ...{ slice: null, params: {}, at: null },
  ...part,
});

it('writes rates with one unit and against their target', () => {
  const words = attentionWords(item({ params: { value: 88.58, unit: '%', decimals: 1, target: 95 } }), board, format);
  expect(words.title).toContain('SLA达成率');
  expect(words.detail).toContain('88.6%');
  expect(words.detail).toContain('95.0%');
});
it('tells silence since a month from never measured', () => {
  const since = attentionWords(item({ kind: 'no_data', params: { lastSeen: '2026-09' } }), board, format);
  const never = attentionWords(item({ kind: 'no_data', indicator: null, params: { count: 3, of: 30 } }), board, format);
  expect(since.detail).toContain('2026 年 9 月');
  expect(never.title).toContain('3');
});
it('names the slice that is behind', () => {
  const words = attentionWords(
    item({ kind: 'slice_missed', slice: { zh: '西园区', en: 'West' }, params: { value: 80, unit: '%', decimals: 1, target: 95 } }),
    board,
    format,
  );
  expect(words.title).toContain('西园区');
});
