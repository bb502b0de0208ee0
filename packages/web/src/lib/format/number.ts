import type { Locale } from '@zhiheng/contract/values/text';

export const languageTag = { zh: 'zh-CN', en: 'en-GB' } as const satisfies Record<Locale, string>;

const trueMinus = (text: string): string => text.replace('-', '−');

/** `12,438`, `−0.70`: thousands separators, fixed decimals, a true minus. */
export function formatNumber(value: number, locale: Locale, decimals = 0): string {
  // A value that rounds to zero has no sign.
  const rounded = Math.abs(value) < 0.5 / 10 ** decimals ? 0 : value;
  return trueMinus(
    new Intl.NumberFormat(languageTag[locale], { minimumFractionDigits: decimals, maximumFractionDigits: decimals }).format(rounded),
  );
}

/** A share that comes in percent: `83.1%`. */
export function formatPercent(percent: number, locale: Locale, decimals = 1): string {
  return `${formatNumber(percent, locale, decimals)}%`;
}

/** `1.2 万`, `12K`: for axes and places where the exact number stands elsewhere. */
export function formatCompact(value: number, locale: Locale): string {
  return trueMinus(new Intl.NumberFormat(languageTag[locale], { notation: 'compact', maximumFractionDigits: 1 }).format(value));
}

/** `12.4 MB`. */
export function formatBytes(bytes: number, locale: Locale): string {
  const units = ['B', 'KB', 'MB', 'GB'] as const;
  const step = Math.min(units.length - 1, bytes < 1 ? 0 : Math.floor(Math.log(bytes) / Math.log(1024)));
  return `${formatNumber(bytes / 1024 ** step, locale, step === 0 ? 0 : 1)} ${units[step] ?? 'B'}`;
}
