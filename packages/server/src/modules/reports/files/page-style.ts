import type { Locale } from '@zhiheng/contract/values/text';
import type { Look } from './look.rules.ts';

/** The font of the theme: the office programs of a Chinese machine have it. */
export const font = 'Microsoft YaHei';

/** A colour as the office format writes it. */
export const hex = (colour: string): string => colour.slice(1).toUpperCase();

export interface Style {
  readonly locale: Locale;
  readonly look: Look;
}

/** A place on a page, in inches. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}
