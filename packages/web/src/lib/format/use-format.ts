import { createContext, useContext } from 'react';
import type { LocalText } from '@zhiheng/contract/values/text';
import { formatAgo, formatDate, formatDateTime, formatPeriod, type Reading } from './date.ts';
import { formatList } from './list.ts';
import { formatDuration } from './duration.ts';
import { formatBytes, formatCompact, formatNumber, formatPercent } from './number.ts';

/** The reader's language and the organisation's zone; the frame of the application provides it. */
export const ReadingContext = createContext<Reading>({ locale: 'zh', zone: 'UTC' });

export type Format = ReturnType<typeof formatFor>;

/** Every way to write a value, bound to the reader. */
export function useFormat(): Format {
  return formatFor(useContext(ReadingContext));
}

/** The same, for one who is not the reader of the page. */
export function formatFor(reading: Reading) {
  const { locale } = reading;
  return {
    locale,
    zone: reading.zone,
    text: (name: LocalText) => name[locale],
    list: (items: readonly string[]) => formatList(items, locale),
    number: (value: number, decimals = 0) => formatNumber(value, locale, decimals),
    percent: (value: number, decimals = 1) => formatPercent(value, locale, decimals),
    compact: (value: number) => formatCompact(value, locale),
    bytes: (value: number) => formatBytes(value, locale),
    duration: (seconds: number) => formatDuration(seconds, locale),
    date: (instant: string) => formatDate(instant, reading),
    dateTime: (instant: string) => formatDateTime(instant, reading),
    ago: (instant: string) => formatAgo(instant, reading),
    period: (key: string) => formatPeriod(key, locale),
  };
}
