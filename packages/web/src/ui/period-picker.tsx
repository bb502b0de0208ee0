import { Segmented, Select } from 'antd';
import { grainOf, periodsOf, widen, type PeriodGrain } from '../lib/figures/period.ts';
import { useFormat } from '../lib/format/use-format.ts';
import { m } from '../paraglide/messages.js';

interface Props {
  readonly period: string;
  /** periods that hold data, newest first */
  readonly known: readonly string[];
  readonly onChange: (period: string) => void;
}

const grains = ['month', 'quarter', 'year'] as const satisfies readonly PeriodGrain[];
const words: Readonly<Record<PeriodGrain, () => string>> = {
  month: m.board_this_month,
  quarter: m.board_this_quarter,
  year: m.board_this_year,
};

/** Month, quarter or year, and which of those that hold data. */
export function PeriodPicker({ period, known, onChange }: Props) {
  const format = useFormat();
  const grain = grainOf(period);
  const choices = [...new Set([period, ...periodsOf(grain, known)])].sort().reverse();
  return (
    <>
      <Segmented<PeriodGrain>
        aria-label={m.board_grain_label()}
        value={grain}
        options={grains.map((value) => ({ value, label: words[value]() }))}
        onChange={(next) => onChange(nearest(period, next, known))}
      />
      <Select
        aria-label={m.board_period_label()}
        style={{ width: 148 }}
        value={period}
        options={choices.map((value) => ({ value, label: format.period(value) }))}
        onChange={onChange}
      />
    </>
  );
}

/** The period of the other length that says most about the same time. */
function nearest(period: string, grain: PeriodGrain, known: readonly string[]): string {
  const choices = periodsOf(grain, known);
  const around = widen(period, grain);
  return choices.find((choice) => choice === around || widen(choice, grainOf(period)) === period) ?? choices[0] ?? around;
}
