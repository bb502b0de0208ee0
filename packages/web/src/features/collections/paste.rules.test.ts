import type { EntrySheet } from '@zhiheng/contract/measurement/collections';
import { describe, expect, it } from 'vitest';
import { pasteBlock } from './paste.rules.ts';

const indicator = (code: string, measure: string) => ({
  ...{ code, measure, name: { zh: code, en: code }, unit: '1', decimals: 0, plausibleMin: null, plausibleMax: null },
});
const sheet: EntrySheet = {
  collectionId: 'c',
  name: { zh: '月', en: 'm' },
  period: '2026-10',
  from: '2026-10-01',
  dueOn: '2026-11-05',
  expected: 4,
  entered: 1,
  indicators: [indicator('orders', 'count'), indicator('kept', 'share')],
  subjects: [
    { id: 's1', name: { zh: '甲', en: 'A' } },
    { id: 's2', name: { zh: '乙', en: 'B' } },
  ],
  cells: [{ indicator: 'kept', subjectId: 's1', value: 5, n: 9 }],
};
const at = (row: number, column: number, part: 'value' | 'n' = 'value') => ({ row, column, part });

describe('pasteBlock', () => {
  it('fills rows and columns and leaves out what hangs over', () =>
    expect(pasteBlock(sheet, {}, { at: at(0, 1), block: [['1', '2'], ['3'], ['4']] })).toEqual({
      'orders s2': { value: '1', n: '' },
      'kept s2': { value: '3', n: '' },
    }));
  it('takes two columns for a share, or one with a stroke', () => {
    expect(pasteBlock(sheet, {}, { at: at(1, 0), block: [['7', '8', '9', '10']] })).toEqual({
      'kept s1': { value: '7', n: '8' },
      'kept s2': { value: '9', n: '10' },
    });
    expect(pasteBlock(sheet, {}, { at: at(1, 0), block: [['7/8', '9／10']] })).toEqual({
      'kept s1': { value: '7', n: '8' },
      'kept s2': { value: '9', n: '10' },
    });
  });
  it('begins at the total and keeps the count that is stored', () =>
    expect(pasteBlock(sheet, {}, { at: at(1, 0, 'n'), block: [['12', '3']] })).toEqual({
      'kept s1': { value: '5', n: '12' },
      'kept s2': { value: '3', n: '' },
    }));
});
