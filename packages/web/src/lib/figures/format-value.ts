import type { Measure } from '@zhiheng/contract/measurement/indicator';
import { formatDuration } from '../format/duration.ts';
import { formatNumber } from '../format/number.ts';
import type { Locale } from '@zhiheng/contract/values/text';
import { unitWord } from './unit-words.ts';

/** What decides how a value is written. */
export interface ValueStyle {
  readonly unit: string;
  readonly measure: Measure;
  readonly decimals: number;
}

export interface WrittenValue {
  readonly text: string;
  /** stands apart from the number, smaller; empty when the text says it all */
  readonly unit: string;
}

const secondsPerUnit: Readonly<Record<string, number>> = { s: 1, min: 60, h: 3600, d: 86_400 };

/** A value for people: durations in words, everything else as a number with its unit apart. */
export function writeValue(style: ValueStyle, value: number, locale: Locale): WrittenValue {
  const seconds = style.measure === 'duration' ? secondsPerUnit[style.unit] : undefined;
  // Below ten seconds the decimals are the message.
  if (seconds !== undefined && Math.abs(value) * seconds >= 10) return { text: formatDuration(value * seconds, locale), unit: '' };
  return { text: plainNumber(style, value, locale), unit: unitWord(style.unit, locale) };
}

/** `4.52 / 5`, `83.1%`, `2 小时 14 分`. */
export function valueText(style: ValueStyle, value: number, locale: Locale): string {
  const { text, unit } = writeValue(style, value, locale);
  return joinUnit(text, unit);
}

/** Number and unit without turning durations into words: for axes, tables of statistics and exports. */
export const exactText = (style: ValueStyle, value: number, locale: Locale): string =>
  joinUnit(plainNumber(style, value, locale), unitWord(style.unit, locale));

/** `4.23 – 4.36 / 5`: the unit once. */
export const intervalText = (style: ValueStyle, [low, high]: readonly [number, number], locale: Locale): string =>
  `${plainNumber(style, low, locale)} – ${exactText(style, high, locale)}`;

/** The number alone, for an axis whose title names the unit. */
export const plainNumber = (style: ValueStyle, value: number, locale: Locale): string =>
  formatNumber(value, locale, decimalsOf(style, value));

/** Something counted is whole, but its mean or its target may not be. */
const decimalsOf = (style: ValueStyle, value: number): number =>
  style.measure === 'count' && Number.isInteger(value) ? 0 : style.decimals;

const joinUnit = (text: string, unit: string): string =>
  unit === '' ? text : unit === '%' || unit === '‰' ? text + unit : `${text} ${unit}`;

interface DifferenceWords {
  readonly locale: Locale;
  /** `个百分点` */
  readonly points: string;
  /** false where the value beside it names the unit already */
  readonly unit?: boolean;
}

/** The size of a difference: rates differ in percentage points, not in percent. */
export function differenceText(style: ValueStyle, difference: number, { locale, points, unit = true }: DifferenceWords): string {
  const size = Math.abs(difference);
  if (style.unit === '%') return `${plainNumber(style, size, locale)} ${points}`;
  return unit || style.measure === 'duration' ? valueText(style, size, locale) : plainNumber(style, size, locale);
}
