import { isBlank } from './blank.rules.ts';
import type { FileRow } from './file-row.ts';
import { readNumber } from './number-text.rules.ts';
import { parseTimeText, type DayOrder } from './time-text.rules.ts';
import { plainWord, readYesNo } from './yes-no.rules.ts';

export interface ColumnGuess {
  readonly name: string;
  readonly holds: 'time' | 'number' | 'yes-no' | 'text' | 'empty';
  readonly filled: number;
  readonly distinct: number;
  readonly example: string;
}

/** A few strange cells do not change what a column holds. */
const mostly = 0.95;
const longestExample = 100;
const yearMonth = /^\d{4}([-/.年]\s*\d{1,2}\s*月?|[-\s]?Q[1-4]|年第?[1-4一二三四]季度?|年)$/i;

/** Filled cells of a column, trimmed. */
export const filledCells = (sample: readonly FileRow[], index: number): string[] =>
  sample.map(({ cells }) => (cells[index] ?? '').trim()).filter((text) => !isBlank(text));

/** What each column seems to hold. */
export function describeColumns(columns: readonly string[], sample: readonly FileRow[], decimalComma: boolean): ColumnGuess[] {
  const whole = sample.filter((row) => row.broken === undefined);
  return columns.map((name, index) => {
    const filled = filledCells(whole, index);
    const distinct = new Set(filled).size;
    return {
      name,
      holds: holdingOf(filled, decimalComma),
      filled: filled.length,
      distinct,
      example: (filled[0] ?? '').slice(0, longestExample),
    };
  });
}

function holdingOf(filled: readonly string[], decimalComma: boolean): ColumnGuess['holds'] {
  if (filled.length === 0) return 'empty';
  const share = (fits: (text: string) => boolean): number => filled.filter(fits).length / filled.length;
  if (new Set(filled.map(plainWord)).size <= 2 && share((text) => typeof readYesNo(text) === 'boolean') === 1) return 'yes-no';
  if (share(looksLikeTime) >= mostly) return 'time';
  return share((text) => readNumber(text, decimalComma).kind === 'number') >= mostly ? 'number' : 'text';
}

/** Serial days are left to the number columns: only the name of a column can tell. */
export const looksLikeTime = (text: string): boolean =>
  !/^\d{5}(\.\d+)?$/.test(text) &&
  (parseTimeText(text, 'day-first') !== null || parseTimeText(text, 'month-first') !== null || yearMonth.test(text));

/** 03/25/2026 can only be month first; without such a cell the day comes first. */
export function guessDayOrder(filled: readonly string[]): DayOrder {
  const impossible = (order: DayOrder): number => filled.filter((text) => parseTimeText(text, order) === null).length;
  return impossible('month-first') < impossible('day-first') ? 'month-first' : 'day-first';
}
