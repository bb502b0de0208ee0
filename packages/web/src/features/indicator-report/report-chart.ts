import { exactText, intervalText, plainNumber } from '../../lib/figures/format-value.ts';
import type { Format } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import { shortMonth } from '../../ui/chart/short-month.ts';
import type { ChartPoint, ReferenceLine, TrendChart } from '../../ui/chart/trend-option.ts';
import type { IndicatorReport } from './indicator-report.query.ts';

/** The report's trend with its limits: the target as it was in each month, warning and critical limit as they are. */
export function reportChart(report: IndicatorReport, format: Format): TrendChart {
  const { figure } = report;
  const percent = figure.unit === '%';
  return {
    name: format.text(figure.name),
    points: report.trend.map((point) => pointOf(point, report, format)),
    lines: linesOf(report),
    format: (value) => plainNumber(figure, value, format.locale),
    floor: figure.measure === 'number' || figure.measure === 'formula' ? undefined : 0,
    ceiling: percent ? 100 : undefined,
    labelWidth: format.locale === 'zh' ? 92 : 108,
  };
}

function pointOf(point: IndicatorReport['trend'][number], { figure }: IndicatorReport, format: Format): ChartPoint {
  const exact = (value: number) => exactText(figure, value, format.locale);
  const minimum = 30;
  const few = point.n > 0 && point.n < minimum && figure.measure !== 'count' && figure.measure !== 'formula';
  return {
    label: shortMonth(point.bucket, format.locale),
    value: point.value,
    interval: point.interval,
    sufficient: !few,
    notes: [
      m.board_n_value({ n: format.number(point.n) }) + (few ? ` · ${m.board_few_answers()}` : ''),
      ...(point.interval === null ? [] : [`${m.board_interval()} ${intervalText(figure, point.interval, format.locale)}`]),
      ...(point.p50 === null ? [] : [`${m.board_report_p50()} ${exact(point.p50)}`]),
      ...(point.p95 === null ? [] : [`${m.board_report_p95()} ${exact(point.p95)}`]),
    ],
  };
}

function linesOf(report: IndicatorReport): ReferenceLine[] {
  const { trend, limits, figure } = report;
  const targets: ReferenceLine = { label: m.board_target_short(), tone: 'reference', values: trend.map((point) => point.target) };
  const flat = (label: string, tone: ReferenceLine['tone'], value: number): ReferenceLine => ({
    label,
    tone,
    values: trend.map(() => value),
  });
  const warning = limitValues(figure.direction, limits?.target ?? null, limits?.warning ?? null).map((value) =>
    flat(m.board_warning_short(), 'attention', value),
  );
  const critical = limitValues(figure.direction, limits?.target ?? null, limits?.critical ?? null).map((value) =>
    flat(m.board_critical_short(), 'alarm', value),
  );
  return [...(targets.values.some((value) => value !== null) ? [targets] : []), ...warning, ...critical];
}

/** For `nominal`, a limit is a deviation to either side of the target. */
function limitValues(direction: string, target: number | null, limit: number | null): number[] {
  if (limit === null) return [];
  if (direction !== 'nominal') return [limit];
  return target === null ? [] : [target + Math.abs(limit), target - Math.abs(limit)];
}
