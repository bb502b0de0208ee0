import { useQuery } from '@tanstack/react-query';
import type { IndicatorForecast } from '@zhiheng/contract/diagnosis/signals';
import { Select } from 'antd';
import { useMemo } from 'react';
import { plainNumber } from '../../lib/figures/format-value.ts';
import { useFormat, type Format } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import { Card } from '../../ui/card.tsx';
import type { ReferenceLine, TrendChart } from '../../ui/chart/trend-option.ts';
import { TrendPlot } from '../../ui/chart/trend-plot.tsx';
import { DataToggle } from '../../ui/data-toggle.tsx';
import { FilterBar } from '../../ui/filter-bar.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { EmptyState } from '../../ui/states.tsx';
import type { ViewProps } from './diagnosis-page.tsx';
import { forecastQuery } from './diagnosis.query.ts';
import styles from './diagnosis.module.css';
import { IndicatorChoice } from './indicator-choice.tsx';

type Outcome = Extract<IndicatorForecast['outcome'], { kind: 'forecast' }>;

/** What an indicator will probably be, and how far that can be believed. */
export function ForecastView({ search, onChange }: ViewProps) {
  const { indicator, days = 14 } = search;
  const format = useFormat();
  const query = useQuery(forecastQuery(indicator, days));
  return (
    <>
      <FilterBar>
        <IndicatorChoice value={indicator} onChange={(code) => onChange({ indicator: code })} />
        <Select
          aria-label={m.diagnosis_horizon()}
          style={{ width: 130 }}
          value={days}
          options={[7, 14, 28].map((value) => ({ value, label: m.diagnosis_forecast_days({ n: format.number(value) }) }))}
          onChange={(next) => onChange({ days: next })}
        />
      </FilterBar>
      {indicator === undefined ? (
        <EmptyState title={m.diagnosis_chart_none()} />
      ) : (
        <QueryView query={query}>{(data) => <Found data={data} />}</QueryView>
      )}
    </>
  );
}

function Found({ data }: { readonly data: IndicatorForecast }) {
  const format = useFormat();
  const { outcome } = data;
  if (outcome.kind === 'forecast') return <Drawn data={data} outcome={outcome} />;
  const words =
    outcome.kind === 'insufficient'
      ? m.diagnosis_chart_short({ needed: format.number(outcome.needed ?? 0), n: format.number(outcome.n) })
      : m.diagnosis_chart_even();
  return (
    <Card title={format.text(data.name)}>
      <EmptyState title={words} />
    </Card>
  );
}

/** So much of the past stands beside the forecast. */
const shownPast = 56;

function Drawn({ data, outcome }: { readonly data: IndicatorForecast; readonly outcome: Outcome }) {
  const format = useFormat();
  const chart = useMemo(() => drawing(data, outcome, format), [data, outcome, format]);
  const number = (value: number) => plainNumber(data, value, format.locale);
  const last = outcome.values.at(-1);
  if (last === undefined) return null;
  const [low, high] = last.interval;
  const title = m.diagnosis_forecast_title({ at: last.bucket, value: number(last.value), low: number(low), high: number(high) });
  return (
    <Card title={title} aside={format.text(data.name)}>
      <DataToggle
        label={title}
        columns={[m.diagnosis_bucket(), m.diagnosis_expected(), m.diagnosis_interval()]}
        rows={outcome.values.map(({ bucket, value, interval }) => [bucket, number(value), `${number(interval[0])}–${number(interval[1])}`])}
      >
        <TrendPlot chart={chart} label={title} height={300} />
      </DataToggle>
      <p className={styles.grey}>{accuracyWords(outcome, number, format)}</p>
      {outcome.filled === 0 ? null : <p className={styles.grey}>{m.diagnosis_filled({ n: format.number(outcome.filled) })}</p>}
    </Card>
  );
}

function accuracyWords({ accuracy }: Outcome, number: (value: number) => string, format: Format): string {
  if (accuracy === null || accuracy.scaledError === null) return m.diagnosis_accuracy_none();
  const { n, meanAbsoluteError, scaledError, coverage } = accuracy;
  const said = m.diagnosis_accuracy({
    ...{ n: format.number(n), mae: number(meanAbsoluteError), scaled: format.number(scaledError, 2) },
    coverage: format.percent(100 * coverage, 0),
  });
  return scaledError < 1 ? said : `${said} · ${m.diagnosis_accuracy_bad()}`;
}

/** The past as it was, the future with its band. */
function drawing(data: IndicatorForecast, outcome: Outcome, format: Format): TrendChart {
  const past = data.points.slice(-shownPast).map(({ bucket, value, n }) => ({
    ...{ label: bucket, value, interval: null, sufficient: true, notes: [`n=${format.number(n)}`] },
  }));
  const ahead = outcome.values.map(({ bucket, value, interval }) => ({
    ...{ label: bucket, value, interval, sufficient: false, notes: [m.diagnosis_expected()] },
  }));
  const points = [...past, ...ahead];
  const line = (label: string, value: number | null, tone: ReferenceLine['tone']): ReferenceLine[] =>
    value === null ? [] : [{ label, tone, values: points.map(() => value) }];
  return {
    ...{ name: format.text(data.name), points, labelWidth: 96 },
    lines: [
      ...line(m.diagnosis_target(), data.target, 'reference'),
      ...(data.direction === 'nominal'
        ? []
        : [...line(m.diagnosis_limit_warning(), data.warning, 'attention'), ...line(m.diagnosis_limit_critical(), data.critical, 'alarm')]),
    ],
    format: (value) => plainNumber(data, value, format.locale),
  };
}
