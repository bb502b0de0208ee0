import { customerFields, type CustomerColumn, type LineProblem } from '@zhiheng/contract/customers/customers';
import { givenFields } from '../../platform/changes-between.ts';
import { kindWords, languageWords } from './customer-columns.rules.ts';
import type { CustomerFields } from './customer-row.ts';
import type { CustomerLine } from './read-lines.rules.ts';

/** What a line says about a customer; a field that its columns do not name is absent. */
export interface CheckedLine {
  readonly line: number;
  readonly code: string;
  readonly fields: Partial<CustomerFields>;
}
export type Checked =
  { readonly kind: 'sound'; readonly checked: CheckedLine } | { readonly kind: 'refused'; readonly problems: LineProblem[] };

const fieldOfColumn = {
  kind: 'kind',
  name: 'name',
  email: 'email',
  phone: 'phone',
  address: 'address',
  language: 'language',
  annual_value: 'annualValue',
  since: 'since',
  note: 'note',
  segment: 'segmentId',
} as const satisfies Partial<Record<CustomerColumn, keyof CustomerFields>>;
type Column = keyof typeof fieldOfColumn;

/** Checks a line against the same limits that hold on the page; `segments` are ids by code. */
export function checkLine(line: CustomerLine, segments: ReadonlyMap<string, string>): Checked {
  const code = line.cells.get('code') ?? '';
  const problems: LineProblem[] = [];
  if (code === '' || code.length > 64) problems.push(problemAt(line, 'code', code === '' ? 'code_missing' : 'code_too_long'));
  const fields: Record<string, unknown> = {};
  for (const column of Object.keys(fieldOfColumn) as Column[]) {
    const cell = line.cells.get(column);
    if (cell === undefined) continue;
    const parsed = customerFields.shape[fieldOfColumn[column]].safeParse(valueOf(column, cell, segments));
    if (parsed.success) fields[fieldOfColumn[column]] = parsed.data;
    else problems.push(problemAt(line, column, `wrong_${column}`));
  }
  if (line.attributes.size > 0) fields.attributes = attributesOf(line);
  if (problems.length > 0) return { kind: 'refused', problems };
  return { kind: 'sound', checked: { line: line.line, code, fields: givenFields(fields) as Partial<CustomerFields> } };
}

export const problemAt = (line: CustomerLine, column: CustomerColumn, code: string): LineProblem => ({
  line: line.line,
  column,
  code,
  value: (line.cells.get(column) ?? '').slice(0, 60),
});

/** The value of a cell; what it cannot be is `undefined`, which no field takes. */
function valueOf(column: Column, cell: string, segments: ReadonlyMap<string, string>): unknown {
  switch (column) {
    case 'kind':
      return kindWords[cell.toLowerCase()];
    case 'language':
      return cell === '' ? 'zh' : languageWords[cell.toLowerCase()];
    case 'annual_value':
      return cell === '' ? null : Number(cell.replaceAll(/[,，\s]/g, ''));
    case 'since':
      return cell === '' ? null : dayOf(cell);
    case 'segment':
      return cell === '' ? null : segments.get(cell);
    default:
      return cell;
  }
}

/** `2026-3-5` and `2026/3/5` are the day 2026-03-05. */
function dayOf(cell: string): string | undefined {
  const [, year = '', month = '', day = ''] = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(cell) ?? [];
  return year === '' ? undefined : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

function attributesOf({ attributes }: CustomerLine): CustomerFields['attributes'] {
  return Object.fromEntries([...attributes].map(([name, cell]) => [name, attributeOf(cell.slice(0, 400))]));
}

function attributeOf(cell: string): string | number | boolean | null {
  if (cell === '') return null;
  if (cell === 'true' || cell === 'false') return cell === 'true';
  return /^-?(0|[1-9]\d{0,14})(\.\d+)?$/.test(cell) ? Number(cell) : cell;
}
