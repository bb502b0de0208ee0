import type { Figure } from '@zhiheng/contract/evaluation/scores';
import type { TrendPoint } from '@zhiheng/contract/insight/board';
import { writeValue } from '../../../lib/figures/format-value.ts';
import { statusTones, statusWordOf } from '../../../lib/figures/status-words.ts';
import { shortTargetText } from '../../../lib/figures/target-text.ts';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { Kpi } from '../../../ui/kpi.tsx';
import { Sparkline } from '../../../ui/sparkline.tsx';

interface Props {
  readonly figure: Figure;
  readonly trend: readonly TrendPoint[];
  /** the trend is what is looked at */
  readonly large: boolean;
}

const [small, wide] = [
  { width: 88, height: 30 },
  { width: 260, height: 72 },
];

/** A figure with its status, target, n and course. */
export function FigureWidget({ figure, trend, large }: Props) {
  const format = useFormat();
  const name = format.text(figure.name);
  const written = figure.value === null ? { text: '–', unit: '' } : writeValue(figure, figure.value, format.locale);
  const line = <Sparkline values={trend.map(({ value }) => value)} label={m.boards_trend_label({ name })} {...(large ? wide : small)} />;
  return (
    <Kpi
      label={name}
      value={written.text}
      {...(written.unit === '' ? {} : { unit: written.unit })}
      status={{ tone: statusTones[figure.status], word: statusWordOf(figure) }}
      {...(figure.target === null ? {} : { target: m.boards_target({ value: shortTargetText(figure, figure.target, format.locale) }) })}
      evidence={m.boards_n({ n: format.number(figure.n) })}
      trend={line}
    />
  );
}
