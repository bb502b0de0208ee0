import type { EntrySheet } from '@zhiheng/contract/measurement/collections';

export type SheetIndicator = EntrySheet['indicators'][number];
export type SheetCell = EntrySheet['cells'][number];

/** What stands in a cell while somebody types: the value, and for a share also the whole. */
export interface CellDraft {
  readonly value: string;
  readonly n: string;
}
export type Drafts = Readonly<Record<string, CellDraft>>;

export type CellProblem =
  | { readonly kind: 'not-a-number' | 'share-needs-n' | 'n-needs-value' | 'share-above-one' | 'n-positive' | 'not-whole' }
  | { readonly kind: 'below'; readonly min: number }
  | { readonly kind: 'above'; readonly max: number }
  | { readonly kind: 'outside'; readonly min: number; readonly max: number };

export const cellKey = (indicator: string, subjectId: string): string => `${indicator} ${subjectId}`;

/** Reads a number as people write it: thousands separators, full-width digits, a true minus, a percent sign. `null` is empty. */
export function readNumber(text: string): number | null | 'bad' {
  const plain = text.normalize('NFKC').replaceAll(/[\s,]/g, '').replace(/^[−–]/, '-').replace(/%$/, '');
  if (plain === '') return null;
  return /^[+-]?(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : 'bad';
}

/** What is wrong with a cell, or null. The server checks again. */
export function checkCell(indicator: SheetIndicator, draft: CellDraft): CellProblem | null {
  const value = readNumber(draft.value);
  if (value === 'bad') return { kind: 'not-a-number' };
  if (indicator.measure === 'share') return checkShare(indicator, value, readNumber(draft.n));
  if (value === null) return null;
  if (indicator.measure === 'count' && !Number.isInteger(value)) return { kind: 'not-whole' };
  return checkRange(indicator, value);
}

function checkShare(indicator: SheetIndicator, value: number | null, n: number | null | 'bad'): CellProblem | null {
  if (n === 'bad') return { kind: 'not-a-number' };
  if (value === null) return n === null ? null : { kind: 'n-needs-value' };
  if (n === null) return { kind: 'share-needs-n' };
  if (!Number.isInteger(value)) return { kind: 'not-whole' };
  if (!Number.isInteger(n) || n < 1) return { kind: 'n-positive' };
  if (value < 0) return { kind: 'below', min: 0 };
  if (value > n) return { kind: 'share-above-one' };
  return checkRange(indicator, (value / n) * 100);
}

function checkRange({ plausibleMin: min, plausibleMax: max }: SheetIndicator, value: number): CellProblem | null {
  const tooLow = min !== null && value < min;
  const tooHigh = max !== null && value > max;
  if (!tooLow && !tooHigh) return null;
  if (min !== null && max !== null) return { kind: 'outside', min, max };
  if (min !== null) return { kind: 'below', min };
  return { kind: 'above', max: max ?? value };
}

/** Cells of a spreadsheet as the clipboard carries them: tabs and lines, quoted where a cell holds either. */
export function readClipboard(text: string): string[][] {
  const rows: string[][] = [[]];
  const pattern = /(?:"((?:[^"]|"")*)"|([^\t\r\n]*))(\t|\r\n|\n|\r|$)/gy;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const [, quoted, plain, end] = match;
    rows.at(-1)?.push(quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'));
    if (end === '') break;
    if (end !== '\t') rows.push([]);
  }
  const last = rows.at(-1);
  if (last !== undefined && rows.length > 1 && last.every((cell) => cell === '')) rows.pop();
  return rows;
}

/** The cells whose draft differs from what is stored, ready to be sent. */
export function changedCells(sheet: EntrySheet, drafts: Drafts): SheetCell[] {
  const stored = new Map(sheet.cells.map((cell) => [cellKey(cell.indicator, cell.subjectId), cell]));
  return sheet.indicators.flatMap((indicator) =>
    sheet.subjects.flatMap((subject) => {
      const key = cellKey(indicator.code, subject.id);
      const draft = drafts[key];
      if (draft === undefined) return [];
      const next = cellOf(indicator, subject.id, draft);
      const now = stored.get(key);
      return (now?.value ?? null) === next.value && (now?.n ?? null) === next.n ? [] : [next];
    }),
  );
}

function cellOf(indicator: SheetIndicator, subjectId: string, draft: CellDraft): SheetCell {
  const value = numberOrNull(draft.value);
  const n = indicator.measure === 'share' && value !== null ? numberOrNull(draft.n) : null;
  return { indicator: indicator.code, subjectId, value, n };
}

function numberOrNull(text: string): number | null {
  const read = readNumber(text);
  return read === 'bad' ? null : read;
}

/** What stands in a cell as text to edit: the draft, or else what is stored. */
export function draftOf(stored: SheetCell | undefined, draft: CellDraft | undefined): CellDraft {
  return draft ?? { value: stored?.value?.toString() ?? '', n: stored?.n?.toString() ?? '' };
}

/** Cells by `cellKey`. */
export const storedCells = (sheet: EntrySheet): ReadonlyMap<string, SheetCell> =>
  new Map(sheet.cells.map((cell) => [cellKey(cell.indicator, cell.subjectId), cell]));
