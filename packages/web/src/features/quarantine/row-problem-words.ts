import type { Format } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import type { QuarantinedRow } from './quarantine.query.ts';

/** The reason as a sentence with the words and numbers of the row: `没有叫“朝阳三组”的团队`. */
export function rowProblemWords({ reason, params }: QuarantinedRow, format: Format): string {
  const of = (...names: readonly string[]) =>
    shown(
      names.map((name) => params[name]).find((value) => value !== undefined && value !== null),
      format,
    );
  if (reason === 'malformed_row' && 'cells' in params) return m.imports_row_cells({ cells: of('cells'), columns: of('columns') });
  const words = m.imports_row_problem({
    reason,
    name: of('name', 'indicator', 'value'),
    value: of('value'),
    n: of('n'),
    low: of('low'),
    high: of('high'),
    unit: of('unit'),
    expected: of('expected'),
    cells: of('cells'),
    columns: of('columns'),
  });
  const column = params['column'] ?? params['field'];
  return column === undefined || column === null ? words : m.imports_row_problem_column({ words, column });
}

const instant = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;

function shown(value: string | number | null | undefined, format: Format): string {
  if (value === undefined || value === null) return '…';
  if (typeof value === 'number') return format.number(value, Number.isInteger(value) ? 0 : 2);
  return instant.test(value) ? format.dateTime(value) : value;
}
