import type { EntrySheet } from '@zhiheng/contract/measurement/collections';
import type { Sheet } from './open-sheet.ts';

export type Cell = EntrySheet['cells'][number];

interface CellError {
  readonly path: string;
  readonly code: string;
}

/** What is wrong with cells before their figures are looked at: none of the sheet, twice there, parts of a share missing. */
export function checkCells(sheet: Pick<Sheet, 'indicators' | 'subjects'>, cells: readonly Cell[]): CellError[] {
  const measures = new Map(sheet.indicators.map(({ code, measure }) => [code, measure]));
  const subjects = new Set(sheet.subjects.map(({ id }) => id));
  const seen = new Set<string>();
  return cells.flatMap((cell, index) => {
    const measure = measures.get(cell.indicator);
    if (measure === undefined) return [{ path: `cells.${index}.indicator`, code: 'not_in_sheet' }];
    if (!subjects.has(cell.subjectId)) return [{ path: `cells.${index}.subjectId`, code: 'not_in_sheet' }];
    const place = `${cell.indicator}:${cell.subjectId}`;
    if (seen.has(place)) return [{ path: `cells.${index}.value`, code: 'named_twice' }];
    seen.add(place);
    return figureErrors(measure, cell).map(({ field, code }) => ({ path: `cells.${index}.${field}`, code }));
  });
}

/** Shares and counts are whole numbers; a share needs to be told of how many. */
function figureErrors(measure: string, { value, n }: Cell): { field: 'value' | 'n'; code: string }[] {
  if (value === null) return [];
  if (measure === 'share' && n === null) return [{ field: 'n', code: 'required' }];
  if ((measure === 'share' || measure === 'count') && !Number.isInteger(value)) return [{ field: 'value', code: 'not_whole' }];
  return measure === 'count' && value < 0 ? [{ field: 'value', code: 'out_of_range' }] : [];
}
