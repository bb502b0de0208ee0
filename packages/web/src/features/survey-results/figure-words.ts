import type { Figure, FigureUnit } from '@zhiheng/contract/surveys/figure';
import type { FormText } from '@zhiheng/forms/definition';
import type { Format } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';

/** Words of a form in the reader's language, or in the one it was written in. */
export const textOf = (words: FormText, { locale }: Pick<Format, 'locale'>): string => words[locale] ?? Object.values(words)[0] ?? '';

/** A value as its unit is written. */
export function valueText(value: number, unit: FigureUnit | null, format: Format): string {
  switch (unit) {
    case 'share':
      return format.percent(100 * value);
    case 'points':
    case 'index':
    case 'sum':
      return format.number(value, 1);
    case 'scale':
    case 'gap':
    case null:
      return format.number(value, 2);
    default:
      return unit satisfies never;
  }
}

/** The figure itself, or why there is none. */
export function figureText(figure: Figure, unit: FigureUnit | null, format: Format): string {
  switch (figure.kind) {
    case 'figure':
      return valueText(figure.value, unit, format);
    case 'insufficient':
      return m.survey_results_insufficient();
    case 'undetermined':
      return '—';
    default:
      return figure satisfies never;
  }
}

/** n and interval of a figure, or how many answers it needs. */
export function evidenceText(figure: Figure, unit: FigureUnit | null, format: Format): string {
  const n = format.number(figure.n);
  if (figure.kind === 'insufficient') return m.survey_results_needs({ n, needed: format.number(figure.needed) });
  if (figure.kind === 'undetermined') return m.survey_results_undetermined({ n });
  const range = rangeText(figure, unit, format);
  return range === null ? m.survey_results_n({ n }) : m.survey_results_evidence({ n, range });
}

export function rangeText(figure: Figure, unit: FigureUnit | null, format: Format): string | null {
  if (figure.kind !== 'figure' || figure.low === null || figure.high === null) return null;
  return `${valueText(figure.low, unit, format)} – ${valueText(figure.high, unit, format)}`;
}

/** n, value and interval as cells of a table. */
export const figureCells = (figure: Figure, unit: FigureUnit | null, format: Format): string[] => [
  figureText(figure, unit, format),
  rangeText(figure, unit, format) ?? '—',
  format.number(figure.n),
];

export const figureColumns = (): string[] => [m.survey_results_value(), m.survey_results_interval(), 'n'];

/** `p < 0.001`, `p = 0.032`. */
export const pText = (p: number, format: Format): string => (p < 0.001 ? `p < ${format.number(0.001, 3)}` : `p = ${format.number(p, 3)}`);

export const intervalOf = (figure: Figure): readonly [number, number] | null =>
  figure.kind === 'figure' && figure.low !== null && figure.high !== null ? [figure.low, figure.high] : null;

export const numberOf = (figure: Figure | null): number | null => (figure?.kind === 'figure' ? figure.value : null);

/** Where no value of a unit can lie beyond. */
export const boundsOf = (unit: FigureUnit): { readonly floor?: number; readonly ceiling?: number } => {
  if (unit === 'share') return { floor: 0, ceiling: 1 };
  if (unit === 'points') return { floor: -100, ceiling: 100 };
  return unit === 'index' ? { floor: 0, ceiling: 100 } : {};
};
