import type { Direction } from '@zhiheng/contract/measurement/indicator';
import type { Locale } from '@zhiheng/contract/values/text';
import { plainNumber, valueText, type ValueStyle } from './format-value.ts';

type TargetStyle = ValueStyle & { readonly direction: Direction };

const signs = { higher: '≥ ', lower: '≤ ', nominal: '' } as const satisfies Record<Direction, string>;

/** `≥ 85.0%`, `≤ 4 小时`; a nominal target stands alone. */
export const targetText = (style: TargetStyle, target: number, locale: Locale): string =>
  signs[style.direction] + valueText(style, target, locale);

/** The target beside a value that shows the unit already: `≥ 4.50`. Percent and time keep theirs, they are short. */
export function shortTargetText(style: TargetStyle, target: number, locale: Locale): string {
  const keeps = style.unit === '%' || style.measure === 'duration';
  return keeps ? targetText(style, target, locale) : signs[style.direction] + plainNumber(style, target, locale);
}
