import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { palette } from './palette.ts';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');

it('gives antd and the charts the colours of the style sheet', () => {
  const inSheet = [...css.matchAll(/--([a-z-]+): light-dark\((#\w+), (#\w+)\)/g)].map(
    ([, name, light, dark]) => [name, { light, dark }] as const,
  );
  const sheet = Object.fromEntries(inSheet);
  const names = Object.keys(palette.light) as (keyof typeof palette.light)[];
  expect(Object.fromEntries(names.map((name) => [name, { light: palette.light[name], dark: palette.dark[name] }]))).toEqual(
    Object.fromEntries(names.map((name) => [name, sheet[name]])),
  );
});

/** Relative luminance and contrast of WCAG 2.2. */
function luminance(hex: string): number {
  const channel = (at: number) => {
    const value = parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}
const contrast = (a: string, b: string) => (Math.max(luminance(a), luminance(b)) + 0.05) / (Math.min(luminance(a), luminance(b)) + 0.05);

it.each(['light', 'dark'] as const)('can be read: %s', (shown) => {
  const colors = palette[shown];
  const words = ['text', 'secondary', 'link', 'good', 'near', 'bad', 'note'] as const;
  const pairs = words.flatMap((word) => [contrast(colors[word], colors.card), contrast(colors[word], colors.page)]);
  expect(Math.min(...pairs, contrast('#ffffff', colors.primary))).toBeGreaterThanOrEqual(4.5);
  // WCAG 1.4.11: the edge of a field is told from its ground.
  expect(contrast(colors['field-line'], colors.card)).toBeGreaterThanOrEqual(3);
});
