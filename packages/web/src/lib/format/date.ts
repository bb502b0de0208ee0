import type { Locale } from '@zhiheng/contract/values/text';
import { languageTag } from './number.ts';

/** Where and how a reader reads times. */
export interface Reading {
  readonly locale: Locale;
  /** IANA zone of the organisation */
  readonly zone: string;
}

function fieldsOf(instant: string, zone: string): Record<string, string> {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  return Object.fromEntries(format.formatToParts(new Date(instant)).map((part) => [part.type, part.value]));
}

/** `2026-11-20`: the same in both languages, it sorts and cannot be misread. */
export function formatDate(instant: string, { zone }: Reading): string {
  const { year, month, day } = fieldsOf(instant, zone);
  return `${year}-${month}-${day}`;
}

/** `2026-11-20 18:00`. */
export function formatDateTime(instant: string, reading: Reading): string {
  const { hour, minute } = fieldsOf(instant, reading.zone);
  return `${formatDate(instant, reading)} ${hour}:${minute}`;
}

const spans = [
  { unit: 'day', seconds: 86_400 },
  { unit: 'hour', seconds: 3_600 },
  { unit: 'minute', seconds: 60 },
] as const;

/** `12 分钟前`, `3 小时前`; older than a week as a date. */
export function formatAgo(instant: string, reading: Reading, now: Date = new Date()): string {
  const seconds = (Date.parse(instant) - now.getTime()) / 1000;
  if (Math.abs(seconds) > 7 * 86_400) return formatDate(instant, reading);
  const span = spans.find((candidate) => Math.abs(seconds) >= candidate.seconds);
  const words = new Intl.RelativeTimeFormat(languageTag[reading.locale], { numeric: 'auto' });
  return span === undefined ? words.format(0, 'second') : words.format(Math.round(seconds / span.seconds), span.unit);
}

const quarterWords = {
  zh: (year: string, quarter: string) => `${year} 年第 ${quarter} 季度`,
  en: (year: string, quarter: string) => `Q${quarter} ${year}`,
};
const halfWords = {
  zh: (year: string, half: string) => `${year} 年${half === '1' ? '上' : '下'}半年`,
  en: (year: string, half: string) => `H${half} ${year}`,
};
const weekWords = {
  zh: (year: string, week: string) => `${year} 年第 ${Number(week)} 周`,
  en: (year: string, week: string) => `week ${Number(week)}, ${year}`,
};

/** A period key in words: `2026-11` → `2026 年 11 月`, `2026-Q4` → `2026 年第 4 季度`; a day stays `2026-11-21`. */
export function formatPeriod(key: string, locale: Locale): string {
  const [year = '', part] = key.split('-');
  if (part === undefined) return locale === 'zh' ? `${year} 年` : year;
  if (part.startsWith('Q')) return quarterWords[locale](year, part.slice(1));
  if (part.startsWith('H')) return halfWords[locale](year, part.slice(1));
  if (part.startsWith('W')) return weekWords[locale](year, part.slice(1));
  if (key.length > 7) return key;
  if (locale === 'zh') return `${year} 年 ${Number(part)} 月`;
  return new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${key}-01T00:00:00Z`));
}
