import type { Instant } from '../calendar/calendar.ts';

/** Languages in which the clock speaks. */
export const languages = ['zh', 'en'] as const;
export type Language = (typeof languages)[number];

const locales = { zh: 'zh-CN', en: 'en-GB' } as const satisfies Record<Language, string>;
const formats = new Map<string, Intl.DateTimeFormat>();

/**
 * An instant on the wall clock of a zone, with seconds only where there are any, and with the offset where the wall clock shows the same time twice.
 * @throws RangeError for an unknown zone
 * @example localTime(1_771_137_000, { zone: 'Asia/Shanghai', language: 'zh' }) // '2026-02-15 周日 14:30'
 * @example localTime(1_771_137_015, { zone: 'Asia/Shanghai', language: 'en' }) // 'Sun 2026-02-15 14:30:15'
 */
export function localTime(at: Instant, { zone, language }: { readonly zone: string; readonly language: Language }): string {
  const format = formatOf(zone, language);
  const { date, weekday, time, offset } = read(format, at);
  const isTwice = [at - 3600, at + 3600].some((other) => isSameReading(read(format, other), { date, time }));
  const shown = `${time.endsWith(':00') ? time.slice(0, -3) : time}${isTwice ? ` (${offset})` : ''}`;
  return language === 'zh' ? `${date} ${weekday} ${shown}` : `${weekday} ${date} ${shown}`;
}

interface Reading {
  readonly date: string;
  readonly weekday: string;
  readonly time: string;
  readonly offset: string;
}

const isSameReading = (a: Pick<Reading, 'date' | 'time'>, b: Pick<Reading, 'date' | 'time'>): boolean =>
  a.date === b.date && a.time === b.time;

function read(format: Intl.DateTimeFormat, at: Instant): Reading {
  const parts = new Map(format.formatToParts(at * 1000).map(({ type, value }) => [type, value]));
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? '';
  return {
    date: `${part('year')}-${part('month')}-${part('day')}`,
    weekday: part('weekday'),
    time: `${part('hour')}:${part('minute')}:${part('second')}`,
    offset: part('timeZoneName'),
  };
}

function formatOf(zone: string, language: Language): Intl.DateTimeFormat {
  const key = `${language} ${zone}`;
  const known = formats.get(key);
  if (known !== undefined) return known;
  const twoDigits = { month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit' } as const;
  const format = new Intl.DateTimeFormat(locales[language], {
    ...twoDigits,
    year: 'numeric',
    weekday: 'short',
    hourCycle: 'h23',
    timeZone: zone,
    timeZoneName: 'longOffset',
  });
  formats.set(key, format);
  return format;
}
