import type { RecordMeasure } from '@zhiheng/contract/measurement/imports';
import type { RejectedRow } from '../incoming-rows.ts';
import type { Measure } from '@zhiheng/contract/measurement/indicator';
import type { FileRow } from '../../../platform/table-files/file-row.ts';
import { readNumber } from '../../../platform/table-files/number-text.rules.ts';
import type { ReadTime } from '../../../platform/table-files/read-time.rules.ts';
import { plainWord, readYesNo } from '../../../platform/table-files/yes-no.rules.ts';

/** What one measure of a record says. */
export type MeasureReading =
  | { readonly kind: 'value'; readonly value: number; readonly n: number; readonly unit?: string | undefined }
  | { readonly kind: 'blank' }
  | { readonly kind: 'wrong'; readonly reason: RejectedRow['reason']; readonly params: RejectedRow['params'] };

export interface CellReading {
  /** place of a column among the cells */
  readonly indexOf: (column: string) => number;
  readonly decimalComma: boolean;
  readonly time: (text: string) => ReadTime;
  /** null: nobody knows the indicator (yet) */
  readonly measureOf: (indicator: string) => Measure | null;
}

type MeasureReader = (row: FileRow) => MeasureReading;

const blank = { kind: 'blank' } as const;
const shown = (text: string): string => text.trim().slice(0, 200);
export const wrongCell = (reason: RejectedRow['reason'], column: string, text: string): MeasureReading => ({
  kind: 'wrong',
  reason,
  params: { column, value: shown(text) },
});

/** Compiles a measure into a function of a row. */
export function measureReader(measure: RecordMeasure, cells: CellReading): MeasureReader {
  switch (measure.kind) {
    case 'number':
      return numberReader({ ...measure, share: cells.measureOf(measure.indicator) === 'share' }, cells);
    case 'yes-no':
      return yesNoReader(measure, cells);
    case 'above':
      return aboveReader(measure, cells);
    case 'share':
      return shareReader(measure, cells);
    case 'duration':
      return durationReader(measure, cells);
    case 'rows':
      return () => ({ kind: 'value', value: 1, n: 1 });
    default:
      throw new RangeError(measure satisfies never);
  }
}

type Of<K extends RecordMeasure['kind']> = Extract<RecordMeasure, { kind: K }>;

function numberReader(measure: Of<'number'> & { share: boolean }, cells: CellReading): MeasureReader {
  const at = cells.indexOf(measure.column);
  return ({ cells: texts }) => {
    const text = texts[at] ?? '';
    const number = readNumber(text, cells.decimalComma);
    if (number.kind === 'blank') return blank;
    if (number.kind === 'wrong') return wrongCell('not_a_number', measure.column, text);
    // A share is stored as so many of so many: a percentage alone does not say of how many.
    if (measure.share && (number.percent || !Number.isInteger(number.value))) return wrongCell('wrong_unit', measure.column, text);
    return { kind: 'value', value: number.value, n: 1, unit: measure.unit ?? (number.percent ? '%' : undefined) };
  };
}

function yesNoReader(measure: Of<'yes-no'>, cells: CellReading): MeasureReader {
  const at = cells.indexOf(measure.column);
  const wanted = measure.yes === undefined ? undefined : new Set(measure.yes.map(plainWord));
  return ({ cells: texts }) => {
    const text = texts[at] ?? '';
    const answer = readYesNo(text, wanted);
    if (answer === 'blank') return blank;
    if (answer === 'wrong') return wrongCell('not_yes_no', measure.column, text);
    return { kind: 'value', value: answer ? 1 : 0, n: 1 };
  };
}

function aboveReader(measure: Of<'above'>, cells: CellReading): MeasureReader {
  const at = cells.indexOf(measure.column);
  return ({ cells: texts }) => {
    const text = texts[at] ?? '';
    const number = readNumber(text, cells.decimalComma);
    if (number.kind === 'blank') return blank;
    if (number.kind === 'wrong') return wrongCell('not_a_number', measure.column, text);
    return { kind: 'value', value: number.value > measure.limit ? 1 : 0, n: 1 };
  };
}

function shareReader(measure: Of<'share'>, cells: CellReading): MeasureReader {
  const [part, whole] = [cells.indexOf(measure.column), cells.indexOf(measure.of)];
  return ({ cells: texts }) =>
    shareOf({ column: measure.column, text: texts[part] ?? '' }, { column: measure.of, text: texts[whole] ?? '' }, cells.decimalComma);
}

interface NamedCell {
  readonly column: string;
  readonly text: string;
}

/** So many, or a percentage, of so many. None of none is nothing measured. */
export function shareOf(part: NamedCell, whole: NamedCell, decimalComma: boolean): MeasureReading {
  const [value, n] = [readNumber(part.text, decimalComma), readNumber(whole.text, decimalComma)];
  if (value.kind === 'blank' || n.kind === 'blank') return blank;
  if (value.kind === 'wrong') return wrongCell('not_a_number', part.column, part.text);
  if (n.kind === 'wrong' || !isCount(n)) return wrongCell('not_a_number', whole.column, whole.text);
  const count = value.percent ? Math.round((value.value / 100) * n.value) : value.value;
  if (!isWithin(count, n.value))
    return { kind: 'wrong', reason: 'share_above_one', params: { column: part.column, value: count, n: n.value } };
  if (n.value === 0) return blank;
  return Number.isInteger(count) ? { kind: 'value', value: count, n: n.value } : wrongCell('not_a_number', part.column, part.text);
}

const isWithin = (count: number, n: number): boolean => count >= 0 && count <= n;

const largestCount = 1e9;

/** How many there were: a whole number that a row can hold. */
export const isCount = ({ value, percent }: { readonly value: number; readonly percent: boolean }): boolean =>
  !percent && Number.isInteger(value) && value >= 0 && value <= largestCount;

function durationReader(measure: Of<'duration'>, cells: CellReading): MeasureReader {
  const [start, end] = [cells.indexOf(measure.from), cells.indexOf(measure.to)];
  return ({ cells: texts }) => {
    const [from, to] = [cells.time(texts[start] ?? ''), cells.time(texts[end] ?? '')];
    if (from === 'impossible') return wrongCell('impossible_time', measure.from, texts[start] ?? '');
    if (to === 'impossible') return wrongCell('impossible_time', measure.to, texts[end] ?? '');
    if (from === 'blank' || to === 'blank') return blank;
    return { kind: 'value', value: (to - from) / 1000, n: 1, unit: 's' };
  };
}
