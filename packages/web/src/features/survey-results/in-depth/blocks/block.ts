import type { Figure, FigureUnit } from '@zhiheng/contract/surveys/figure';
import type { FormText } from '@zhiheng/forms/definition';
import type { Format } from '../../../../lib/format/use-format.ts';
import { m } from '../../../../paraglide/messages.js';
import type { DotRow } from '../../../../ui/dot-plot.tsx';
import { evidenceText, figureText, intervalOf, numberOf, textOf, valueText } from '../../figure-words.ts';

/** A cell of a table: as it is read, and the number behind it for those who go on calculating. */
export interface Cell {
  readonly text: string;
  readonly value: string | number | null;
  /** stands out */
  readonly strong?: boolean;
}

/** A part of a result: what it says, its figures as a table, and those of them that are drawn. */
export interface Block {
  readonly title: string;
  readonly note?: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  /** `across`: values that the axis holds, so that several pictures have the same; `zero`: what the line at 0 means */
  readonly dots?: {
    readonly rows: readonly DotRow[];
    readonly unit: FigureUnit | null;
    readonly across?: readonly number[];
    readonly zero?: string;
  };
}

export const words = (text: string): Cell => ({ text, value: text });
export const nameCell = ({ name }: { readonly name: FormText }, format: Format): Cell => words(textOf(name, format));

export const numberCell = (value: number | null, decimals: number, format: Format): Cell => ({
  text: value === null ? '—' : format.number(value, decimals),
  value,
});

export const shareCell = (value: number, format: Format): Cell => ({ text: format.percent(100 * value), value });

/** Value and limits of a figure, in three cells. */
export function figureCells(figure: Figure, unit: FigureUnit | null, format: Format): Cell[] {
  const limits = intervalOf(figure) ?? [null, null];
  const told = (value: number | null): Cell => ({ text: value === null ? '—' : valueText(value, unit, format), value });
  return [{ text: figureText(figure, unit, format), value: numberOf(figure) }, ...limits.map(told)];
}
export const figureHeads = (): string[] => [m.survey_results_value(), m.survey_results_low(), m.survey_results_high()];

interface DotOf {
  readonly key: string;
  readonly name: string;
  readonly figure: Figure;
}

/** A figure as a dot with its interval. `attention` marks what is not told from zero. */
export const dotOf = ({ key, name, figure }: DotOf, unit: FigureUnit | null, format: Format): DotRow => ({
  id: key,
  name,
  value: numberOf(figure),
  interval: intervalOf(figure),
  text: figureText(figure, unit, format),
  attention: false,
  sufficient: figure.n >= 30,
  spoken: evidenceText(figure, unit, format),
});
