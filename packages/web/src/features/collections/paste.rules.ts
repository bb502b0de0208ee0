import type { EntrySheet } from '@zhiheng/contract/measurement/collections';
import { cellKey, draftOf, storedCells, type CellDraft, type Drafts, type SheetIndicator } from './sheet.rules.ts';

export type CellPart = 'value' | 'n';

/** A field of the grid: row is an indicator, column a subject. */
export interface GridPlace {
  readonly row: number;
  readonly column: number;
  readonly part: CellPart;
}

/**
 * Lays a block of a spreadsheet over the grid from a field on. A share takes two columns, count and total, or one that says
 * `8/10`. What hangs over the edge of the sheet is left out.
 */
export function pasteBlock(
  sheet: EntrySheet,
  drafts: Drafts,
  paste: { readonly at: GridPlace; readonly block: readonly (readonly string[])[] },
): Drafts {
  const stored = storedCells(sheet);
  const next: Record<string, CellDraft> = { ...drafts };
  paste.block.forEach((texts, offset) => {
    const indicator = sheet.indicators[paste.at.row + offset];
    if (indicator === undefined) return;
    const start = { column: paste.at.column, part: indicator.measure === 'share' ? paste.at.part : ('value' as const) };
    for (const { column, part, text } of placesOf(indicator, texts, start)) {
      const subject = sheet.subjects[column];
      if (subject === undefined) return;
      const key = cellKey(indicator.code, subject.id);
      next[key] = { ...draftOf(stored.get(key), next[key]), [part]: text };
    }
  });
  return next;
}

interface Placed extends Omit<GridPlace, 'row'> {
  readonly text: string;
}

function placesOf({ measure }: SheetIndicator, texts: readonly string[], start: Omit<GridPlace, 'row'>): Placed[] {
  if (measure !== 'share') return texts.map((text, index) => ({ column: start.column + index, part: 'value', text: text.trim() }));
  const placed: Placed[] = [];
  let { column, part } = start;
  for (const text of texts) {
    const [value = '', n] = text.split(/[/／]/).map((half) => half.trim());
    if (n === undefined) placed.push({ column, part, text: value });
    else placed.push({ column, part: 'value', text: value }, { column, part: 'n', text: n });
    if (n !== undefined || part === 'n') column += 1;
    part = n === undefined && part === 'value' ? 'n' : 'value';
  }
  return placed;
}
