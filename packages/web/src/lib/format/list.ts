import type { Locale } from '@zhiheng/contract/values/text';

/** `甲、乙`, `A, B`. */
export const formatList = (items: readonly string[], locale: Locale): string => items.join(locale === 'zh' ? '、' : ', ');
