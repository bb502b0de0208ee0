import Papa from 'papaparse';
import type { FileRow, RowBlock } from './file-row.ts';

/** A row longer than this is no row: a quote was never closed, or the file is no table. */
const longestRow = 1024 * 1024;
/** How much of a broken line is kept for the person who looks at it. */
const keptOfBroken = 1000;
/** Within so many characters a line ends, or the file has none. */
const enoughToTell = 65_536;
/** Each broken quote takes another look at everything behind it: a file with more of them is not worth it. */
const mostBroken = 1000;

/** The file has so many broken quotes that its rows cannot be told apart. */
export class UnreadableRows extends Error {
  constructor(readonly line: number) {
    super('unreadable rows');
  }
}

/** Rows of separated text, in blocks, with their true lines: a cell may span lines, an empty line counts and is left out. */
export function* csvRows(pieces: Iterable<string>, delimiter: string, length: number): Generator<RowBlock> {
  const splitter = new RowSplitter(delimiter);
  let taken = 0;
  for (const piece of pieces) {
    taken += piece.length;
    yield { rows: splitter.take(piece), read: Math.min(1, taken / length) };
  }
  yield { rows: splitter.finish(), read: 1 };
}

/** The same of text that comes piece by piece and is never there as a whole. */
export async function* csvRowsOf(pieces: AsyncIterable<string>, delimiter: string): AsyncGenerator<FileRow[]> {
  const splitter = new RowSplitter(delimiter);
  for await (const piece of pieces) yield splitter.take(piece);
  yield splitter.finish();
}

class RowSplitter {
  #rest = '';
  #line = 1;
  #broken = 0;
  #newline: '\n' | '\r' | null = null;

  constructor(readonly delimiter: string) {}

  take(piece: string): FileRow[] {
    this.#rest += piece;
    if (this.#rest.length >= enoughToTell) this.#newline ??= newlineOf(this.#rest);
    const end = this.#rest.indexOf(this.#newline ?? '\n');
    if (end === -1) {
      // One endless line: its beginning stands for it.
      this.#rest = this.#rest.slice(0, longestRow + 1);
      return [];
    }
    let rows = end > longestRow ? [this.#breakLine('row_too_long')] : [];
    rows = [...rows, ...this.#split()];
    while (this.#rest.length > longestRow && this.#rest.includes(this.#newline ?? '\n')) {
      rows = [...rows, this.#breakLine('row_too_long'), ...this.#split()];
    }
    return rows;
  }

  finish(): FileRow[] {
    this.#newline ??= newlineOf(this.#rest);
    let rows: FileRow[] = [];
    for (;;) {
      const parsed = this.#parse(false);
      if (this.#rest.length > longestRow) return [...rows, this.#breakLine('row_too_long')];
      if (!parsed.errors.some((error) => error.code === 'MissingQuotes')) return [...rows, ...this.#number(parsed.data, this.#rest.length)];
      rows = [...rows, ...this.#split(), this.#breakLine('unclosed_quote')];
    }
  }

  #parse(openEnd: boolean): Papa.ParseResult<string[]> {
    // The core parser, because it leaves the row that is not complete for the next piece; its types do not say so.
    const parser = new Papa.Parser({ delimiter: this.delimiter, newline: this.#newline ?? '\n' }) as unknown as CoreParser;
    return parser.parse(this.#rest, 0, openEnd);
  }

  #split(): FileRow[] {
    const { data, meta } = this.#parse(true);
    return this.#number(data, meta.cursor);
  }

  /** Gives rows their lines and forgets the text they came from. */
  #number(data: readonly string[][], cursor: number): FileRow[] {
    const newline = this.#newline ?? '\n';
    const quoted = this.#rest.slice(0, cursor).includes('"');
    this.#rest = this.#rest.slice(cursor);
    const rows: FileRow[] = [];
    for (const cells of data) {
      const line = this.#line;
      this.#line += 1;
      if (quoted) for (const cell of cells) this.#line += countOf(cell, newline);
      dropReturn(cells);
      if (cells.length > 1 || cells[0]?.trim() !== '') rows.push({ line, cells });
    }
    return rows;
  }

  /** Takes one physical line away as a broken row, so that what follows can be read. */
  #breakLine(broken: FileRow['broken'] & string): FileRow {
    this.#broken += 1;
    if (this.#broken > mostBroken) throw new UnreadableRows(this.#line);
    const newline = this.#rest.indexOf(this.#newline ?? '\n');
    const end = newline === -1 ? this.#rest.length : newline;
    const row = { line: this.#line, cells: [this.#rest.slice(0, Math.min(end, keptOfBroken))], broken };
    this.#rest = this.#rest.slice(end + 1);
    this.#line += 1;
    return row;
  }
}

interface CoreParser {
  parse(input: string, baseIndex: number, ignoreLastRow: boolean): Papa.ParseResult<string[]>;
}

/** Lines end with a line feed, alone or after a return; only very old files end them with a return alone. */
const newlineOf = (text: string): '\n' | '\r' => (text.includes('\r') && !text.includes('\n') ? '\r' : '\n');

function dropReturn(cells: string[]): void {
  const last = cells.at(-1);
  if (last?.endsWith('\r') === true) cells[cells.length - 1] = last.slice(0, -1);
}

function countOf(text: string, part: string): number {
  let count = 0;
  for (let at = text.indexOf(part); at !== -1; at = text.indexOf(part, at + 1)) count += 1;
  return count;
}
