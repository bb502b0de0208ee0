import { describe, expect, it } from 'vitest';
import { changedCells, checkCell, readClipboard, readNumber, type SheetIndicator } from './sheet.rules.ts';

const indicator = (over: Partial<SheetIndicator>): SheetIndicator => ({
  code: 'csat',
  name: { zh: '满意度', en: 'Satisfaction' },
  unit: '/5',
  measure: 'number',
  decimals: 2,
  plausibleMin: 1,
  plausibleMax: 5,
  ...over,
});

describe('readNumber', () => {
  it.each([
    ['', null],
    ['  ', null],
    ['1,234.5', 1234.5],
    ['１２．５', 12.5],
    ['−3', -3],
    ['85 %', 85],
    ['12a', 'bad'],
    ['1.2.3', 'bad'],
    ['-', 'bad'],
  ])('reads %j as %j', (text, expected) => expect(readNumber(text)).toBe(expected));
});

describe('checkCell', () => {
  it('keeps a number inside its plausible range', () => {
    expect(checkCell(indicator({}), { value: '4.5', n: '' })).toBeNull();
    expect(checkCell(indicator({}), { value: '7', n: '' })).toEqual({ kind: 'outside', min: 1, max: 5 });
    expect(checkCell(indicator({ plausibleMax: null }), { value: '0', n: '' })).toEqual({ kind: 'below', min: 1 });
  });
  it('counts in whole numbers', () => {
    const count = indicator({ measure: 'count', plausibleMax: null });
    expect(checkCell(count, { value: '3.5', n: '' })).toEqual({ kind: 'not-whole' });
    expect(checkCell(indicator({ measure: 'share', plausibleMin: null }), { value: '1.5', n: '3' })).toEqual({ kind: 'not-whole' });
    expect(checkCell(count, { value: '3', n: '' })).toBeNull();
  });
  it('asks for both parts of a share, the part within the whole', () => {
    const share = indicator({ measure: 'share', plausibleMin: 0, plausibleMax: 100 });
    expect(checkCell(share, { value: '8', n: '' })).toEqual({ kind: 'share-needs-n' });
    expect(checkCell(share, { value: '', n: '8' })).toEqual({ kind: 'n-needs-value' });
    expect(checkCell(share, { value: '9', n: '8' })).toEqual({ kind: 'share-above-one' });
    expect(checkCell(share, { value: '7', n: '0' })).toEqual({ kind: 'n-positive' });
    expect(checkCell(share, { value: '7', n: '8' })).toBeNull();
  });
});

describe('readClipboard', () => {
  it('cuts rows and columns', () =>
    expect(readClipboard('1\t2\r\n3\t4\r\n')).toEqual([
      ['1', '2'],
      ['3', '4'],
    ]));
  it('keeps empty cells and quoted line breaks', () =>
    expect(readClipboard('\t2\n"a\nb"\t""')).toEqual([
      ['', '2'],
      ['a\nb', ''],
    ]));
  it('reads a single cell', () => expect(readClipboard('5')).toEqual([['5']]));
});

describe('changedCells', () => {
  const sheet = {
    collectionId: 'c',
    name: { zh: '月', en: 'm' },
    period: '2026-10',
    from: '2026-10-01',
    dueOn: '2026-11-05',
    expected: 2,
    entered: 1,
    indicators: [indicator({})],
    subjects: [
      { id: 's1', name: { zh: '甲', en: 'A' } },
      { id: 's2', name: { zh: '乙', en: 'B' } },
    ],
    cells: [{ indicator: 'csat', subjectId: 's1', value: 4, n: null }],
  };
  it('sends only what differs, and null for an emptied cell', () => {
    expect(changedCells(sheet, { 'csat s1': { value: '4.0', n: '' } })).toEqual([]);
    expect(changedCells(sheet, { 'csat s1': { value: '', n: '' }, 'csat s2': { value: '3', n: '' } })).toEqual([
      { indicator: 'csat', subjectId: 's1', value: null, n: null },
      { indicator: 'csat', subjectId: 's2', value: 3, n: null },
    ]);
  });
});
