import type { Format } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import type { IndicatorReport } from './indicator-report.query.ts';

type Row = (string | number | null)[];

/** The figures of the page as a table for a spreadsheet: first the trend, then the comparison. */
export function reportRows(report: IndicatorReport, format: Format): Row[] {
  return [
    [format.text(report.indicator.name), report.indicator.code, report.indicator.unit, report.period],
    [],
    [
      m.board_report_bucket(),
      m.board_value(),
      m.board_n(),
      ...intervalHeads(),
      m.board_report_p50(),
      m.board_report_p95(),
      m.board_report_target(),
    ],
    ...report.trend.map((point) => [point.bucket, point.value, point.n, ...ends(point.interval), point.p50, point.p95, point.target]),
    [],
    [m.board_name(), m.board_value(), m.board_n(), ...intervalHeads(), m.board_status()],
    ...report.slices.map((slice) => [format.text(slice.name), slice.value, slice.n, ...ends(slice.interval), slice.status]),
  ];
}

const intervalHeads = () => [`${m.board_interval()} ↓`, `${m.board_interval()} ↑`];
const ends = (interval: readonly [number, number] | null): Row => [interval?.[0] ?? null, interval?.[1] ?? null];
