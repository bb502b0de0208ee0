import { exactText } from '../../lib/figures/format-value.ts';
import { useFormat, type Format } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import { Card } from '../../ui/card.tsx';
import { FactTable } from '../../ui/fact-table.tsx';
import type { IndicatorReport } from './indicator-report.query.ts';

const percentiles = [5, 25, 50, 75, 90, 95, 99] as const;

/** Mean, spread and percentiles, exact and with their unit. */
export function DistributionCard({ report }: { readonly report: IndicatorReport }) {
  const format = useFormat();
  return (
    <Card title={m.board_report_summary()} aside={m.board_n_value({ n: format.number(report.summary.n) })}>
      <FactTable label={m.board_report_summary()} rows={rowsOf(report, format)} />
    </Card>
  );
}

function rowsOf({ summary, figure }: IndicatorReport, format: Format): [string, string][] {
  const exact = (value: number | null) => (value === null ? null : exactText(figure, value, format.locale));
  const percent = (value: number | null) => (value === null ? null : format.percent(value, 2));
  // A share is one yes or no per answer: its spread and extremes say nothing.
  const spread: [string, string | null][] =
    figure.measure === 'share' ? [] : [[m.board_report_sd(), exact(summary.sd)], [m.board_report_min(), exact(summary.min)], [m.board_report_max(), exact(summary.max)]];
  const shares = summary.percentiles;
  const rows: [string, string | null][] = [
    [m.board_report_mean(), exact(summary.mean)],
    ...spread,
    [m.board_report_sum(), figure.measure === 'count' ? exact(summary.sum) : null],
    [m.board_report_attained(), withInterval(percent(summary.attained), summary.attainedInterval, percent)],
    ...(shares === null ? [] : percentiles.map((p): [string, string | null] => [m.board_report_percentile({ p }), exact(shares[`p${p}`])])),
  ];
  return rows.flatMap(([word, value]) => (value === null ? [] : [[word, value]]));
}

function withInterval(value: string | null, interval: readonly [number, number] | null, write: (value: number) => string | null): string | null {
  return value === null || interval === null ? value : `${value}（${write(interval[0])} – ${write(interval[1])}）`;
}
