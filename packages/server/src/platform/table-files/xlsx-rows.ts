import { read, SSF, type CellObject, type ParsingOptions, type WorkBook } from '@e965/xlsx';
import { serialEpochs, serialText } from './serial-day.rules.ts';
import type { FileRow, RowBlock } from './file-row.ts';

const blockLength = 5000;

/** Code of the error that spreadsheets write where a value is not there. */
const notAvailable = 0x2a;

/** The file says it is a workbook and cannot be read as one. */
export class UnreadableWorkbook extends Error {}

const economical: ParsingOptions = { dense: true, cellNF: true, cellText: false, cellHTML: false, cellFormula: false };

/** Names of the sheets, in their order. */
export const sheetNames = (bytes: Buffer): string[] => readWorkbook(bytes, { bookSheets: true }).SheetNames;

type Cells = readonly (CellObject | undefined)[];

/** Rows of one sheet as text, with times written out and shares in percent. `most`: only so many rows, for a look at the first. */
export function* xlsxRows(bytes: Buffer, sheet: string, most?: number): Generator<RowBlock> {
  const { data, epoch } = readSheet(bytes, sheet, most);
  let width = 0;
  for (let from = 0; from < data.length; from += blockLength) {
    const rows: FileRow[] = [];
    for (let index = from; index < Math.min(data.length, from + blockLength); index += 1) {
      const cells = cellsOf(data[index], epoch, width);
      if (cells === null) continue;
      // The first row names the columns: a row that ends sooner has empty cells there.
      if (width === 0) width = cells.length;
      rows.push({ line: index + 1, cells });
    }
    yield { rows, read: Math.min(1, (from + blockLength) / data.length) };
  }
}

function readSheet(bytes: Buffer, sheet: string, most?: number): { data: readonly (Cells | undefined)[]; epoch: number } {
  const book = readWorkbook(bytes, { ...economical, sheets: sheet, ...(most === undefined ? {} : { sheetRows: most }) });
  const since1904 = book.Workbook?.WBProps?.date1904 === true;
  return { data: book.Sheets[sheet]?.['!data'] ?? [], epoch: since1904 ? serialEpochs.since1904 : serialEpochs.standard };
}

/** Texts of a row, at least `width` of them and none empty beyond; null when all are empty. Cells that were never written are holes. */
function cellsOf(row: Cells | undefined, epoch: number, width: number): string[] | null {
  const cells = Array.from(row ?? [], (cell) => textOf(cell, epoch));
  while (cells.at(-1) === '') cells.pop();
  if (cells.length === 0) return null;
  while (cells.length < width) cells.push('');
  return cells;
}

function readWorkbook(bytes: Buffer, options: ParsingOptions): WorkBook {
  try {
    return read(bytes, options);
  } catch (error) {
    // The library throws many kinds of errors, all of which say that these bytes are no workbook.
    throw new UnreadableWorkbook('unreadable workbook', { cause: error });
  }
}

function textOf(cell: CellObject | undefined, epoch: number): string {
  switch (cell?.t) {
    case 'n':
      return numberText(Number(cell.v), String(cell.z ?? 'General'), epoch);
    case 's':
      return String(cell.v)
        .replaceAll('\0', '')
        .replaceAll(/\p{Surrogate}/gu, '\ufffd');
    case 'b':
      return cell.v === true ? 'true' : 'false';
    case 'e':
      return cell.v === notAvailable ? '#N/A' : '#ERROR';
    default:
      return '';
  }
}

function numberText(value: number, format: string, epoch: number): string {
  if (SSF.is_date(format)) return serialText(value, epoch);
  // 0.985 shown as 98.5 %: what people see is meant. 12 digits are beyond what binary fractions blur.
  if (format.includes('%')) return `${Number((value * 100).toPrecision(12))}%`;
  return String(value);
}
