import type { EChartsCoreOption } from 'echarts/core';
import { axisBounds } from './axis-bounds.ts';
import type { Palette } from '../palette.ts';

export interface ChartPoint {
  readonly label: string;
  readonly value: number | null;
  readonly interval: readonly [number, number] | null;
  /** too few answers: drawn hollow */
  readonly sufficient: boolean;
  /** out of control: drawn as a red square */
  readonly alarm?: boolean | undefined;
  /** lines of the tooltip under the value */
  readonly notes: readonly string[];
}

/** A dashed line: one value for all points, or one per point when a limit changed over time. */
export interface ReferenceLine {
  readonly label: string;
  readonly values: readonly (number | null)[];
  readonly tone: 'reference' | 'attention' | 'alarm';
}

export interface TrendChart {
  readonly name: string;
  readonly points: readonly ChartPoint[];
  readonly lines: readonly ReferenceLine[];
  readonly format: (value: number) => string;
  readonly floor?: number | undefined;
  readonly ceiling?: number | undefined;
  /** width kept free at the right for the names of the lines */
  readonly labelWidth?: number | undefined;
  /** a light area under the line, as on the board */
  readonly filled?: boolean | undefined;
}

const tones = { reference: 'secondary', attention: 'near', alarm: 'bad' } as const satisfies Record<ReferenceLine['tone'], keyof Palette>;
const font = 'PingFang SC, Microsoft YaHei, Noto Sans CJK SC, sans-serif';

/** One series over time with its 95 % band, limits named at the right, and hollow points where answers are few. */
export function trendOption(chart: TrendChart, palette: Palette): EChartsCoreOption {
  // Twelve months are all named where there is room for them; on a phone every second or third is.
  const every = (interval: 0 | 'auto') => ({ xAxis: { axisLabel: { interval } } });
  return {
    baseOption: baseOption(chart, palette),
    media: [{ query: { maxWidth: 430 }, option: every('auto') }, { option: every(chart.points.length <= 13 ? 0 : 'auto') }],
  };
}

function baseOption(chart: TrendChart, palette: Palette): EChartsCoreOption {
  return {
    animation: false,
    textStyle: { fontFamily: font, color: palette.secondary },
    grid: { left: 8, right: chart.labelWidth ?? 76, top: 14, bottom: 4, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    tooltip: tooltip(chart, palette),
    xAxis: {
      type: 'category',
      data: chart.points.map((point) => point.label),
      boundaryGap: false,
      axisTick: { show: false },
      axisLine: { lineStyle: { color: palette.line } },
      axisLabel: {
        color: palette.secondary,
        fontSize: 12,
        hideOverlap: true,
        textMargin: [0, 1],
      },
    },
    yAxis: valueAxis(chart, palette),
    series: [
      ...bandSeries(chart, palette),
      ...chart.lines.map((line) => referenceSeries(line, chart, palette)),
      dataSeries(chart, palette),
    ],
  };
}

function valueAxis(chart: TrendChart, palette: Palette) {
  const values = chart.points.flatMap((point) => [point.value, ...(point.interval ?? [])]);
  const limits = chart.lines.flatMap((line) => line.values);
  const known = [...values, ...limits].filter((value) => value !== null);
  const room = {
    ...(chart.floor === undefined ? {} : { floor: chart.floor }),
    ...(chart.ceiling === undefined ? {} : { ceiling: chart.ceiling }),
  };
  const bounds = axisBounds(known, room);
  const whole = Number.isInteger(bounds.interval) && Number.isInteger(bounds.min);
  return {
    type: 'value',
    ...bounds,
    axisLabel: {
      color: palette.secondary,
      fontSize: 12,
      formatter: (value: number) => (whole ? withoutZeros(chart.format(value)) : chart.format(value)),
    },
    splitLine: { lineStyle: { color: palette.line } },
  };
}

/** `90.0` → `90`: an axis of whole steps needs no decimals. */
const withoutZeros = (text: string) => text.replace(/\.0+(?=\D*$)/, '');

/** The band is stacked: an invisible floor and the height above it. */
function bandSeries(chart: TrendChart, palette: Palette) {
  if (chart.points.every((point) => point.interval === null)) return [];
  const shared = { type: 'line', stack: 'band', stackStrategy: 'all', symbol: 'none', silent: true, lineStyle: { opacity: 0 } };
  return [
    { ...shared, data: chart.points.map((point) => point.interval?.[0] ?? null) },
    {
      ...shared,
      areaStyle: { color: palette['chart-data'], opacity: 0.16 },
      data: chart.points.map((point) => (point.interval === null ? null : point.interval[1] - point.interval[0])),
    },
  ];
}

function referenceSeries(line: ReferenceLine, chart: TrendChart, palette: Palette) {
  const last = line.values.findLast((value) => value !== null) ?? null;
  return {
    type: 'line',
    data: line.values,
    step: 'middle',
    symbol: 'none',
    silent: true,
    connectNulls: true,
    lineStyle: { color: palette[tones[line.tone]], type: [5, 4], width: 1.2 },
    endLabel: {
      show: last !== null,
      formatter: last === null ? '' : `${line.label} ${chart.format(last)}`,
      color: palette[tones[line.tone]],
      fontSize: 12,
    },
    labelLayout: { moveOverlap: 'shiftY' },
  };
}

function dataSeries(chart: TrendChart, palette: Palette) {
  const last = chart.points.findLast((point) => point.value !== null);
  const lastText = last === undefined || last.value === null ? '' : chart.format(last.value);
  const dense = chart.points.length > 40;
  return {
    type: 'line',
    name: chart.name,
    z: 5,
    data: chart.points.map((point) => ({
      value: point.value,
      symbol: point.sufficient ? 'circle' : 'emptyCircle',
      symbolSize: point.sufficient ? (dense ? 3 : 5) : 8,
      ...(point.alarm === true ? { symbol: 'rect', symbolSize: 8, itemStyle: { color: palette.bad } } : {}),
    })),
    showSymbol: true,
    showAllSymbol: true,
    itemStyle: { color: palette['chart-data'], borderWidth: 1.5 },
    ...(chart.filled === true ? { areaStyle: { color: palette['chart-data'], opacity: 0.08, origin: 'start' } } : {}),
    lineStyle: { color: palette['chart-data'], width: 2 },
    endLabel: {
      show: last !== undefined,
      formatter: lastText,
      color: palette['chart-data'],
      fontWeight: 700,
      fontSize: 13,
    },
    labelLayout: { moveOverlap: 'shiftY' },
  };
}

function tooltip(chart: TrendChart, palette: Palette) {
  return {
    trigger: 'axis',
    confine: true,
    backgroundColor: palette.card,
    borderColor: palette.line,
    textStyle: { color: palette.text, fontSize: 13, fontFamily: font },
    axisPointer: { type: 'line', lineStyle: { color: palette['chart-reference'], type: 'dotted' } },
    renderMode: 'html',
    formatter: (items: readonly { dataIndex: number }[]) => tooltipHtml(chart, items[0]?.dataIndex ?? 0),
  };
}

function tooltipHtml(chart: TrendChart, index: number): string {
  const point = chart.points[index];
  if (point === undefined) return '';
  const value = point.value === null ? '–' : chart.format(point.value);
  const lines = chart.lines.flatMap((line) => {
    const limit = line.values[index] ?? null;
    return limit === null ? [] : [`${line.label} ${chart.format(limit)}`];
  });
  return [`<b>${escape(point.label)}　${escape(value)}</b>`, ...point.notes.map(escape), ...lines.map(escape)].join('<br>');
}

const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
