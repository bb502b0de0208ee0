import { sql, type RawBuilder } from 'kysely';
import type { ResultFilters } from '@zhiheng/contract/surveys/results';
import { dimensions, isWithin, partOfFilter, readCell, type CellFilter, type Dimension, type Part, type Scope } from './cell.rules.ts';
import type { Version, Wanted } from './read-sums.ts';
import type { SumRow } from './tally.rules.ts';

type Period = Pick<ResultFilters, 'from' | 'until'>;
type Months = 'together' | 'apart';

interface Question {
  readonly filters: CellFilter & Period;
  /** parts beside each other, or null for what the filters take together */
  readonly by: Exclude<Scope, 'total' | 'cell'> | null;
  readonly months: Months;
}

/** The fewest rows of sums that answer a question: those of one part where one answers it, else those of whole cells. */
export function wantedSums({ filters, by, months }: Question): Wanted {
  const part = partOfFilter(filters);
  const place = placeOf(part, by);
  const time = timeOf(filters, months);
  return {
    condition: sql`${place.condition} and ${time.condition}`,
    matches: (row) => place.matches(row) && time.matches(row.month),
  };
}

interface Test<T> {
  readonly condition: RawBuilder<unknown>;
  matches(value: T): boolean;
}

function placeOf(part: Part | null, by: Question['by']): Test<Part> {
  const scope: Scope = by === null ? (part?.scope ?? 'cell') : part?.scope === 'total' ? by : 'cell';
  if (scope === 'cell' || by !== null) return { condition: sql`x.scope = ${scope}`, matches: (row) => row.scope === scope };
  const cell = part?.cell ?? '';
  return { condition: sql`x.scope = ${scope} and x.cell = ${cell}`, matches: (row) => row.scope === scope && row.cell === cell };
}

function timeOf({ from, until }: Period, months: Months): Test<string> {
  const isEverything = from === undefined && until === undefined && months === 'together';
  if (isEverything) return { condition: sql`x.month = ''`, matches: (month) => month === '' };
  const [first, last] = [from ?? '0000-01', until ?? '9999-12'];
  return {
    condition: sql`x.month between ${first} and ${last}`,
    matches: (month) => month >= first && month <= last,
  };
}

/** The rows that the filters mean, where whole cells had to be read. */
export function withinFilters(rows: readonly SumRow[], versions: readonly Version[], filters: CellFilter): readonly SumRow[] {
  const groups = new Map(versions.map(({ id, plan }) => [id, plan.form.groups]));
  return rows.filter((row) => row.scope !== 'cell' || isWithin(readCell(row.cell), filters, groups.get(row.versionId) ?? []));
}

interface By {
  readonly scope: Dimension | 'group';
  readonly question: string | undefined;
}

/** Which part of a breakdown a row belongs to; null when to none. */
export function partOfRow(row: SumRow, { scope, question }: By, version: Version | undefined): string | null {
  if (row.scope === scope) return scope === 'group' ? optionIn(row.cell, question) : row.cell;
  if (row.scope !== 'cell') return null;
  const cell = readCell(row.cell);
  if (scope !== 'group') return cell[`${scope}Id`];
  const at = version?.plan.form.groups.indexOf(question ?? '') ?? -1;
  return cell.groups[at] || null;
}

const optionIn = (cell: string, question: string | undefined): string | null =>
  question !== undefined && cell.startsWith(`${question}:`) ? cell.slice(question.length + 1) : null;

export const isDimension = (by: string): by is Dimension => dimensions.some((dimension) => dimension === by);
