/** Colours, logo and footer of a report. */
export interface Look {
  /** headings and data, `#1b5fb8` */
  readonly primary: string;
  /** what asks for attention */
  readonly accent: string;
  readonly footer: string;
  readonly logo: Logo | null;
}

export interface Logo {
  readonly mediaType: 'image/png' | 'image/jpeg';
  readonly bytes: Buffer;
  readonly width: number;
  readonly height: number;
}

/** The look of the house itself. */
export const plainLook: Look = { primary: '#1b5fb8', accent: '#b3261e', footer: '', logo: null };

export const greys = { text: '#1d2533', secondary: '#566176', line: '#d5dbe5', reference: '#7b8698', page: '#f4f6fa' } as const;
export const toneColour = { plain: greys.text, good: '#00796b', note: greys.secondary } as const;

const channel = (hex: string, from: number): number => {
  const value = Number.parseInt(hex.slice(from, from + 2), 16) / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
};
const luminance = (hex: string): number => 0.2126 * channel(hex, 1) + 0.7152 * channel(hex, 3) + 0.0722 * channel(hex, 5);

/**
 * How much a colour stands out from white, 1 to 21.
 * Source: WCAG 2.2, relative luminance and contrast ratio.
 */
export const contrastOnWhite = (hex: string): number => 1.05 / (luminance(hex) + 0.05);

/** Words of this size need at least so much. */
export const leastContrast = 4.5;

/** A picture as it fits into a box, its sides in proportion. */
export function fitInto(
  { width, height }: { readonly width: number; readonly height: number },
  box: { readonly w: number; readonly h: number },
) {
  const scale = Math.min(box.w / width, box.h / height);
  return { w: width * scale, h: height * scale };
}
