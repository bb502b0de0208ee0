import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { csvRows, UnreadableRows } from './csv-rows.ts';
import type { FileRow } from './file-row.ts';

const rowsOf = (pieces: string[], delimiter = ','): FileRow[] =>
  [...csvRows(pieces, delimiter, pieces.join('').length)].flatMap(({ rows }) => rows);
const plain = (rows: FileRow[]) => rows.map(({ line, cells, broken }) => (broken === undefined ? [line, ...cells] : [line, broken]));

describe('rows of separated text', () => {
  it('begin at their true lines, through empty lines and cells over several lines', () => {
    const text = 'a,b\r\n\r\n1,"two\r\nlines, ""quoted"""\r\n\n3,4';
    expect(plain(rowsOf([text]))).toEqual([
      [1, 'a', 'b'],
      [3, '1', 'two\r\nlines, "quoted"'],
      [6, '3', '4'],
    ]);
  });

  it('may end with a return alone', () =>
    expect(plain(rowsOf(['a;b\r1;2\r3;4'], ';'))).toEqual([
      [1, 'a', 'b'],
      [2, '1', '2'],
      [3, '3', '4'],
    ]));

  it('are the same however the text is cut into pieces', () => {
    const cell = fc.stringMatching(/^[ab ,"\n;]{0,6}$/);
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(table, fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 60 }), (cells, cuts) => {
        const text = Papa.unparse(cells, { newline: '\r\n', quotes: true });
        const pieces: string[] = [];
        let at = 0;
        for (const cut of cuts) {
          pieces.push(text.slice(at, at + cut));
          at += cut;
        }
        pieces.push(text.slice(at));
        const rows = rowsOf(pieces);
        expect(rows.map((row) => row.cells)).toEqual(cells);
        const breaks = (row: string[]) => 1 + row.join('').split('\n').length - 1;
        const lines = cells.map((_, index) => 1 + cells.slice(0, index).reduce((sum, row) => sum + breaks(row), 0));
        expect(rows.map(({ line }) => line)).toEqual(lines);
      }),
    );
  });

  it('after a quote that never closes can still be read', () => {
    const text = 'a,b\n1,"broken\n2,x\n3,y\n';
    expect(plain(rowsOf([text]))).toEqual([
      [1, 'a', 'b'],
      [2, 'unclosed_quote'],
      [3, '2', 'x'],
      [4, '3', 'y'],
    ]);
  });

  it('after a quote that opens a million characters too', () => {
    const many = Array.from({ length: 120_000 }, (_, index) => `${index},value`);
    const rows = rowsOf([`a,b\n1,"broken\n${many.join('\n')}\n`]);
    expect(rows[1]).toMatchObject({ line: 2, broken: 'row_too_long' });
    expect(rows).toHaveLength(120_002);
    expect(rows.at(-1)).toEqual({ line: 120_002, cells: ['119999', 'value'] });
  });

  it('that never end are one broken row', () => {
    const pieces = Array.from({ length: 40 }, () => 'x'.repeat(262_144));
    const rows = rowsOf(pieces);
    expect(rows).toMatchObject([{ line: 1, broken: 'row_too_long' }]);
    expect(rows[0]?.cells[0]).toHaveLength(1000);
    expect(plain(rowsOf([...pieces, '\n1,2\n']))).toEqual([
      [1, 'row_too_long'],
      [2, '1', '2'],
    ]);
  });

  it('are given up when thousands of quotes are broken', () => {
    const text = Array.from({ length: 3001 }, () => 'x,"y').join('\n');
    expect(() => rowsOf([text])).toThrow(UnreadableRows);
  });
});
