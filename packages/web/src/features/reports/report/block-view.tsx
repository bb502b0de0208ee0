import type { ReportBlock, ReportChart, ReportFigures, ReportTable } from '@zhiheng/contract/reports/report-document';
import { exactText } from '../../../lib/figures/format-value.ts';
import { unitWord } from '../../../lib/figures/unit-words.ts';
import { statusTones, statusWords } from '../../../lib/figures/status-words.ts';
import { useFormat, type Format } from '../../../lib/format/use-format.ts';
import { TrendPlot } from '../../../ui/chart/trend-plot.tsx';
import { DataToggle } from '../../../ui/data-toggle.tsx';
import { Kpi } from '../../../ui/kpi.tsx';
import { m } from '../../../paraglide/messages.js';
import { PlainTable } from '../../../ui/plain-table.tsx';
import styles from '../reports.module.css';
import { SourceNote } from './source-note.tsx';

export function BlockView({ block }: { readonly block: ReportBlock }) {
  switch (block.kind) {
    case 'figures':
      return <Figures block={block} />;
    case 'chart':
      return <Chart block={block} />;
    case 'table':
      return <Table block={block} />;
    default:
      return block satisfies never;
  }
}

const styleOf = ({ unit, decimals }: { readonly unit: string; readonly decimals: number }) => ({
  unit,
  decimals,
  measure: 'number' as const,
});

function Figures({ block: { items } }: { readonly block: ReportFigures }) {
  const format = useFormat();
  return (
    <div className={styles.figures}>
      {items.map((item) => (
        <div key={item.name.zh} className={styles.figure}>
          <Kpi
            label={format.text(item.name)}
            value={item.value === null ? '—' : exactText(styleOf(item), item.value, format.locale)}
            status={{ tone: statusTones[item.status], word: statusWords[item.status]() }}
            evidence={`n = ${format.number(item.n ?? 0)}`}
            {...(item.target === null ? {} : { target: exactText(styleOf(item), item.target, format.locale) })}
          />
          <SourceNote source={item.source} />
        </div>
      ))}
    </div>
  );
}

function Chart({ block }: { readonly block: ReportChart }) {
  const format = useFormat();
  const { title, form, categories, series, source } = block;
  const label = format.text(title);
  const columns = [m.reporting_of(), ...series.map(({ name }) => format.text(name))];
  const cell = (value: number | null | undefined) =>
    value === null || value === undefined ? '—' : exactText(styleOf(block), value, format.locale);
  const rows = categories.map((category, at) => [format.text(category), ...series.map(({ values }) => cell(values[at]))]);
  return (
    <div className={styles.block}>
      <h3>{label}</h3>
      {form === 'line' ? (
        <DataToggle label={label} columns={columns} rows={rows}>
          <TrendPlot chart={trendOf(block, format)} label={label} height={220} />
        </DataToggle>
      ) : (
        <PlainTable label={label} columns={columns} rows={rows.map((cells) => ({ key: cells[0] ?? '', cells }))} />
      )}
      <SourceNote source={source} />
    </div>
  );
}

function trendOf(block: ReportChart, format: Format) {
  const { categories, series } = block;
  const [first, ...others] = series;
  const values = first?.values ?? [];
  return {
    name: first === undefined ? '' : format.text(first.name),
    points: categories.map((category, at) => ({
      ...{ label: format.text(category), value: values[at] ?? null, interval: null, sufficient: true, notes: [] },
    })),
    lines: others.map(({ name, role, values: own }) => ({
      ...{ label: format.text(name), values: own, tone: role === 'reference' ? ('reference' as const) : ('attention' as const) },
    })),
    format: (value: number) => exactText(styleOf(block), value, format.locale),
  };
}

function Table({ block: { title, columns, rows, source } }: { readonly block: ReportTable }) {
  const format = useFormat();
  const label = format.text(title);
  const heads = columns.map(({ name, unit, kind }) => {
    const word = kind === 'number' ? unitWord(unit, format.locale) : '';
    return word === '' ? format.text(name) : `${format.text(name)} (${word})`;
  });
  const cellOf = (cell: ReportTable['rows'][number][number], at: number) => {
    if (cell === null) return '—';
    return typeof cell === 'number' ? format.number(cell, columns[at]?.decimals ?? 0) : format.text(cell);
  };
  return (
    <div className={styles.block}>
      <h3>{label}</h3>
      <PlainTable label={label} columns={heads} rows={rows.map((row, key) => ({ key: String(key), cells: row.map(cellOf) }))} />
      <SourceNote source={source} />
    </div>
  );
}
