import Papa from 'papaparse';
import type { CustomerColumn, LineProblem } from '@zhiheng/contract/customers/customers';
import { attributePrefix, columnOf } from './customer-columns.rules.ts';
import { unguardCell } from './csv-cell.rules.ts';

/** One line of the file: the cells of the columns that are there, and attributes by name. */
export interface CustomerLine {
  readonly line: number;
  readonly cells: ReadonlyMap<CustomerColumn, string>;
  readonly attributes: ReadonlyMap<string, string>;
}

interface Heading {
  readonly column: CustomerColumn | null;
  readonly attribute: string | null;
}

/** Reads the lines of a file. Columns that mean nothing are left out; a file without the code column has no lines that could be placed. */
export function readLines(text: string): { readonly lines: readonly CustomerLine[]; readonly problems: readonly LineProblem[] } {
  const records = recordsOf(text.replace(/^\uFEFF/, ''));
  const [first, ...others] = records;
  const headings = (first?.cells ?? []).map(headingOf);
  if (!headings.some(({ column }) => column === 'code'))
    return { lines: [], problems: [{ line: first?.line ?? 1, column: 'code', code: 'column_missing', value: '' }] };
  return { lines: others.map((record) => lineOf(record, headings)), problems: [] };
}

interface CsvRecord {
  readonly line: number;
  readonly cells: readonly string[];
}

/** Records that hold anything, with the line of the file at which each begins: a quoted cell may span several. */
function recordsOf(text: string): CsvRecord[] {
  const records: CsvRecord[] = [];
  let [line, at] = [1, 0];
  Papa.parse<string[]>(text, {
    step({ data, meta }) {
      if (data.some((cell) => cell.trim() !== '')) records.push({ line, cells: data });
      line += newlinesIn(text.slice(at, meta.cursor));
      at = meta.cursor;
    },
  });
  return records;
}

const newlinesIn = (text: string): number => text.match(/\r\n|\n|\r/g)?.length ?? 0;

function headingOf(text: string): Heading {
  const name = text.trim();
  const attribute = name.startsWith(attributePrefix) ? name.slice(attributePrefix.length).trim() : '';
  return { column: columnOf(text), attribute: attribute === '' || attribute.length > 64 ? null : attribute };
}

function lineOf({ line, cells }: CsvRecord, headings: readonly Heading[]): CustomerLine {
  const named = new Map<CustomerColumn, string>();
  const attributes = new Map<string, string>();
  for (const [at, { column, attribute }] of headings.entries()) {
    const cell = unguardCell((cells[at] ?? '').trim());
    if (column !== null) named.set(column, cell);
    if (attribute !== null) attributes.set(attribute, cell);
  }
  return { line, cells: named, attributes };
}
