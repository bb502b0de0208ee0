import { useQuery } from '@tanstack/react-query';
import type { ControlChart } from '@zhiheng/contract/diagnosis/signals';
import { useMemo } from 'react';
import { plainNumber } from '../../lib/figures/format-value.ts';
import { useFormat, type Format } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import { Card } from '../../ui/card.tsx';
import type { TrendChart } from '../../ui/chart/trend-option.ts';
import { TrendPlot } from '../../ui/chart/trend-plot.tsx';
import { DataToggle } from '../../ui/data-toggle.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { MakeFinding } from '../findings/index.ts';
import { controlChartQuery, type ChartWish } from './diagnosis.query.ts';
import styles from './diagnosis.module.css';
import { runRuleWords } from './signal-words.ts';

type Limits = Extract<ControlChart['chart'], { kind: 'individuals-chart' }>;

/** The I-MR chart of an indicator; its title says whether anything is unusual. */
export function ControlChartCard({ wish }: { readonly wish: ChartWish }) {
  const query = useQuery(controlChartQuery(wish));
  return <QueryView query={query}>{(data) => <Found data={data} wish={wish} />}</QueryView>;
}

function Found({ data, wish }: { readonly data: ControlChart; readonly wish: ChartWish }) {
  const format = useFormat();
  const { chart } = data;
  if (chart.kind !== 'individuals-chart') {
    const needed = format.number(chart.needed ?? 0);
    const words = chart.kind === 'insufficient' ? m.diagnosis_chart_short({ needed, n: format.number(chart.n) }) : m.diagnosis_chart_even();
    return (
      <Card title={format.text(data.name)}>
        <EmptyState title={words} />
      </Card>
    );
  }
  return <Drawn data={data} limits={chart} wish={wish} />;
}

function Drawn({ data, limits, wish }: { readonly data: ControlChart; readonly limits: Limits; readonly wish: ChartWish }) {
  const format = useFormat();
  const chart = useMemo(() => drawing(data, limits, format), [data, limits, format]);
  const finding =
    limits.signals.length === 0 ? m.diagnosis_chart_calm() : m.diagnosis_chart_signals({ n: format.number(limits.signals.length) });
  const number = (value: number) => plainNumber(data, value, format.locale);
  const last = data.points.findLast(({ value }) => value !== null);
  return (
    <Card
      title={finding}
      aside={m.diagnosis_chart_aside({ baseline: format.number(limits.baseline) })}
      actions={last === undefined ? undefined : <MakeFinding figure={figureOf(data, last, wish)} />}
    >
      <DataToggle
        label={m.diagnosis_chart_label({ name: format.text(data.name), finding })}
        columns={[m.diagnosis_bucket(), m.diagnosis_value(), m.diagnosis_n(), m.diagnosis_signals_of()]}
        rows={data.points.map(({ bucket, value, n }) => [
          bucket,
          value === null ? '—' : number(value),
          format.number(n),
          format.list(rulesAt(limits, bucket)),
        ])}
      >
        <TrendPlot chart={chart} label={m.diagnosis_chart_label({ name: format.text(data.name), finding })} height={300} />
      </DataToggle>
      <p className={styles.grey}>{m.diagnosis_range({ mean: number(limits.range.mean), upper: number(limits.range.upper) })}</p>
    </Card>
  );
}

const rulesAt = ({ signals }: Limits, bucket: string): string[] =>
  (signals.find((signal) => signal.bucket === bucket)?.rules ?? []).map((rule) => runRuleWords[rule]());

/** Centre and limits at the right with their values; points that signal as red squares. */
function drawing(data: ControlChart, limits: Limits, format: Format): TrendChart {
  const number = (value: number) => plainNumber(data, value, format.locale);
  const line = (label: string, value: number, tone: 'reference' | 'attention' | 'alarm') => ({
    label,
    tone,
    values: data.points.map(() => value),
  });
  return {
    name: format.text(data.name),
    points: data.points.map(({ bucket, value, n }) => {
      const rules = rulesAt(limits, bucket);
      return {
        label: bucket,
        value,
        interval: null,
        sufficient: true,
        alarm: rules.length > 0,
        notes: [`n=${format.number(n)}`, ...rules],
      };
    }),
    lines: [
      line(m.diagnosis_upper(), limits.limits[1], 'alarm'),
      line(m.diagnosis_center(), limits.center, 'reference'),
      line(m.diagnosis_lower(), limits.limits[0], 'alarm'),
    ],
    format: number,
    labelWidth: 96,
  };
}

function figureOf(data: ControlChart, last: ControlChart['points'][number], { slice }: ChartWish) {
  const { indicator, name, unit, decimals, target, bucket } = data;
  return {
    ...{ indicator, name, unit, decimals, target, value: last.value, n: last.n, interval: null },
    ...{ period: /^\d{4}-\d{2}$/.test(last.bucket) ? last.bucket : null, slice: { ...slice }, asOf: data.asOf },
    href: `/app/diagnosis?view=chart&indicator=${indicator}&bucket=${bucket}`,
  };
}
