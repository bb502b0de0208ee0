import type { Board } from '@zhiheng/contract/insight/board';
import { useMemo } from 'react';
import { useFormat, type Format } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import { Card } from '../../ui/card.tsx';
import { DataToggle } from '../../ui/data-toggle.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { TrendPlot } from '../../ui/chart/trend-plot.tsx';
import { shortMonth } from '../../ui/chart/short-month.ts';
import type { TrendChart } from '../../ui/chart/trend-option.ts';

type Index = Board['index'];

/** Twelve months of the index. The title says what they show. */
export function IndexTrendCard({ index }: { readonly index: Index }) {
  const format = useFormat();
  const chart = useMemo(() => (index === null ? null : chartOf(index, format)), [index, format]);
  if (index === null || chart === null) {
    return (
      <Card title={m.board_trend_title_none()}>
        <EmptyState title={m.board_index_none()} />
      </Card>
    );
  }
  const title = titleOf(index, format);
  return (
    <Card title={title} aside={m.board_trend_note({ target: format.number(index.target, 1) })}>
      <DataToggle
        label={title}
        columns={[m.board_trend_month(), m.board_trend_score(), m.board_trend_coverage()]}
        rows={index.trend.map((point) => [
          format.period(point.bucket),
          point.score === null ? '–' : format.number(point.score, 1),
          `${format.number(point.coverage * 100)}%`,
        ])}
      >
        <TrendPlot chart={chart} label={title} height={232} />
      </DataToggle>
    </Card>
  );
}

function titleOf(index: NonNullable<Index>, format: Format): string {
  const { score } = index.root;
  if (score === null) return m.board_trend_title_none();
  const gap = score - index.target;
  const words = { score: format.number(score, 1), gap: format.number(Math.abs(gap), 1) };
  if (Math.abs(gap) < 0.05) return m.board_trend_title_at(words);
  return gap > 0 ? m.board_trend_title_above(words) : m.board_trend_title_below(words);
}

function chartOf(index: NonNullable<Index>, format: Format): TrendChart {
  return {
    name: m.board_trend_score(),
    points: index.trend.map((point) => ({
      label: shortMonth(point.bucket, format.locale),
      value: point.score,
      interval: null,
      sufficient: true,
      notes: [m.board_index_coverage({ coverage: format.number(point.coverage * 100) })],
    })),
    lines: [{ label: m.board_target_short(), values: index.trend.map(() => index.target), tone: 'reference' }],
    format: (value) => format.number(value, 1),
    floor: 0,
    ceiling: 100,
    filled: true,
  };
}
