import { AppError } from '../errors.ts';
import { csvRows, UnreadableRows } from './csv-rows.ts';
import { decodeText, guessEncoding, type Encoding } from './decode-text.rules.ts';
import { guessDecimalComma, guessDelimiter, type Delimiter } from './delimiter.rules.ts';
import type { FileRow, RowBlock } from './file-row.ts';
import { nameColumns } from './name-columns.rules.ts';
import { recogniseFile, type FileFormat } from './recognise-file.rules.ts';
import { sheetNames, UnreadableWorkbook, xlsxRows } from './xlsx-rows.ts';

export interface TableOptions {
  readonly encoding?: Encoding | undefined;
  readonly delimiter?: Delimiter | undefined;
  readonly sheet?: string | undefined;
}

/** A file opened as a table: its first row that is not empty names the columns. */
export interface Table {
  readonly format: FileFormat;
  readonly encoding: Encoding | null;
  readonly delimiter: Delimiter | null;
  readonly sheets: readonly string[];
  readonly sheet: string | null;
  readonly columns: readonly string[];
  /** the first rows below the names */
  readonly sample: readonly FileRow[];
  /** 12,5 is twelve and a half */
  readonly decimalComma: boolean;
  /** all rows below the names, from the beginning at each call */
  blocks(): Generator<RowBlock>;
}

const sampleLength = 1000;

/** Opens a file as a table. Throws an AppError (422) when it cannot be read as one. */
export function openTable(bytes: Buffer, options: TableOptions = {}): Table {
  const recognised = recogniseFile(bytes);
  if (recognised.kind === 'refused') throw new AppError(422, recognised.code);
  return recognised.format === 'xlsx' ? openWorkbook(bytes, options) : openText(bytes, options);
}

function openText(bytes: Buffer, options: TableOptions): Table {
  const encoding = options.encoding ?? guessEncoding(bytes);
  const delimiter = options.delimiter ?? guessDelimiter(firstOf(decodeText(bytes, encoding)) ?? '');
  const source = () => csvRows(decodeText(bytes, encoding), delimiter, encoding === 'utf-16le' ? bytes.length / 2 : bytes.length);
  const top = topOf(source());
  const decimalComma = delimiter === ';' && guessDecimalComma(top.sample);
  return {
    format: 'csv',
    encoding,
    delimiter,
    sheets: [],
    sheet: null,
    ...top,
    decimalComma,
    blocks: () => below(source(), top.headerLine),
  };
}

function openWorkbook(bytes: Buffer, options: TableOptions): Table {
  const sheets = translated(() => sheetNames(bytes));
  const sheet = options.sheet ?? sheets[0] ?? '';
  if (!sheets.includes(sheet)) throw new AppError(422, 'sheet_missing', { params: { sheet } });
  const top = topOf(xlsxRows(bytes, sheet, sampleLength + 100));
  const blocks = () => below(xlsxRows(bytes, sheet), top.headerLine);
  return { format: 'xlsx', encoding: null, delimiter: null, sheets, sheet, ...top, decimalComma: false, blocks };
}

interface Top {
  readonly columns: readonly string[];
  readonly sample: readonly FileRow[];
  readonly headerLine: number;
}

function topOf(blocks: Generator<RowBlock>): Top {
  const rows: FileRow[] = [];
  translated(() => {
    for (const block of blocks) {
      rows.push(...block.rows.slice(0, sampleLength + 1 - rows.length));
      if (rows.length > sampleLength) break;
    }
  });
  const [header, ...sample] = rows;
  if (header === undefined) throw new AppError(422, 'file_empty');
  if (header.broken !== undefined) throw new AppError(422, header.broken, { params: { line: header.line } });
  return { columns: nameColumns(header.cells), sample, headerLine: header.line };
}

function* below(blocks: Generator<RowBlock>, headerLine: number): Generator<RowBlock> {
  for (;;) {
    const next = translated(() => blocks.next());
    if (next.done === true) return;
    const { rows, read } = next.value;
    yield { rows: (rows[0]?.line ?? Infinity) > headerLine ? rows : rows.filter((row) => row.line > headerLine), read };
  }
}

function translated<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof UnreadableRows) throw new AppError(422, 'too_many_broken_quotes', { params: { line: error.line } });
    if (error instanceof UnreadableWorkbook) throw new AppError(422, 'workbook_unreadable');
    throw error;
  }
}

function firstOf<T>(items: Iterable<T>): T | undefined {
  for (const item of items) return item;
  return undefined;
}
