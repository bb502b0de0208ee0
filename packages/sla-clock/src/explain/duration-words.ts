import type { Language } from './local-time.ts';

const units = {
  zh: { hour: '小时', minute: '分', second: '秒' },
  en: { hour: 'h', minute: 'min', second: 's' },
} as const satisfies Record<Language, Record<'hour' | 'minute' | 'second', string>>;

/**
 * A length of time in hours, minutes and seconds, without what is zero.
 * @throws RangeError for negative or fractional seconds
 * @example durationWords(5400, 'zh') // '1 小时 30 分'
 * @example durationWords(86_415, 'en') // '24 h 15 s'
 * @example durationWords(0, 'en') // '0 min'
 */
export function durationWords(seconds: number, language: Language): string {
  if (!Number.isSafeInteger(seconds) || seconds < 0)
    throw new RangeError(`a length of time is a whole number of seconds from 0 on, not ${seconds}`);
  const { hour, minute, second } = units[language];
  const parts: [number, string][] = [
    [Math.floor(seconds / 3600), hour],
    [Math.floor(seconds / 60) % 60, minute],
    [seconds % 60, second],
  ];
  const said = parts.filter(([count]) => count > 0).map(([count, unit]) => `${count} ${unit}`);
  return said.length === 0 ? `0 ${minute}` : said.join(' ');
}
