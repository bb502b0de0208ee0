import { setImmediate as nextTurn } from 'node:timers/promises';
import type { CaseColumn, CaseImportMapping } from '@zhiheng/contract/cases/case-imports';
import type { ForeignComment, ForeignRow, ForeignTable } from './foreign-table.ts';
import { statesOfChanges } from './states-of-changes.rules.ts';

/** What one row says of a case, by what its columns mean. */
export interface StateRow {
  readonly line: number;
  readonly values: Readonly<Partial<Record<CaseColumn, string>>>;
  /** of columns that repeat */
  readonly comments: readonly string[];
}

/** All that a file says of one case. */
export interface ForeignCase {
  readonly key: string;
  readonly line: number;
  readonly states: readonly StateRow[];
  readonly comments: readonly ForeignComment[];
  /** rows of the same number in a file that has one row per case */
  readonly repeated: number;
}

/** A row that belongs to no case. */
export interface LostRow {
  readonly line: number;
  readonly code: 'malformed_row' | 'missing_number';
}

export interface Gathered {
  readonly rows: number;
  readonly cases: readonly ForeignCase[];
  readonly lost: readonly LostRow[];
}

/** Brings together the rows of each number, cases in the order in which they first come, so that an import that was stopped goes on behind what is done. */
export async function gatherCases(table: ForeignTable, mapping: CaseImportMapping): Promise<Gathered> {
  const read = stateReader(table.columns, mapping);
  const key = table.columns.indexOf(mapping.key);
  const byKey = new Map<string, StateRow[]>();
  const lost: LostRow[] = [];
  let total = 0;
  for (const { rows } of table.blocks()) {
    await nextTurn();
    total += rows.length;
    for (const row of rows) {
      const number = (row.cells[key] ?? '').trim().slice(0, 200);
      if (row.broken !== undefined || number === '')
        lost.push({ line: row.line, code: row.broken === undefined ? 'missing_number' : 'malformed_row' });
      else byKey.set(number, add(byKey.get(number), read(row)));
    }
  }
  const cases = [...byKey].map(([number, states]) => caseOf(number, states, { table, mapping }));
  return { rows: total, cases, lost };
}

function add(states: StateRow[] | undefined, state: StateRow): StateRow[] {
  if (states === undefined) return [state];
  states.push(state);
  return states;
}

interface Reading {
  readonly table: ForeignTable;
  readonly mapping: CaseImportMapping;
}

function caseOf(key: string, states: readonly StateRow[], { table, mapping }: Reading): ForeignCase {
  const line = states[0]?.line ?? 0;
  const comments = table.comments.get(key) ?? [];
  if (mapping.rows === 'events') return { key, line, states, comments, repeated: 0 };
  if (mapping.rows === 'changes') return { key, line, states: statesOfChanges(states), comments, repeated: 0 };
  return { key, line, states: states.slice(-1), comments, repeated: states.length - 1 };
}

/** Columns are looked up once, not for every row. */
function stateReader(columns: readonly string[], mapping: CaseImportMapping): (row: ForeignRow) => StateRow {
  const places = Object.entries(mapping.columns).map(([field, name]) => [field, columns.indexOf(name)] as const);
  const { comment } = mapping.columns;
  const commentPlaces = comment === undefined ? [] : columns.flatMap((name, at) => (isRepeatOf(name, comment) ? [at] : []));
  return ({ line, cells }) => ({
    line,
    values: Object.fromEntries(places.map(([field, at]) => [field, (cells[at] ?? '').trim()])),
    comments: commentPlaces.map((at) => (cells[at] ?? '').trim()).filter((text) => text !== ''),
  });
}

/** A column that comes several times is told apart by a number behind its name. */
const isRepeatOf = (name: string, first: string): boolean =>
  name === first || (name.startsWith(`${first} (`) && /^ \(\d+\)$/.test(name.slice(first.length)));
