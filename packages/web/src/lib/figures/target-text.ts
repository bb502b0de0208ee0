import type { Direction } from '@zhiheng/contract/measurement/indicator';
import type { Locale } from '@zhiheng/contract/values/text';
import { valueText, type ValueStyle } from './format-value.ts';

const signs = { higher: '≥ ', lower: '≤ ', nominal: '' } as const satisfies Record<Direction, string>;

/** `≥ 85.0%`, `≤ 4 小时`; a nominal target stands alone. */
export const targetText = (style: ValueStyle & { readonly direction: Direction }, target: number, locale: Locale): string =>
  signs[style.direction] + valueText(style, target, locale);
