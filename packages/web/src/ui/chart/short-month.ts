import type { Locale } from '@zhiheng/contract/values/text';

const english = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `2026-11` → `11月`, `Nov`. A day `2026-11-21` → `11-21`. */
export function shortMonth(bucket: string, locale: Locale): string {
  const [, month = '', day] = bucket.split('-');
  if (day !== undefined) return `${month}-${day}`;
  return locale === 'zh' ? `${Number(month)}月` : (english[Number(month) - 1] ?? month);
}
