import { exactText, intervalText } from '../../lib/figures/format-value.ts';
import { useFormat, type Format } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import { Card } from '../../ui/card.tsx';
import { FactTable } from '../../ui/fact-table.tsx';
import styles from './distribution-card.module.css';
import type { IndicatorReport } from './indicator-report.query.ts';

const percentiles = [5, 25, 50, 75, 90, 95, 99] as const;

/** Mean, spread and percentiles, exact and with their unit. */
export function DistributionCard({ report }: { readonly report: IndicatorReport }) {
  const format = useFormat();
  return (
    <Card title={m.board_report_summary()} aside={m.board_n_value({ n: format.number(report.summary.n) })}>
      <div className={styles.columns}>
        <FactTable label={m.board_report_summary()} rows={summaryRows(report, format)} />
        {report.summary.percentiles === null ? null : (
          <FactTable label={m.board_report_percentiles()} rows={percentileRows(report, format)} />
        )}
      </div>
    </Card>
  );
}

type Row = [string, string | null];
const present = (rows: readonly Row[]) => rows.flatMap(([word, value]): [string, string][] => (value === null ? [] : [[word, value]]));

function summaryRows({ summary, figure }: IndicatorReport, format: Format): [string, string][] {
  const exact = (value: number | null) => (value === null ? null : exactText(figure, value, format.locale));
  // A share is one yes or no per answer: its spread and extremes say nothing.
  const spread: Row[] = [
    [m.board_report_sd(), exact(summary.sd)],
    [m.board_report_min(), exact(summary.min)],
    [m.board_report_max(), exact(summary.max)],
  ];
  const shareRows: Row[] = [
    [m.board_report_share_of(), exact(summary.mean)],
    [m.board_report_share_counts(), summary.sum === null ? null : `${format.number(summary.sum)} / ${format.number(summary.n)}`],
    [m.board_interval(), figure.interval === null ? null : intervalText(figure, figure.interval, format.locale)],
  ];
  return present([
    ...(figure.measure === 'share' ? shareRows : [[m.board_report_mean(), exact(summary.mean)] as Row, ...spread]),
    [m.board_report_sum(), figure.measure === 'count' ? exact(summary.sum) : null],
    [m.board_report_attained(), summary.attained === null ? null : format.percent(summary.attained, 2)],
    [m.board_report_attained_interval(), spanText(summary.attainedInterval, format)],
  ]);
}

const spanText = (interval: readonly [number, number] | null, format: Format): string | null =>
  interval === null ? null : `${format.percent(interval[0])} – ${format.percent(interval[1])}`;

function percentileRows({ summary, figure }: IndicatorReport, format: Format): [string, string][] {
  const shares = summary.percentiles;
  if (shares === null) return [];
  return percentiles.map((p) => [m.board_report_percentile({ p }), exactText(figure, shares[`p${p}`], format.locale)]);
}
