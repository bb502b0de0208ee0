import type { FieldFigure } from '@zhiheng/contract/fieldwork/results';
import type { Format } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';

/** Scores of 0 to 100 have one decimal, scales two. */
export const decimalsOf = (max: number): number => (max > 20 ? 1 : 2);

export const intervalOf = ({ low, high }: FieldFigure): readonly [number, number] | null =>
  low === null || high === null ? null : [low, high];

/** `n = 12 · 95% 区间 76.1–84.3`, and whether that is too few to say much. */
export function evidenceOf(figure: FieldFigure, decimals: number, format: Format): string {
  const interval = intervalOf(figure);
  const parts = [
    m.fieldwork_n_sessions({ n: format.number(figure.n) }),
    interval === null
      ? ''
      : m.fieldwork_interval({ low: format.number(interval[0], decimals), high: format.number(interval[1], decimals) }),
    figure.sufficient ? '' : m.fieldwork_few({ needed: format.number(figure.needed) }),
  ];
  return parts.filter((part) => part !== '').join(' · ');
}

export const meanText = ({ mean }: FieldFigure, decimals: number, format: Format): string =>
  mean === null ? '—' : format.number(mean, decimals);

interface Compared {
  readonly figure: FieldFigure;
  readonly previous: { readonly difference: number; readonly p: number | null } | null;
}

/** A difference that chance would hardly make has a direction; any other is said to be within chance. */
export const isClear = ({ previous }: Compared): boolean => (previous?.p ?? 1) < 0.05;
