import type { Locale } from '@zhiheng/contract/values/text';

/** Units that read differently in the two languages; every other unit is shown as it was entered. `1` counts things and has no word. */
const words: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  '1': { zh: '', en: '' },
  ms: { zh: '毫秒', en: 'ms' },
  s: { zh: '秒', en: 's' },
  min: { zh: '分', en: 'min' },
  h: { zh: '小时', en: 'h' },
  d: { zh: '天', en: 'd' },
  CNY: { zh: '元', en: 'CNY' },
  pt: { zh: '分', en: 'pt' },
  '/d': { zh: '每天', en: 'per day' },
  '/1000': { zh: '每千', en: 'per 1,000' },
  '/10000': { zh: '每万', en: 'per 10,000' },
  '/100000': { zh: '每十万', en: 'per 100,000' },
};

const scale = /^\/(\d+)$/;

/** A unit in words. `/5` is a scale and becomes `/ 5`. */
export function unitWord(unit: string, locale: Locale): string {
  return words[unit]?.[locale] ?? unit.replace(scale, '/ $1');
}
