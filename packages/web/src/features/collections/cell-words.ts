import type { Format } from '../../lib/format/use-format.ts';
import { unitWord } from '../../lib/figures/unit-words.ts';
import { m } from '../../paraglide/messages.js';
import type { CellProblem, SheetIndicator } from './sheet.rules.ts';

const fixedWords: Readonly<Record<Exclude<CellProblem['kind'], 'below' | 'above' | 'outside'>, () => string>> = {
  'not-a-number': m.collections_sheet_not_a_number,
  'share-needs-n': m.collections_sheet_share_needs_n,
  'n-needs-value': m.collections_sheet_n_needs_value,
  'share-above-one': m.collections_sheet_share_above_one,
  'n-positive': m.collections_sheet_n_positive,
  'not-whole': m.collections_sheet_not_whole,
};

/** What is wrong with a cell, at the cell. */
export function problemText(problem: CellProblem, format: Format): string {
  switch (problem.kind) {
    case 'below':
      return m.collections_sheet_below({ min: plain(problem.min, format) });
    case 'above':
      return m.collections_sheet_above({ max: plain(problem.max, format) });
    case 'outside':
      return m.collections_sheet_out_of_range({ min: plain(problem.min, format), max: plain(problem.max, format) });
    default:
      return fixedWords[problem.kind]();
  }
}

const serverWords: Readonly<Record<string, () => string>> = {
  not_whole: m.collections_sheet_not_whole,
  not_a_number: m.collections_sheet_not_a_number,
  required: m.collections_sheet_share_needs_n,
  share_above_one: m.collections_sheet_share_above_one,
};

/** The same for what the server says; `other` are its words for codes that have none here. */
export function refusalText(
  { code, indicator, other }: { code: string; indicator: SheetIndicator | undefined; other: string },
  format: Format,
): string {
  if (code !== 'out_of_range' || indicator === undefined) return serverWords[code]?.() ?? other;
  const { plausibleMin: min, plausibleMax: max } = indicator;
  if (min !== null && max !== null) return problemText({ kind: 'outside', min, max }, format);
  if (min !== null) return problemText({ kind: 'below', min }, format);
  return max === null ? other : problemText({ kind: 'above', max }, format);
}

/** `0 到 100`, or null when anything is plausible. */
export function rangeText({ plausibleMin, plausibleMax }: SheetIndicator, format: Format): string | null {
  if (plausibleMin !== null && plausibleMax !== null)
    return m.collections_sheet_range({ min: plain(plausibleMin, format), max: plain(plausibleMax, format) });
  if (plausibleMin !== null) return m.collections_sheet_min({ min: plain(plausibleMin, format) });
  return plausibleMax === null ? null : m.collections_sheet_max({ max: plain(plausibleMax, format) });
}

/** What one enters, in grey under the name: `小时 · 0 到 8,784`; for a share what its two fields are. */
export function entryHint(indicator: SheetIndicator, format: Format): string {
  if (indicator.measure === 'share') return m.collections_sheet_share_hint();
  return [unitWord(indicator.unit, format.locale), rangeText(indicator, format)].filter((part) => part !== '' && part !== null).join(' · ');
}

const plain = (value: number, format: Format): string => format.number(value, Number.isInteger(value) ? 0 : 2);
