import type { LocalText, Locale } from '@zhiheng/contract/values/text';

/** What decides how a value is written. */
export interface Style {
  readonly unit: string;
  readonly decimals: number;
}

const unitWords: Readonly<Record<string, LocalText>> = {
  ms: { zh: '毫秒', en: 'ms' },
  s: { zh: '秒', en: 's' },
  min: { zh: '分钟', en: 'min' },
  h: { zh: '小时', en: 'h' },
  d: { zh: '天', en: 'd' },
  CNY: { zh: '元', en: 'CNY' },
  pt: { zh: '分', en: 'pt' },
  '/d': { zh: '每天', en: 'per day' },
  '/1000': { zh: '每千', en: 'per 1,000' },
  '/10000': { zh: '每万', en: 'per 10,000' },
  '/100000': { zh: '每十万', en: 'per 100,000' },
};

/** A unit in words; `1` counts things and has none, `/5` is a scale. */
export const unitWord = (unit: string, locale: Locale): string =>
  unit === '1' ? '' : (unitWords[unit]?.[locale] ?? unit.replace(/^\/(\d+)$/, '/ $1'));

/** `12,438.0` with a true minus; the same in both languages. What rounds to zero has no sign. */
export function numberText(value: number, decimals: number): string {
  const rounded = Math.abs(value) < 0.5 / 10 ** decimals ? 0 : value;
  const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  return new Intl.NumberFormat('en-GB', digits).format(rounded).replace('-', '−');
}

/** `83.1%`, `4.52 / 5`, `42.0 分钟`. */
export function valueText({ unit, decimals }: Style, value: number): LocalText {
  const number = numberText(value, decimals);
  return both((locale) => withUnit(number, unitWord(unit, locale)));
}

/** `4.23–4.36 / 5`: the unit once. */
export function intervalText({ unit, decimals }: Style, [low, high]: readonly [number, number]): LocalText {
  const numbers = `${numberText(low, decimals)}–${numberText(high, decimals)}`;
  return both((locale) => withUnit(numbers, unitWord(unit, locale)));
}

/** The heading of a column or an axis: name and unit. */
export const headingText = (name: LocalText, unit: string): LocalText =>
  both((locale) => {
    const word = unitWord(unit, locale);
    return word === '' ? name[locale] : locale === 'zh' ? `${name.zh}（${word}）` : `${name.en} (${word})`;
  });

/** `p = 0.012`, `p < 0.001`. */
export const probabilityText = (p: number): string => (p < 0.001 ? 'p < 0.001' : `p = ${numberText(p, 3)}`);

export const both = (write: (locale: Locale) => string): LocalText => ({ zh: write('zh'), en: write('en') });

/** A list of names in a sentence. */
export const listText = (names: readonly LocalText[]): LocalText => ({
  zh: names.map(({ zh }) => zh).join('、'),
  en: names.map(({ en }) => en).join(', '),
});

const withUnit = (number: string, unit: string): string =>
  unit === '' ? number : unit === '%' || unit === '‰' ? number + unit : `${number} ${unit}`;

const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** `2026-11` → `2026 年 11 月`, `2026-Q4` → `2026 年第 4 季度`. */
export function periodText(key: string): LocalText {
  const [year = '', part] = key.split('-');
  if (part === undefined) return { zh: `${year} 年`, en: year };
  if (part.startsWith('Q')) return { zh: `${year} 年第 ${part.slice(1)} 季度`, en: `${part} ${year}` };
  return { zh: `${year} 年 ${Number(part)} 月`, en: `${months[Number(part) - 1] ?? part} ${year}` };
}

/** `2026-11-20 18:00` in a zone. */
export function timeText(instant: string, timeZone: string): string {
  const two = '2-digit';
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    year: 'numeric',
    month: two,
    day: two,
    hour: two,
    minute: two,
    hourCycle: 'h23',
  });
  const parts = Object.fromEntries(format.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]));
  return `${parts.year}-${parts.month}-${parts.day} ${parts.hour}:${parts.minute}`;
}
