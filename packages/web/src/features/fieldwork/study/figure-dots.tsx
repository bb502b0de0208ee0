import type { FieldFigure } from '@zhiheng/contract/fieldwork/results';
import type { ReactNode } from 'react';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { DataToggle } from '../../../ui/data-toggle.tsx';
import { DotPlot } from '../../../ui/dot-plot.tsx';
import { decimalsOf, evidenceOf, intervalOf, isClear, meanText } from './figure-text.ts';

export interface FigureRow {
  readonly key: string;
  readonly name: string;
  readonly figure: FieldFigure;
  readonly previous: { readonly n: number; readonly mean: number; readonly difference: number; readonly p: number | null } | null;
}

interface Props {
  readonly label: string;
  readonly rows: readonly FigureRow[];
  readonly min: number;
  readonly max: number;
  readonly note?: ReactNode;
}

/** Means with their intervals side by side, so that nobody reads a ranking into noise; behind it the same as a table. */
export function FigureDots({ label, rows, min, max }: Props) {
  const format = useFormat();
  const decimals = decimalsOf(max);
  const changeText = (row: FigureRow): string => {
    if (row.previous === null) return '—';
    const { difference } = row.previous;
    const signed = `${difference > 0 ? '+' : ''}${format.number(difference, decimals)}`;
    return isClear(row) ? signed : `${signed} (${m.fieldwork_within_chance()})`;
  };
  return (
    <DataToggle
      label={label}
      columns={[m.fieldwork_part(), m.fieldwork_mean(), m.fieldwork_evidence(), m.fieldwork_change()]}
      rows={rows.map((row) => [
        row.name,
        meanText(row.figure, decimals, format),
        evidenceOf(row.figure, decimals, format),
        changeText(row),
      ])}
    >
      <DotPlot
        rows={rows.map((row) => ({
          ...{ id: row.key, name: row.name, value: row.figure.mean, interval: intervalOf(row.figure) },
          text: meanText(row.figure, decimals, format),
          attention: row.previous !== null && isClear(row) && row.previous.difference < 0,
          sufficient: row.figure.sufficient,
          spoken: evidenceOf(row.figure, decimals, format),
        }))}
        target={null}
        targetLabel=""
        format={(value) => format.number(value, max > 20 ? 0 : 1)}
        floor={min}
        ceiling={max}
      />
    </DataToggle>
  );
}
