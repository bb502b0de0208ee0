import type { ImportMapping } from '@zhiheng/contract/measurement/imports';
import { columnFor, rankFor } from './column-names.rules.ts';
import { filledCells, guessDayOrder, type ColumnGuess } from '../../../platform/table-files/describe-columns.rules.ts';
import type { FileRow } from '../../../platform/table-files/file-row.ts';

type Time = ImportMapping['time'];

const forms = {
  year: /^(19|20)\d{2}\s*年?(\.0)?$/,
  quarter: /^\d{4}\s*[-/年]?\s*(Q[1-4]|第?[1-4一二三四]季度?)$|^Q[1-4]/i,
  month: /^\d{4}\s*[-/.年]\s*\d{1,2}\s*月?$|^(19|20)\d{2}(0[1-9]|1[0-2])$/,
  day: /^\d{4}([-/.])\d{1,2}\1\d{1,2}$|^\d{1,2}([-/.])\d{1,2}\2\d{2,4}$|^\d{4}年\d{1,2}月\d{1,2}日$|^(19|20)\d{6}$/,
} as const;
const serialDay = /^\d{5}(\.\d+)?$/;

/** The column that says when, its grain and the order of its parts; null when no column does. */
export function guessTime(columns: readonly ColumnGuess[], sample: readonly FileRow[]): Time | null {
  const place = new Map(columns.map(({ name }, index) => [name, index]));
  const cellsOf = (name: string): string[] => filledCells(sample, place.get(name) ?? -1);
  const times = columns.filter((column) => column.holds === 'time' || isNumberOfTime(column, cellsOf(column.name))).map(({ name }) => name);
  const opening = times.filter((name) => rankFor('updated', name) === -1);
  const column = columnFor('time', times) ?? opening[0] ?? times[0];
  if (column === undefined) return null;
  const cells = cellsOf(column);
  return { column, grain: grainOf(cells), dayOrder: guessDayOrder(cells) };
}

/** Numbers are a time only where the name says so: years, months without a sign, serial days. */
function isNumberOfTime({ name, holds }: ColumnGuess, cells: readonly string[]): boolean {
  if (holds !== 'number' || rankFor('time', name) === -1) return false;
  return [forms.year, forms.month, serialDay].some((form) => cells.every((text) => form.test(text)));
}

function grainOf(cells: readonly string[]): Time['grain'] {
  for (const grain of ['year', 'quarter', 'month', 'day'] as const) {
    if (cells.length > 0 && cells.every((text) => forms[grain].test(text))) return grain;
  }
  return 'instant';
}
