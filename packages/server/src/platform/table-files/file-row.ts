/** A row of a file as text. `line` is where it begins: the line in a text file, the row of a sheet, from 1, header included. */
export interface FileRow {
  readonly line: number;
  readonly cells: readonly string[];
  /** present when the row could not be read as cells: where a quote never closes, what stands in the line */
  readonly broken?: 'unclosed_quote' | 'row_too_long';
}

/** Some rows that follow each other, and how much of the file is read with them, from 0 to 1. */
export interface RowBlock {
  readonly rows: readonly FileRow[];
  readonly read: number;
}
