import { serialText } from './serial-day.rules.ts';

/** What a cell says about a time, before any zone is known. */
export interface TimeText {
  /** calendar and clock as written, as if they were UTC, in epoch milliseconds */
  readonly local: number;
  /** minutes east of UTC; null when the text names no zone */
  readonly offset: number | null;
}

export type DayOrder = 'day-first' | 'month-first';

type Groups = Readonly<Record<string, string | undefined>>;

const zone = String.raw`(?<zone>Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)`;
const clock = String.raw`(?<before>上午|下午|AM|PM)?\s*(?<hour>\d{1,2}):(?<minute>\d{2})(?::(?<second>\d{2})(?:[.,](?<fraction>\d{1,9}))?)?\s*(?<after>[AP]\.?M\.?)?`;
const clockZone = String.raw`${clock}\s*${zone}?`;
const chineseClock = String.raw`(?<before>上午|下午)?\s*(?<hour>\d{1,2})\s*[时點点:：]\s*(?:(?<minute>\d{1,2})\s*(?:[分:：]\s*(?:(?<second>\d{1,2})\s*秒?)?)?)?`;
const weekday = String.raw`(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*\.?,?\s+)?`;
const monthName = String.raw`(?<name>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?`;
const pattern = (text: string): RegExp => new RegExp(`^${text}$`, 'i');

/** Forms whose parts stand in a known order; the common ones first. */
const forms: readonly RegExp[] = [
  // 2016-02-29 06:38 · 2024-04-16T01:43:27.000Z · 2026/3/1 下午 2:05 · 2026.3.1
  pattern(String.raw`(?<year>\d{4})(?<mark>[-/.])(?<month>\d{1,2})\k<mark>(?<day>\d{1,2})(?:(?:T|\s+)${clockZone})?`),
  // 2026年3月1日 8时5分
  pattern(String.raw`(?<year>\d{4})\s*年\s*(?<month>\d{1,2})\s*月\s*(?<day>\d{1,2})\s*[日号]?(?:\s*${chineseClock})?`),
  // Sat Aug 20 13:29:30 UTC 2022
  pattern(String.raw`${weekday}${monthName}\s+(?<day>\d{1,2})\s+${clock}\s+(?:${zone}\s+)?(?<year>\d{4})`),
  // Aug 20, 2022 1:29 PM
  pattern(String.raw`${weekday}${monthName}\s+(?<day>\d{1,2}),?\s+(?<year>\d{4})(?:,?\s+${clockZone})?`),
  // Sat, 20 Aug 2022 13:29:30 +0000 · 20-Aug-22 · 20/Aug/22 1:29 PM
  pattern(String.raw`${weekday}(?<day>\d{1,2})[\s/-]${monthName}[\s/-](?<year>\d{4}|\d{2})(?:,?\s+${clockZone})?`),
  // 20160229 · 20160229T063800Z · 201602290638
  pattern(String.raw`(?<year>(?:19|20)\d{2})(?<month>\d{2})(?<day>\d{2})(?:T?(?<hour>\d{2})(?<minute>\d{2})(?<second>\d{2})?${zone}?)?`),
];

/** 03/04/2026 14:00: which part is the day is the file's custom. */
const numeric = pattern(
  String.raw`(?<first>\d{1,2})(?<mark>[-/.])(?<second_>\d{1,2})\k<mark>(?<year>\d{4}|\d{2})(?:(?:T|,?\s+)${clockZone})?`,
);
/** Serial days of a spreadsheet between 1970 and 2119. */
const serial = /^\d{5}(\.\d+)?$/;
const serials = { first: 25_569, last: 80_000 };
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * Reads a time as people and programs write it; null when the text is none, or names a day or hour that does not exist.
 * @example parseTimeText('2026年3月1日 8时5分', 'day-first') // { local: Date.UTC(2026, 2, 1, 8, 5), offset: null }
 */
export function parseTimeText(text: string, dayOrder: DayOrder): TimeText | null {
  for (const form of forms) {
    const groups = form.exec(text)?.groups;
    if (groups !== undefined) return timeOf(groups, Number(groups['month'] ?? monthOf(groups['name'])), Number(groups['day']));
  }
  const groups = numeric.exec(text)?.groups;
  if (groups !== undefined) {
    const [first, second] = [Number(groups['first']), Number(groups['second_'])];
    return dayOrder === 'day-first' ? timeOf(groups, second, first) : timeOf(groups, first, second);
  }
  return serialTime(text);
}

function serialTime(text: string): TimeText | null {
  if (!serial.test(text)) return null;
  const days = Number(text);
  if (days < serials.first || days >= serials.last) return null;
  const written = serialText(days);
  return { local: Date.parse(written.length === 10 ? written : `${written}Z`), offset: null };
}

const monthOf = (name: string | undefined): number => months.indexOf((name ?? '').slice(0, 3).toLowerCase()) + 1;

function timeOf(groups: Groups, month: number, day: number): TimeText | null {
  const year = yearOf(groups['year'] ?? '');
  const time = clockOf(groups);
  if (time === null || !dayExists(year, month, day)) return null;
  return { local: Date.UTC(year, month - 1, day) + time, offset: offsetOf(groups['zone']) };
}

/** Two digits stand for 1970 to 2069. */
function yearOf(text: string): number {
  const year = Number(text);
  if (text.length === 4) return year;
  return year < 70 ? 2000 + year : 1900 + year;
}

const dayExists = (year: number, month: number, day: number): boolean =>
  month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate();

/** Milliseconds since midnight; null for a time that no clock shows. 24:00 is the end of the day. */
function clockOf(groups: Groups): number | null {
  const { hour = '0', minute = '0', second = '0', fraction = '0' } = groups;
  const hours = hourOf(Number(hour), (groups['before'] ?? groups['after'] ?? '').toLowerCase());
  // A part of a nanosecond is added, for 0.007 is a little less than it says.
  const since = ((hours * 60 + Number(minute)) * 60 + Number(second)) * 1000 + Math.floor(Number(`0.${fraction}`) * 1000 + 1e-9);
  return Number(minute) <= 59 && Number(second) <= 59 && since <= 86_400_000 ? since : null;
}

/** Hour of the day; NaN when a twelve-hour clock shows no such hour. */
function hourOf(hour: number, half: string): number {
  if (half === '') return hour;
  const afternoon = half.startsWith('p') || half === '下午';
  // Chinese writers also say 下午14:05.
  if (hour > 12) return half === '下午' ? hour : NaN;
  return (hour % 12) + (afternoon ? 12 : 0);
}

function offsetOf(text: string | undefined): number | null {
  if (text === undefined) return null;
  if (!/^[+-]/.test(text)) return 0;
  const digits = text.slice(1).replace(':', '').padEnd(4, '0');
  const minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2));
  return text.startsWith('-') ? -minutes : minutes;
}
