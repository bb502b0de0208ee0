import type { Figure } from '@zhiheng/contract/evaluation/scores';
import type { LocalText, Locale } from '@zhiheng/contract/values/text';
import { numberText } from '../document/written.rules.ts';

/** A cell of a table in a language; what is not there is a dash. */
export function cellText(cell: LocalText | number | null, { decimals }: { readonly decimals: number }, locale: Locale): string {
  if (cell === null) return '—';
  return typeof cell === 'number' ? numberText(cell, decimals) : cell[locale];
}

interface Mark extends LocalText {
  readonly sign: string;
  readonly colour: string;
}

/** Shape, word and colour, never colour alone. */
export const statusMark: Readonly<Record<Figure['status'], Mark>> = {
  met: { sign: '●', zh: '达标', en: 'met', colour: '#00796b' },
  near: { sign: '▲', zh: '接近', en: 'near', colour: '#a15c00' },
  missed: { sign: '■', zh: '未达标', en: 'missed', colour: '#b3261e' },
  unknown: { sign: '○', zh: '不判断', en: 'not judged', colour: '#566176' },
};
