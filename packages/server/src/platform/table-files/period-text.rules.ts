import { parseTimeText, type DayOrder } from './time-text.rules.ts';

type Period = 'day' | 'month' | 'quarter' | 'year';

const chineseDigits = '一二三四';
const [firstYear, lastYear] = [1900, 2100];
/** Each form names the year and the quarter. */
const quarters = [
  /^(?<year>\d{4})\s*[-/年]?\s*Q(?<part>[1-4])$/i,
  /^(?<year>\d{4})\s*[-/年]?\s*第?\s*(?<part>[1-4一二三四])\s*(?:季度|季)$/,
  /^Q(?<part>[1-4])[\s/-]*(?<year>\d{4})$/i,
];
/** Each form names the year and the month. */
const months = [
  /^(?<year>\d{4})\s*[-/.年]\s*(?<part>\d{1,2})\s*月?$/,
  /^(?<year>(?:19|20)\d{2})(?<part>\d{2})$/,
  /^(?<part>[A-Z]{3})[a-z]*\.?[\s-]+(?<year>\d{4})$/i,
  /^(?<part>\d{1,2})[-/](?<year>\d{4})$/,
];
const year = /^(?<year>\d{4})\s*年?(?:\.0)?$/;
const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * First calendar day of the period that a cell names, as epoch milliseconds of that day in UTC; null when it names none. A full
 * date stands for the period it falls in.
 * @example parsePeriodText('2026年第1季度', 'quarter', 'day-first') // Date.UTC(2026, 0, 1)
 */
export function parsePeriodText(text: string, period: Period, dayOrder: DayOrder): number | null {
  const named = period === 'day' ? null : readers[period](text);
  if (named !== null) return named;
  const time = parseTimeText(text, dayOrder);
  if (time === null) return null;
  const date = new Date(time.local);
  const [y, m] = [date.getUTCFullYear(), date.getUTCMonth()];
  const starts = { day: Date.UTC(y, m, date.getUTCDate()), month: Date.UTC(y, m), quarter: Date.UTC(y, m - (m % 3)), year: Date.UTC(y, 0) };
  return starts[period];
}

const readers = {
  month(text: string): number | null {
    const parts = firstMatch(months, text);
    if (parts === null) return null;
    const number = /^\d/.test(parts.part) ? Number(parts.part) : monthNames.indexOf(parts.part.toLowerCase()) + 1;
    return number >= 1 && number <= 12 ? startOf(Number(parts.year), number) : null;
  },
  quarter(text: string): number | null {
    const parts = firstMatch(quarters, text);
    if (parts === null) return null;
    const number = chineseDigits.indexOf(parts.part) + 1 || Number(parts.part);
    return startOf(Number(parts.year), number * 3 - 2);
  },
  year(text: string): number | null {
    const parts = firstMatch([year], text);
    return parts === null ? null : startOf(Number(parts.year), 1);
  },
} satisfies Record<Exclude<Period, 'day'>, (text: string) => number | null>;

function firstMatch(forms: readonly RegExp[], text: string): { year: string; part: string } | null {
  for (const form of forms) {
    const groups = form.exec(text)?.groups;
    if (groups !== undefined) return { year: groups['year'] ?? '', part: groups['part'] ?? '' };
  }
  return null;
}

const startOf = (inYear: number, number: number): number | null =>
  inYear >= firstYear && inYear < lastYear ? Date.UTC(inYear, number - 1) : null;
