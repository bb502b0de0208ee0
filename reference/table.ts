import Papa from 'papaparse';
import { z } from 'zod';

/** A cell after the rules of the format: null is missing. */
export type Cell = number | string | null;

/** Columns by name; all have the same length. */
export interface Table {
  readonly size: number;
  readonly columns: readonly string[];
  readonly row: (index: number) => (name: string) => Cell;
  readonly cells: (name: string) => readonly Cell[];
  /** Numbers and nulls; throws when a cell is text. */
  readonly numbersOrMissing: (name: string) => readonly (number | null)[];
  /** Complete numbers; throws when a cell is missing or text. */
  readonly numbers: (name: string) => readonly number[];
  /** Rows of complete numbers, one number per name. */
  readonly numberRows: (names: readonly string[]) => number[][];
  readonly rowsWithMissing: (names: readonly string[]) => (number | null)[][];
  /** One truth value per row. */
  readonly holds: (condition: Condition) => boolean[];
}

export const condition = z.object({
  column: z.string(),
  op: z.enum(['==', '!=', '>=', '<=', '>', '<']),
  value: z.union([z.number(), z.string(), z.boolean()]),
});
export type Condition = z.infer<typeof condition>;

const preparation = z
  .object({
    row_range: z.tuple([z.number().int(), z.number().int()]),
    where: z.array(condition),
    missing: z.array(z.object({ columns: z.array(z.string()), values: z.array(z.union([z.number(), z.string()])) })),
    listwise: z.union([z.literal('all_columns'), z.array(z.string())]),
    limit: z.number().int(),
  })
  .partial()
  .strict();

/** Reads RFC 4180 text with a header row. */
export function parseCsv(text: string): Table {
  const { data } = Papa.parse<string[]>(text, { skipEmptyLines: true });
  const [header, ...rows] = data;
  if (header === undefined) throw new Error('the file is empty');
  return tableOf(
    header.map((name) => name.trim()),
    rows.map((row) => header.map((_, column) => cellOf(row[column] ?? ''))),
  );
}

/** The same thing inline: numbers, texts, null. */
export function inlineTable(input: unknown): Table {
  const { columns, rows } = z
    .object({ columns: z.array(z.string()), rows: z.array(z.array(z.union([z.number(), z.string(), z.boolean(), z.null()]))) })
    .parse(input);
  return tableOf(
    columns,
    rows.map((row) => row.map((cell) => (typeof cell === 'number' ? cell : cell === null ? null : cellOf(String(cell))))),
  );
}

/** Applies `params.prepare` in its order: range, conditions, missing codes, listwise, limit. */
export function prepare(table: Table, spec: unknown): Table {
  if (spec === undefined) return table;
  const steps = preparation.parse(spec);
  let rows = Array.from({ length: table.size }, (_, index) => table.columns.map((name) => table.row(index)(name)));
  if (steps.row_range !== undefined) rows = rows.slice(steps.row_range[0] - 1, steps.row_range[1]);
  const at = (name: string) => columnIndex(table.columns, name);
  for (const wanted of steps.where ?? []) rows = rows.filter((row) => meets(row[at(wanted.column)] ?? null, wanted));
  for (const { columns, values } of steps.missing ?? []) {
    const coded = new Set(columns.map(at));
    const codes = new Set<Cell>(values);
    rows = rows.map((row) => row.map((cell, index) => (coded.has(index) && codes.has(cell) ? null : cell)));
  }
  if (steps.listwise !== undefined) {
    const complete = (steps.listwise === 'all_columns' ? table.columns : steps.listwise).map(at);
    rows = rows.filter((row) => complete.every((index) => row[index] !== null));
  }
  return tableOf(table.columns, steps.limit === undefined ? rows : rows.slice(0, steps.limit));
}

/** Does a cell meet a condition? A missing cell never does. */
export function meets(cell: Cell, { op, value }: Condition): boolean {
  if (cell === null) return false;
  if (typeof value === 'boolean') return compare(String(cell).toLowerCase(), op, String(value));
  if (typeof value === 'number') return typeof cell === 'number' && compare(cell, op, value);
  return compare(String(cell), op, value);
}

function compare<T extends number | string>(a: T, op: Condition['op'], b: T): boolean {
  const answers = { '==': a === b, '!=': a !== b, '>=': a >= b, '<=': a <= b, '>': a > b, '<': a < b };
  return answers[op];
}

const decimal = /^[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?$/;

function cellOf(text: string): Cell {
  const trimmed = text.trim();
  if (trimmed === '' || trimmed === 'NA') return null;
  return decimal.test(trimmed) ? Number(trimmed) : trimmed;
}

function columnIndex(columns: readonly string[], name: string): number {
  const index = columns.indexOf(name);
  if (index < 0) throw new Error(`there is no column "${name}"`);
  return index;
}

function tableOf(columns: readonly string[], rows: readonly (readonly Cell[])[]): Table {
  const cells = (name: string) => {
    const index = columnIndex(columns, name);
    return rows.map((row) => row[index] ?? null);
  };
  const numbersOrMissing = (name: string) => cells(name).map((cell) => numberOrMissing(cell, name));
  const numbers = (name: string) => numbersOrMissing(name).map((value) => present(value, name));
  const zip = <T>(names: readonly string[], read: (name: string) => readonly T[]): T[][] => {
    const lists = names.map(read);
    return rows.map((_, index) => lists.flatMap((list) => list.slice(index, index + 1)));
  };
  return {
    size: rows.length,
    columns,
    row: (index) => (name) => rows[index]?.[columnIndex(columns, name)] ?? null,
    cells,
    numbersOrMissing,
    numbers,
    numberRows: (names) => zip(names, numbers),
    rowsWithMissing: (names) => zip(names, numbersOrMissing),
    holds: (wanted) => cells(wanted.column).map((cell) => meets(cell, wanted)),
  };
}

function numberOrMissing(cell: Cell, name: string): number | null {
  if (typeof cell === 'string') throw new Error(`column "${name}" holds text: ${cell}`);
  return cell;
}

function present(value: number | null, name: string): number {
  if (value === null) throw new Error(`column "${name}" has missing cells`);
  return value;
}
