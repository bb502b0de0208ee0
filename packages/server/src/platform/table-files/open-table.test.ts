import { utils, write, type WorkSheet } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { gb18030 } from './gb18030.factory.ts';
import { openTable } from './open-table.ts';
import { recogniseFile } from './recognise-file.rules.ts';
import { largestUnpacked, unpackedSize } from './workbook-size.rules.ts';

const rowsOf = (bytes: Buffer, options = {}) =>
  [...openTable(bytes, options).blocks()].flatMap(({ rows }) => rows.map(({ cells }) => cells));
const text = '日期,数值\n2026-03-01,7\n';

function workbook(sheets: Record<string, WorkSheet>, props?: { date1904: boolean }): Buffer {
  const book = utils.book_new();
  for (const [name, sheet] of Object.entries(sheets)) utils.book_append_sheet(book, sheet, name);
  if (props !== undefined) book.Workbook = { ...book.Workbook, WBProps: props };
  return write(book, { type: 'buffer', bookType: 'xlsx', compression: true }) as Buffer;
}

describe('what a file is', () => {
  it.each([
    ['nothing', Buffer.alloc(0), 'file_empty'],
    ['empty lines', Buffer.from('\n \r\n\n'), 'file_empty'],
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'file_not_a_table'],
    ['an old workbook', Buffer.from('d0cf11e0a1b11ae10000', 'hex'), 'workbook_old_or_locked'],
    ['an archive', Buffer.from('PK\u0003\u0004 readme.txt', 'latin1'), 'file_not_a_table'],
    ['a page', Buffer.from('<html><table><tr><td>1</td></tr></table>'), 'file_not_a_table'],
    ['data in JSON', Buffer.from('[{"a": 1}]'), 'file_not_a_table'],
    ['a document', Buffer.from('%PDF-1.7\nobj'), 'file_not_a_table'],
    ['noise', Buffer.from(Array.from({ length: 4096 }, (_, i) => (i * 7919) % 31 || 7)), 'file_not_a_table'],
  ])('%s is refused', (_, bytes, code) => expect(recogniseFile(bytes)).toEqual({ kind: 'refused', code }));

  it('a table is told by its content', () => {
    expect(recogniseFile(Buffer.from(text))).toEqual({ kind: 'table', format: 'csv' });
    expect(recogniseFile(workbook({ a: utils.aoa_to_sheet([['x']]) }))).toEqual({ kind: 'table', format: 'xlsx' });
  });
});

describe('encodings', () => {
  it.each([
    ['utf-8', Buffer.from(text)],
    ['utf-8', Buffer.from(`\ufeff${text}`)],
    ['gb18030', gb18030(text)],
    ['utf-16le', Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['utf-16le', Buffer.from('day,value\n2026-03-01,7\n', 'utf16le')],
  ])('%s is recognised', (encoding, bytes) => {
    const table = openTable(bytes);
    expect(table.encoding).toBe(encoding);
    expect([
      ['日期', '数值'],
      ['day', 'value'],
    ]).toContainEqual(table.columns);
    expect(rowsOf(bytes)).toEqual([['2026-03-01', '7']]);
  });

  it('do not tear characters at the seams of a long file', () => {
    const long = `名称,数值\n${'服务质量管理,1\n'.repeat(60_000)}`;
    for (const bytes of [Buffer.from(long), gb18030(long), Buffer.from(`\ufeff${long}`, 'utf16le')]) {
      expect(rowsOf(bytes).every(([name]) => name === '服务质量管理')).toBe(true);
    }
  });
});

describe('delimiters', () => {
  it.each([
    [';', 'a;b\n1,5;2,5\n2,25;3\n'],
    ['\t', 'a\tb\n1,5\t2\n'],
    ['|', 'a|b\nx, y|2\n'],
    [',', 'a,b\n"x;y;z",2\n'],
    [',', 'one\ntwo\n'],
  ])('%j', (delimiter, content) => expect(openTable(Buffer.from(content)).delimiter).toBe(delimiter));

  it('with semicolons decimals have commas, unless the numbers say otherwise', () => {
    expect(openTable(Buffer.from('a;b\n1,5;2\n')).decimalComma).toBe(true);
    expect(openTable(Buffer.from('a;b\n1,234.5;2\n')).decimalComma).toBe(false);
    expect(openTable(Buffer.from('a,b\n"1,5",2\n')).decimalComma).toBe(false);
  });
});

describe('names of columns', () => {
  it('are trimmed, never empty and never twice', () => {
    expect(openTable(Buffer.from('\n a ,,a,"two\nlines"\n1,2,3,4\n')).columns).toEqual(['a', '#2', 'a (2)', 'two lines']);
  });
});

describe('workbooks', () => {
  const sheet = utils.aoa_to_sheet([
    [],
    ['when', 'share', 'yes', 'n', 'time'],
    [42_429.276388888889, 0.985, true, 1.5, 0.25],
    [],
    [42_429, 1, false, undefined, undefined],
  ]);
  for (const [cell, z] of Object.entries({ A3: 'm/d/yy h:mm', A5: 'yyyy-mm-dd', B3: '0.0%', B5: '0%', E3: 'h:mm' }))
    (sheet[cell] as { z: string }).z = z;

  it('give dates as times, shares as percent, and the lines of the sheet', () => {
    const table = openTable(workbook({ 汇总: utils.aoa_to_sheet([['x']]), 明细: sheet }), { sheet: '明细' });
    expect(table).toMatchObject({
      format: 'xlsx',
      sheets: ['汇总', '明细'],
      sheet: '明细',
      columns: ['when', 'share', 'yes', 'n', 'time'],
    });
    expect([...table.blocks()].flatMap(({ rows }) => rows)).toEqual([
      { line: 3, cells: ['2016-02-29T06:38:00.000', '98.5%', 'true', '1.5', '06:00:00'] },
      { line: 5, cells: ['2016-02-29', '100%', 'false', '', ''] },
    ]);
  });

  it('may count their days from 1904', () => {
    const old = utils.aoa_to_sheet([['when'], [40_967]]);
    (old['A2'] as { z: string }).z = 'yyyy-mm-dd';
    expect(rowsOf(workbook({ a: old }, { date1904: true }))).toEqual([['2016-02-29']]);
  });

  it('without the sheet that is asked for are refused', () => {
    expect(() => openTable(workbook({ a: sheet }), { sheet: 'b' })).toThrow(
      expect.objectContaining({ code: 'sheet_missing', status: 422 }),
    );
  });

  it('that are damaged are refused', () => {
    const bytes = workbook({ a: sheet });
    expect(() => openTable(bytes.subarray(0, bytes.length - 400))).toThrow(expect.objectContaining({ code: 'workbook_unreadable' }));
  });

  it('say how much they unpack to, and are not believed when they lie', () => {
    const bytes = workbook({ a: utils.aoa_to_sheet(Array.from({ length: 2000 }, () => ['the same text again and again'])) });
    const size = unpackedSize(bytes) ?? 0;
    expect(size).toBeGreaterThan(20_000);
    expect(size).toBeLessThan(largestUnpacked);
    const entry = bytes.indexOf('xl/worksheets/sheet1.xml', bytes.indexOf(Buffer.from('PK\u0001\u0002', 'latin1'))) - 46;
    const liar = Buffer.from(bytes);
    liar.writeUInt32LE(10, entry + 24);
    expect(unpackedSize(liar)).toBeNull();
    const giant = Buffer.from(bytes);
    giant.writeUInt32LE(0x7fffffff, entry + 24);
    expect(unpackedSize(giant)).toBeGreaterThan(largestUnpacked);
    expect(unpackedSize(bytes.subarray(0, 100))).toBeNull();
  });
});
