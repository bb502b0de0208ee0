import { parseCsv } from '../../parse-csv.ts';

/** A file of answers: its text, the names of its columns and the first rows to look at. */
export interface ReadFile {
  readonly name: string;
  readonly text: string;
  readonly columns: readonly string[];
  readonly rows: number;
  readonly examples: readonly (readonly string[])[];
}

const shownRows = 3;

/** Reads the head of a table; null when it is none. Throws RangeError for broken quotes. */
export function readTable(name: string, text: string): ReadFile | null {
  const [columns, ...rows] = parseCsv(text);
  if (columns === undefined || columns.length === 0 || rows.length === 0) return null;
  return { name, text, columns, rows: rows.length, examples: rows.slice(0, shownRows) };
}
