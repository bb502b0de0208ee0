import { Segmented } from 'antd';
import { useMemo } from 'react';
import { exactText, intervalText } from '../../lib/figures/format-value.ts';
import { unitWord } from '../../lib/figures/unit-words.ts';
import { useFormat, type Format } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import { Card } from '../../ui/card.tsx';
import { TrendPlot } from '../../ui/chart/trend-plot.tsx';
import { DataToggle } from '../../ui/data-toggle.tsx';
import { EmptyState } from '../../ui/states.tsx';
import type { IndicatorReport } from './indicator-report.query.ts';
import styles from './trend-card.module.css';
import { reportChart } from './report-chart.ts';

type Grain = 'month' | 'day';
interface Props {
  readonly report: IndicatorReport;
  readonly grain: Grain;
  readonly onGrain: (grain: Grain) => void;
}

/** The course of the indicator against its limits. The title says how it stands. */
export function TrendCard({ report, grain, onGrain }: Props) {
  const format = useFormat();
  const chart = useMemo(() => reportChart(report, format), [report, format]);
  const title = titleOf(report, format);
  const empty = report.trend.every((point) => point.value === null);
  return (
    <Card
      title={title}
      aside={asideOf(report, grain, format)}
      actions={
        <Segmented<Grain>
          size="small"
          aria-label={m.board_report_grain()}
          value={grain}
          onChange={onGrain}
          options={[
            { value: 'month', label: m.board_report_by_month() },
            { value: 'day', label: m.board_report_by_day() },
          ]}
        />
      }
    >
      {empty ? (
        <EmptyState title={m.board_report_observations_none()} />
      ) : (
        <DataToggle label={title} columns={columns()} rows={report.trend.map((point) => rowOf(point, report, format))}>
          <TrendPlot chart={chart} label={`${format.text(report.indicator.name)} · ${title}`} height={300} />
          {chart.points.every((point) => point.sufficient) ? null : <p className={styles.note}>{m.board_hollow_note()}</p>}
        </DataToggle>
      )}
    </Card>
  );
}

function asideOf({ figure }: IndicatorReport, grain: Grain, format: Format): string {
  const note = grain === 'month' ? m.board_report_trend_note_month() : m.board_report_trend_note_day();
  const unit = unitWord(figure.unit, format.locale);
  return unit === '' ? note : `${note} · ${m.board_report_unit({ unit })}`;
}

const columns = () => [
  m.board_report_bucket(),
  m.board_value(),
  m.board_n(),
  m.board_interval(),
  m.board_report_p50(),
  m.board_report_p95(),
  m.board_report_target(),
];

function rowOf(point: IndicatorReport['trend'][number], { figure }: IndicatorReport, format: Format): string[] {
  const exact = (value: number | null) => (value === null ? '–' : exactText(figure, value, format.locale));
  return [
    format.period(point.bucket),
    exact(point.value),
    format.number(point.n),
    point.interval === null ? '–' : intervalText(figure, point.interval, format.locale),
    exact(point.p50),
    exact(point.p95),
    exact(point.target),
  ];
}

function titleOf({ figure }: IndicatorReport, format: Format): string {
  if (figure.value === null) return m.board_report_trend_none();
  const words = { value: exactText(figure, figure.value, format.locale) };
  if (figure.status === 'met') return m.board_report_trend_above(words);
  if (figure.status === 'near') return m.board_report_trend_near(words);
  return figure.status === 'missed' ? m.board_report_trend_missed(words) : m.board_report_trend_none();
}
